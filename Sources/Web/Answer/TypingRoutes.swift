import Core
import HTTPTypes
import Hummingbird
import Store
import Surveys

/// Where whoever was named types forms of paper: open like the answering page, and the same bytes for everybody.
struct TypingRoutes {
    let store: Store
    let pages: Pages
    private let documents = Documents()

    init(store: Store, pages: Pages) {
        (self.store, self.pages) = (store, pages)
    }

    func add(to routes: GuardedRoutes) {
        routes.open(.get, Paths.answering + "/paper") { request, context in
            do { return try await show(request, context) } catch is NotFound {
                let say = pages.speech(nil, LanguageWish(request).first)
                return missing(StatePage.unknown(say), say, request)
            }
        }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let slug = context.parameters.get("slug") else { throw NotFound() }
        let key = Documents.Key(slug: slug, wish: LanguageWish(request))
        let (change, now) = (store.changes, store.clock.now)
        if let ready = documents.document(key, change: change, now: now) { return ready.response(to: request) }
        let face = try await Face(slug, in: store)
        // At a wave that was held elsewhere nobody ever answered.
        guard !face.wave.isImported else { throw NotFound() }
        let say = pages.speech(face.organisation, key.wish.among(face.languages))
        guard face.forms > 0 else { return missing(nothing(face, say), say, request) }
        let document = fixed(page(face, say, now), request, say, face.languages)
        documents.keep(document, as: key, change: change, until: face.staysSame(from: now))
        return document.response(to: request)
    }

    private func page(_ face: Face, _ say: Speech, _ now: Moment) -> Page {
        guard face.isOpen(at: now), let instrument = face.instrument else {
            var values = StatePage(face: face, say: say, now: now).values
            values["paragraphs"] = [say("typing.closed")] + (values["paragraphs"] as? [String] ?? [])
            return styled(Page("answer/state", room: .answer, values))
        }
        let page = TypingPage(face: face, instrument: instrument, say: say)
        return styled(Page("answer/typing", room: .answer, page.values))
    }

    /// A wave for which no form was made.
    private func nothing(_ face: Face, _ say: Speech) -> [String: Any] {
        face.frame(say).merging([
            "heading": say("typing.no_forms"), "refusal": "", "paragraphs": [say("typing.no_forms_text")], "over": "",
            "link": false,
        ]) { $1 }
    }

    private func missing(_ values: [String: Any], _ say: Speech, _ request: Request) -> Response {
        let page = styled(Page("answer/state", room: .answer, values))
        var response = fixed(page, request, say, Language.spoken).response(to: request)
        response.status = .notFound
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func styled(_ page: Page) -> Page {
        var page = page
        page.values["script"] = pages.assets.address(of: "typing.js")
        page.values["css"] = pages.assets.address(of: "typing.css")
        return page
    }

    private func fixed(_ page: Page, _ request: Request, _ say: Speech, _ languages: [Language]) -> FixedDocument {
        let text = pages.publicText(page, path: request.uri.path, say, languages: languages)
        return FixedDocument(Array(text.utf8), type: "text/html; charset=utf-8", cache: "no-cache")
    }
}
