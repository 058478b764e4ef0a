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
        guard let slug = context.parameters.get("slug"), let id = try await store.sharedWave(slug) else {
            throw NotFound()
        }
        let face = try await Face(id, in: store)
        guard face.wave.state == .published else { throw NotFound() }
        let language = doorkeeper.language(of: request)
        let say = Speech(words: pages.words, language: language)
        // No more than was chosen before opening.
        let scope: ResultsScope = face.wave.agreedSharing == .units ? .all : .totals
        let found = try await FoundResults(of: face.wave, in: store, for: scope) { say.name(of: $0) }
        let page = SharePage(face: face, found: found, say: say)
        var values = face.frame(say).merging(page.values) { $1 }
        values["logo"] = face.organisation.logo.map { _ in Paths.logo(face.organisation.slug) } ?? ""
        let text = pages.publicText(Page("share/show", room: .share, values), path: request.uri.path, language)
        let document = FixedDocument(Array(text.utf8), type: "text/html; charset=utf-8", cache: "no-cache")
        return document.response(to: request)
    }
}
