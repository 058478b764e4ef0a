import Core
import Hummingbird
import Store
import Surveys

/// Two waves side by side, for whoever may read both.
struct BesideRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.beside, needs: .right(.readTotals), use: show)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let reader = ReportReader(store: store, pages: pages)
        let (first, second) = (try await reader.found(context), try await reader.found(context, named: "other"))
        guard first.wave.id != second.wave.id else { throw NotFound() }
        let comparison = Comparison(
            .init(first.report, asked: try await store.asked(in: first.wave)),
            beside: .init(second.report, asked: try await store.asked(in: second.wave)))
        let page = BesidePage(first: first, second: second, comparison: comparison)
        return pages.render(Page("ask/results/beside", room: .ask, page.values), request, context)
    }
}
