import Core
import Hummingbird
import Store

/// Where somebody ends messages about waves, without signing in: the address is theirs alone. Programs that look links up
/// before people do change nothing; those that offer it themselves send the form (RFC 8058).
struct MailRefusalRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.mailRefusal, needs: .nothing, use: show)
        routes.post(withoutToken: Paths.mailRefusal, use: change)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let token = context.parameters.get("token") ?? ""
        let (home, isRefused) = try await store.refusal(by: token)
        let say = pages.speech(context)
        let values: [String: Any] = [
            "path": Paths.mailRefusal(token), "is_refused": isRefused,
            "lead": say(isRefused ? "mail.refusal.is_ended" : "mail.refusal.lead", ["organisation": home.name]),
        ]
        return pages.render(Page("entrance/mail", values), request, context)
    }

    private func change(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let token = context.parameters.get("token") ?? ""
        try await store.setRefusal(by: token, isRefused: form["again"].isEmpty)
        return .seeOther(Paths.mailRefusal(token))
    }
}
