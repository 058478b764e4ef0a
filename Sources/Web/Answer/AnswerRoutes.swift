import Core
import HTTPTypes
import Hummingbird
import NIOCore
import Store
import Surveys

/// The anonymous path: the questionnaire, sending it, and what one may want to know first.
struct AnswerRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper
    let limits: TryLimits
    private let documents = Documents()

    init(store: Store, pages: Pages, doorkeeper: Doorkeeper, limits: TryLimits) {
        (self.store, self.pages, self.doorkeeper, self.limits) = (store, pages, doorkeeper, limits)
    }

    func add(to routes: GuardedRoutes) {
        routes.open(.get, Paths.answering, use: known(show))
        routes.open(.post, Paths.answering, use: known(create))
        routes.open(.get, Paths.answering + "/thanks", use: known(thanks))
        for part in AboutPage.Part.allCases {
            routes.open(
                .get, Paths.answering + "/" + part.rawValue,
                use: known { request, context in try await about(part, request, context) })
        }
    }

    /// An address that no wave has was most likely mistyped, and the page says so.
    private func known(_ handler: @escaping Handler) -> Handler {
        { request, context in
            do { return try await handler(request, context) } catch is NotFound {
                let say = pages.speech(nil, LanguageWish(request).first)
                let page = Page("answer/state", room: .answer, StatePage.unknown(say))
                var response = fixed(page, request, say, Language.spoken).response(to: request)
                response.status = .notFound
                response.headers[.cacheControl] = "no-store"
                return response
            }
        }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let key = Documents.Key(slug: try slug(context), wish: LanguageWish(request))
        let (change, now) = (store.changes, store.clock.now)
        if let ready = documents.document(key, change: change, now: now) { return ready.response(to: request) }
        let face = try await face(of: key.slug)
        let language = key.wish.among(face.languages)
        let page = page(face, language, now)
        let document = fixed(page, request, pages.speech(face.organisation, language), face.languages)
        documents.keep(document, as: key, change: change, until: face.staysSame(from: now))
        return document.response(to: request)
    }

    /// At a wave that was held elsewhere nobody ever answered.
    private func face(of slug: String) async throws -> Face {
        let face = try await Face(slug, in: store)
        guard !face.wave.isImported else { throw NotFound() }
        return face
    }

    /// The questionnaire, or what is the case where nobody can answer; with what was sent and why it was not stored.
    private func page(
        _ face: Face, _ language: Language, _ now: Moment, _ typed: Form? = nil,
        _ refusal: Submission.Refusal? = nil
    ) -> Page {
        let say = pages.speech(face.organisation, language)
        // Where a wave stands still, whoever filled everything in keeps it, for trying again.
        let isAnswerable = face.isOpen(at: now) || refusal == .waveStandsStill
        guard isAnswerable, let instrument = face.instrument else { return state(face, say, now, refusal) }
        let page = AnswerPage(
            face: face, instrument: instrument, say: say, configuration: pages.configuration, typed: typed,
            refusal: refusal)
        var values = page.values
        values["script"] = pages.assets.address(of: "answer.js")
        return Page("answer/form", room: .answer, values)
    }

    private func state(_ face: Face, _ say: Speech, _ now: Moment, _ refusal: Submission.Refusal?) -> Page {
        var values = StatePage(face: face, say: say, now: now, refusal: refusal).values
        // The script wipes what rests unsent on a device of this wave, once it is over.
        values["script"] = pages.assets.address(of: "answer.js")
        return Page("answer/state", room: .answer, values)
    }

    /// The same bytes for everybody: no cookie, no code, no person.
    private func fixed(_ page: Page, _ request: Request, _ say: Speech, _ languages: [Language]) -> FixedDocument {
        let text = pages.publicText(page, path: request.uri.path, say, languages: languages)
        return FixedDocument(Array(text.utf8), type: "text/html; charset=utf-8", cache: "no-cache")
    }

    private func thanks(_ request: Request, _ context: WebContext) async throws -> Response {
        let face = try await face(of: try slug(context))
        let say = pages.speech(face.organisation, LanguageWish(request).among(face.languages))
        let (state, page) = (face.wave.state, ThanksPage(face: face, say: say, now: store.clock.now))
        // Of answers that were destroyed, or that nobody can have sent, it would thank in vain.
        let shown =
            [.withdrawn, .draft].contains(state)
            ? Page("answer/state", room: .answer, StatePage(face: face, say: say, now: store.clock.now).values)
            : Page("answer/thanks", room: .answer, page.values(pages.configuration))
        return fixed(shown, request, say, face.languages).response(to: request)
    }

    private func about(_ part: AboutPage.Part, _ request: Request, _ context: WebContext) async throws -> Response {
        let face = try await face(of: try slug(context))
        let language = LanguageWish(request).among(face.languages)
        let say = pages.speech(face.organisation, language)
        let page = AboutPage(
            organisation: face.organisation, wave: face.wave, instrument: face.instrument, hasForms: face.forms > 0,
            say: say)
        var values = face.frame(say).merging(page.values) { $1 }
        values["back"] = ["path": "\(Paths.answering(face.wave.slug))?lang=\(language)", "name": say("about.back")]
        return fixed(Page(part.template, room: .answer, values), request, say, face.languages).response(to: request)
    }

    /// Stores what was sent, and says so only when it is on disk.
    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let slug = try slug(context)
        let wantsJSON = request.headers[.accept]?.contains("application/json") ?? false
        var body: [UInt8] = []
        do {
            do { body = try await request.bytes(upTo: Submission.largest) } catch is HTTPError {
                throw Submission.Refusal.isTooLarge
            }
            _ = try await store.submit(body, to: slug)
        } catch let refusal as Submission.Refusal {
            try await slowDown(refusal, request, context)
            return try await answer(refusal, body, slug, request, wantsJSON)
        }
        if wantsJSON { return Self.json(.ok, #"{"state":"stored"}"#) }
        return .seeOther(Paths.answering(slug) + "/thanks?lang=\(LanguageWish(request).first)")
    }

    /// Only failed tries are limited: a valid code is never refused for its address.
    private func slowDown(_ refusal: Submission.Refusal, _ request: Request, _ context: WebContext) async throws {
        guard [.codeIsWrong, .codeIsUnknown].contains(refusal) else { return }
        let (address, now) = (pages.configuration.client(of: request, context), store.clock.now)
        let isSlowed = !limits.codes.mayTry(address, at: now) || !limits.codesInAll.mayTry("", at: now)
        limits.codes.count(address, at: now)
        limits.codesInAll.count("", at: now)
        // Counted before the wait: who opens many connections at once must not slip through while they rest.
        if isSlowed { try await Task.sleep(for: .seconds(2)) }
    }

    private func answer(
        _ refusal: Submission.Refusal, _ body: [UInt8], _ slug: String, _ request: Request, _ wantsJSON: Bool
    ) async throws -> Response {
        let face = try await face(of: slug)
        let language = LanguageWish(request).among(face.languages)
        let say = pages.speech(face.organisation, language)
        let status = refusal.status
        if wantsJSON {
            let state = refusal == .codeIsUsed ? "used" : refusal.status == .forbidden ? "over" : "refused"
            let field = [.codeIsMissing, .codeIsWrong, .codeIsUnknown].contains(refusal) ? "code" : ""
            let text = say(refusal.key).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return Self.json(status, #"{"state":"\#(state)","problem":"\#(text)","field":"\#(field)"}"#)
        }
        let page = page(face, language, store.clock.now, Form(body), refusal)
        var response = fixed(page, request, say, face.languages).response(to: request)
        response.status = status
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private static func json(_ status: HTTPResponse.Status, _ text: String) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func slug(_ context: WebContext) throws -> String {
        guard let slug = context.parameters.get("slug") else { throw NotFound() }
        return slug
    }
}

extension Submission.Refusal {
    var status: HTTPResponse.Status {
        switch self {
        case .isTooLarge: .contentTooLarge
        case .codeIsUsed: .conflict
        case .waveIsEarly, .waveIsOver, .waveIsWithdrawn: .forbidden
        case .waveStandsStill: .serviceUnavailable
        case .diskIsFull: .init(code: 507, reasonPhrase: "Insufficient Storage")
        case .itemIsUnknown, .itemIsTwice, .valueIsUnknown, .staffGroupIsMissing, .textIsTooLong, .codeIsMissing,
            .codeIsWrong,
            .codeIsUnknown:
            .unprocessableContent
        }
    }
}
