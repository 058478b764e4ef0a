import Core
import HTTPTypes
import Hummingbird
import NIOCore
import Store
import Surveys

/// What everybody who was asked may read, by a short address, without signing in.
struct ShareRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper

    func add(to routes: GuardedRoutes) {
        routes.open(.get, Paths.share, use: show)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = doorkeeper.language(of: request)
        guard let face = try await face(context) else { return unknown(request, language) }
        let say = pages.speech(face.organisation, language)
        guard face.wave.state == .published else {
            // Nobody was told of this address, and nobody was promised a day.
            guard !face.wave.isImported else { return unknown(request, language) }
            let values = StatePage(face: face, say: say, now: store.clock.now).beforeSharing
            return document(Page("answer/state", room: .answer, values), request, say)
        }
        // No more than was chosen before opening.
        let scope: ResultsScope = face.wave.agreedSharing == .units ? .all : .totals
        let report = try await store.report(of: face.wave, for: scope)
        let asked = request.uri.queryParameters
        let group = asked["group"].map { Int($0) ?? -1 } ?? 0
        guard report.holds(group) else { return unknown(request, language) }
        let found = FoundReport(
            wave: face.wave, organisation: face.organisation, report: report, pages: pages, say: say,
            today: store.clock.now.day(in: face.organisation.zone), group: group, isShared: true)
        let order = HeatOrder(asked["sort"].map(String.init), in: report.instrument)
        let page = SharePage(face: face, found: found, order: order)
        var values = face.frame(say).merging(page.values) { $1 }
        // What is said of cards, codes and answers on this server is not about a wave that was held elsewhere.
        if face.wave.isImported { values["about"] = false }
        values["logo"] = face.organisation.logo.map { _ in Paths.logo(face.organisation.slug) } ?? ""
        return document(Page("share/show", room: .share, values), request, say)
    }

    /// The wave of this address: its own from opening on, and for as long as the page may be read.
    private func face(_ context: WebContext) async throws -> Face? {
        guard let slug = context.parameters.get("slug") else { return nil }
        if let id = try await store.sharedWave(slug) { return try await Face(id, in: store) }
        guard try await store.wave(slug: slug) != nil else { return nil }
        let face = try await Face(slug, in: store)
        return [.open, .closed, .withdrawn].contains(face.wave.state) ? face : nil
    }

    private func unknown(_ request: Request, _ language: Language) -> Response {
        let say = pages.speech(nil, language)
        var response = document(Page("answer/state", room: .answer, StatePage.unknown(say)), request, say)
        response.status = .notFound
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func document(_ page: Page, _ request: Request, _ say: Speech) -> Response {
        let text = pages.publicText(page, path: request.uri.path, say)
        return FixedDocument(Array(text.utf8), type: "text/html; charset=utf-8", cache: "no-cache")
            .response(to: request)
    }
}
