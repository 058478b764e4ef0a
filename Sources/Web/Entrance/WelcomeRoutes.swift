import Core
import Hummingbird
import Store

/// The way in of who works here: a code, an account of one's own, and what this is.
struct WelcomeRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper
    let limits: TryLimits

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.welcome, needs: .nothing, use: ask)
        routes.post(withoutToken: Paths.welcome, use: meet)
        // A page that is read again begins with the code: it stands in no address.
        routes.get(Paths.welcomeAccount, needs: .nothing) { _, _ in .seeOther(Paths.welcome) }
        routes.post(withoutToken: Paths.welcomeAccount, use: create)
        routes.post(Paths.welcomeOwn, needs: .right(.beHere), use: useOwn)
        routes.get(Paths.welcomeAbout, needs: .right(.beHere), use: tell)
    }

    private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(askPage("", nil, context), request, context)
    }

    private func askPage(_ typed: String, _ wrong: WrongFields?, _ context: WebContext) -> Page {
        Page("entrance/welcome", ["path": Paths.welcome, "code": typed]).with(wrong, pages.speech(context))
            .standing(at: Paths.welcome)
    }

    private func meet(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        try await knowing(form, request, context) { _, invitation in
            pages.render(accountPage(form, invitation, nil, context), request, context)
        }
    }

    /// Whose code it is, for as many tries as an address has; else the page that asks for it.
    private func knowing(
        _ form: Form, _ request: Request, _ context: WebContext,
        _ use: (InvitationCode, Invitation) async throws -> Response
    ) async throws -> Response {
        let (now, address) = (store.clock.now, pages.configuration.client(of: request, context))
        do {
            guard limits.addresses.mayTry(address, at: now) else { throw MustWait(seconds: TryLimit.rest(at: now)) }
            guard let code = InvitationCode(form["code"]) else { throw Invitation.Refusal.codeIsMistyped }
            return try await use(code, try await store.invitation(code))
        } catch let refusal as Invitation.Refusal {
            limits.addresses.count(address, at: now)
            let page = askPage(form["code"], WrongFields("code", refusal), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        } catch let wait as MustWait {
            let page = askPage(form["code"], WrongFields("code", wait.problem), context)
            return pages.render(page, request, context, status: .tooManyRequests)
        }
    }

    private func accountPage(
        _ form: Form, _ invitation: Invitation, _ wrong: WrongFields?, _ context: WebContext
    ) -> Page {
        let say = pages.speech(context)
        let own = invitation.account == nil ? context.signedIn?.account.name ?? "" : ""
        let values: [String: Any] = [
            "path": Paths.welcomeAccount, "own_path": Paths.welcomeOwn, "code": form["code"],
            "heading": say("welcome.hello", ["name": invitation.name]),
            "lead": say("welcome.lead", ["organisation": invitation.organisation.name]),
            "known": invitation.account?.name ?? "", "own": own,
            "name": form.has("name") ? form["name"] : invitation.name,
            "shortest": Account.shortestPassword,
        ]
        return Page("entrance/welcome-account", values).with(wrong, say).standing(at: Paths.welcome)
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        try await knowing(form, request, context) { code, invitation in
            do {
                let token = try await store.accept(
                    code, name: invitation.account?.name ?? form["name"], password: form["password"],
                    with: Device.kind(of: request))
                // Whoever was signed in on this computer is so no more.
                if let before = context.token { try await store.signOut(before) }
                var response = Response.seeOther(Paths.welcomeAbout)
                response.setCookie(doorkeeper.cookie(for: token))
                return response
            } catch let refusal as Account.Refusal {
                let wrong = WrongFields(refusal.isOfPassword ? "password" : "name", refusal)
                let page = accountPage(form, invitation, wrong, context)
                return pages.render(page, request, context, status: .unprocessableContent)
            }
        }
    }

    /// With the account of elsewhere of who is signed in.
    private func useOwn(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        try await knowing(form, request, context) { code, _ in
            try await store.accept(code, as: context.member.account.id, holding: context.token ?? [])
            return .seeOther(Paths.welcomeAbout)
        }
    }

    private func tell(_ request: Request, _ context: WebContext) async throws -> Response {
        let say = pages.speech(context)
        let home = try context.member.organisation.name
        let values = [
            "what": say("welcome.about.what", ["organisation": home]), "today": Paths.today,
        ]
        return pages.render(Page("entrance/welcome-about", values), request, context)
    }
}

extension Account.Refusal {
    fileprivate var isOfPassword: Bool {
        switch self {
        case .passwordIsTooShort, .passwordIsTooLong, .passwordIsKnown: true
        default: false
        }
    }
}
