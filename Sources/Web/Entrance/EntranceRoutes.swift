import Core
import Hummingbird
import Store

/// The way in: the front door, first set-up, signing in and out.
struct EntranceRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper
    let demo: DemoRoutes
    let limits: TryLimits

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.front, needs: .nothing, use: front)
        demo.add(to: routes)
        SignInRoutes(store: store, pages: pages, doorkeeper: doorkeeper, limits: limits).add(to: routes)
        SetUpRoutes(store: store, pages: pages, doorkeeper: doorkeeper).add(to: routes)
    }

    private func front(_ request: Request, _ context: WebContext) async throws -> Response {
        if context.signedIn != nil { return .seeOther(Paths.today) }
        if let tour = demo.page(context) { return pages.render(tour, request, context) }
        guard try await store.hasAccounts() else {
            return pages.render(Page("entrance/waiting", [:]), request, context)
        }
        return .seeOther(Paths.signIn)
    }
}
