import Core
import Hummingbird
import Store

/// The way in: the front door, first set-up, signing in and out.
struct EntranceRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper
    let tries = TryLimit()

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.front, needs: .nothing, use: front)
        routes.get(Paths.signIn, needs: .nothing, use: newSignIn)
        routes.post(Paths.signIn, needs: .nothing, use: signIn)
        routes.post(Paths.signOut, needs: .right(.beHere), use: signOut)
        routes.get(Paths.setUp, needs: .nothing, use: newOrganisation)
        routes.post(Paths.setUp, needs: .nothing, use: setUp)
    }

    private func front(_ request: Request, _ context: WebContext) async throws -> Response {
        if context.signedIn != nil { return .seeOther(Paths.today) }
        guard try await store.hasAccounts() else {
            return pages.render(Page("entrance/waiting", [:]), request, context)
        }
        return .seeOther(Paths.signIn)
    }

    private func newSignIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let next = request.uri.queryParameters["next"].map(String.init) ?? ""
        return pages.render(signInPage(name: "", next: next, nil, context), request, context)
    }

    private func signInPage(name: String, next: String, _ refusal: Account.Refusal?, _ context: WebContext) -> Page {
        let say = pages.speech(context)
        return Page(
            "entrance/sign-in",
            ["name": name, "next": next, "path": Paths.signIn, "refusal": refusal.map { say($0.key) } as Any? ?? false])
    }

    private func signIn(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let name = form["name"]
        do {
            guard tries.mayTry(context.address, at: store.clock.now) else { throw Account.Refusal.tooManyTries }
            let token = try await store.signIn(name, password: form["password"])
            var response = Response.seeOther(Self.safe(form["next"]))
            response.setCookie(doorkeeper.cookie(for: token))
            return response
        } catch let refusal as Account.Refusal {
            tries.count(context.address, at: store.clock.now)
            let page = signInPage(name: name, next: form["next"], refusal, context)
            return pages.render(
                page, request, context, status: refusal == .tooManyTries ? .tooManyRequests : .unprocessableContent)
        }
    }

    /// Only a path of our own: an address elsewhere would lead people away.
    private static func safe(_ path: String) -> String {
        path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\") ? path : Paths.today
    }

    private func signOut(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        if let token = context.token { try await store.signOut(token) }
        var response = Response.seeOther(Paths.signIn)
        response.setCookie(doorkeeper.clearedCookie())
        return response
    }

    private func newOrganisation(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let token = context.parameters.get("token"), try await store.isSetUp(token) else { throw NotFound() }
        return pages.render(setUpPage(token, nil, nil, context), request, context)
    }

    private func setUpPage(_ token: String, _ form: Form?, _ refusal: (any Refusal)?, _ context: WebContext) -> Page {
        let say = pages.speech(context)
        let typed = ["organisation", "name"].reduce(into: [:]) { $0[$1] = form?[$1] ?? "" }
        return Page(
            "entrance/set-up",
            [
                "path": "/set-up/\(token)", "form": typed, "is_hr": form.map { $0.has("hr") } ?? true,
                "refusal": refusal.map { say($0.key) } as Any? ?? false,
            ])
    }

    /// The first organisation, and the account of whoever holds the one-time address.
    private func setUp(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        guard let token = context.parameters.get("token"), try await store.isSetUp(token) else { throw NotFound() }
        do {
            try Account.check(password: form["password"], name: form["name"])
            guard !form["name"].trimmed.isEmpty else { throw Account.Refusal.nameIsEmpty }
            let organisation = try await firstOrganisation(named: form["organisation"])
            let account = try await store.addAccount(
                form["name"], password: form["password"], role: .admin, in: organisation.id)
            if form.has("hr") { try await store.addRole(.hr, unit: nil, to: account, in: organisation.id) }
            var response = Response.seeOther(Paths.today)
            response.setCookie(doorkeeper.cookie(for: try await store.signIn(form["name"], password: form["password"])))
            return response
        } catch let refusal as any Refusal {
            return pages.render(setUpPage(token, form, refusal, context), request, context, status: refusal.status)
        }
    }

    private func firstOrganisation(named name: String) async throws -> Organisation {
        // A command may have made the organisation before anybody signed in.
        if let made = try await store.organisations().first {
            try await store.change(made.id, since: made.version, by: nil) { organisation in
                guard !name.trimmed.isEmpty else { throw Organisation.Refusal.nameIsEmpty }
                organisation.name = name.trimmed
            }
            return try await store.organisation(made.id)
        }
        return try await store.addOrganisation("default", name: name)
    }
}
