import Core
import Hummingbird
import Store

/// Where one is signed in, and ending that elsewhere; and going to another organisation that one belongs to.
struct OwnSignInRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.post(Paths.signInRemoval, needs: .right(.beHere), use: end)
        routes.get(Paths.organisations, needs: .right(.beHere), use: choose)
        routes.post(Paths.organisations, needs: .right(.beHere), use: enter)
    }

    /// The one that is named; without a name all but this one.
    private func end(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let account = try context.member.account.id
        if form["sign-in"].isEmpty {
            try await store.endOtherSignIns(of: account, holding: context.token ?? [])
        } else {
            try await store.endSignIn(form["sign-in"], of: account)
        }
        return pages.done(Paths.account)
    }

    private func choose(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await page(nil, context), request, context)
    }

    private func page(_ wrong: WrongFields?, _ context: WebContext) async throws -> Page {
        let member = try context.member
        let homes = try await store.organisations(of: member.account.id)
        let values: [String: Any] = [
            "path": Paths.organisations,
            "organisations": homes.sorted { $0.name.lowercased() < $1.name.lowercased() }.map { home in
                ["id": "\(home.id)", "name": home.name, "is_here": home.id == member.organisation.id] as [String: Any]
            },
        ]
        return Page("entrance/organisations", values).with(wrong, pages.speech(context))
    }

    private func enter(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        do {
            guard let home = Organisation.ID(form["home"]) else { throw NotFound() }
            try await store.enter(home, as: context.member.account.id, holding: context.token ?? [])
            return .seeOther(Paths.today)
        } catch is NotFound {
            // The role there was taken meanwhile.
            let wrong = WrongFields("organisations", Problem("account.organisations.is_gone"))
            return pages.render(try await page(wrong, context), request, context, status: .unprocessableContent)
        }
    }
}

/// Where somebody is signed in, in words.
struct OwnSignInList {
    let signIns: [OwnSignIn]
    let say: Speech

    var values: [[String: Any]] {
        signIns.map { signIn in
            [
                "device": device(signIn), "is_this": signIn.isThis,
                "organisation": isSeveral ? signIn.organisation.name : "",
                "started": say("account.sign_ins.started", hour(signIn.startedAt, signIn.organisation)),
                "seen": signIn.isThis ? "" : say("account.sign_ins.seen", hour(signIn.seenAt, signIn.organisation)),
                "id": signIn.id,
            ]
        }
    }

    /// It begins a line.
    private func device(_ signIn: OwnSignIn) -> String {
        let text = Device.text(signIn.device, say)
        return signIn.device.hasPrefix("-") ? text.prefix(1).uppercased() + text.dropFirst() : text
    }

    private var isSeveral: Bool { Set(signIns.map(\.organisation.id)).count > 1 }

    private func hour(_ moment: Moment, _ home: Organisation) -> [String: String] {
        ["day": say.date(moment.day(in: home.zone)), "hour": "\(moment.hour(in: home.zone))"]
    }
}
