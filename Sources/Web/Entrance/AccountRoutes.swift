import Core
import Hummingbird
import Store

/// One's own account: who one is here, and choosing another password.
struct AccountRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.account, needs: .right(.beHere), use: edit)
        routes.post(Paths.account, needs: .right(.beHere), use: update)
    }

    private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await page(nil, context), request, context)
    }

    private func page(_ wrong: WrongFields?, _ context: WebContext) async throws -> Page {
        let member = try context.member
        let say = pages.speech(context)
        let tree = try await store.units(in: member.organisation.id)
        let signIns = try await store.signIns(of: member.account.id, holding: context.token ?? [])
        let values: [String: Any] = [
            "path": Paths.account, "name": member.account.name,
            "roles": say.list(member.memberships.map { $0.text(tree, say) }),
            "sign_ins": OwnSignInList(signIns: signIns, say: say).values,
            "kept_path": Paths.ownKept, "factor_path": Paths.secondFactor,
            "factor_text": say(member.hasSecondFactor ? "factor.on" : "factor.heading"),
            "removal_path": Paths.signInRemoval, "has_others": signIns.count > 1,
        ]
        return Page("entrance/account", values).with(wrong, say)
    }

    private func update(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let account = try context.member.account
        do {
            try await store.changePassword(of: account, from: form["present"], to: form["password"])
            var response = Response.seeOther(Paths.signIn)
            response.setCookie(doorkeeper.clearedCookie())
            return response
        } catch let refusal as Account.Refusal {
            let wrong = WrongFields(refusal == .passwordIsWrong ? "present" : "password", refusal)
            return pages.render(try await page(wrong, context), request, context, status: .unprocessableContent)
        }
    }
}
