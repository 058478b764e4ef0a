import Core
import Hummingbird
import Store
import Surveys

/// Filling in a questionnaire to try it: the page that colleagues will get, of which nothing is stored.
struct TrialRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("trial"), needs: .any(ManifestRoutes.readers), use: show)
        routes.post(Paths.wavePart("trial"), needs: .any(ManifestRoutes.readers), use: thank)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let face = try await face(context)
        let say = pages.speech(face.organisation, LanguageWish(request).among(face.languages))
        // Unlike strangers, hr is told what is wrong with a questionnaire that cannot be shown.
        let page = AnswerPage(
            face: face, instrument: try await store.instrument(of: face.wave), say: say,
            configuration: pages.configuration)
        var values = page.values.merging(try trial(of: face, context, say)) { $1 }
        values["terms"] =
            store.terms(of: page.instrument, for: face.wave.organisation, in: say.language) as Any? ?? false
        values["script"] = pages.assets.address(of: "answer.js")
        values["code"] = EntryCode.example.description
        values["token"] = context.token.map(Doorkeeper.formToken) ?? ""
        return document(Page("answer/form", room: .answer, values), request, say, face)
    }

    /// Without script the answers come here, and go no further.
    private func thank(_: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let face = try await face(context)
        let say = pages.speech(face.organisation, LanguageWish(request).among(face.languages))
        let thanks = face.thanks(say, pages.configuration)
        let values = face.frame(say).merging(thanks) { $1 }.merging(try trial(of: face, context, say)) { $1 }
        return document(Page("answer/thanks", room: .answer, values), request, say, face)
    }

    private func trial(of face: Face, _ context: WebContext, _ say: Speech) throws -> [String: Any] {
        let path = Paths.wave(face.wave.id, "trial")
        // Who prepares a wave came from its questions, everybody else from the agreements.
        let rights = try context.member.rights
        let isPreparing = face.wave.state == .draft && rights.contains(.changeWaves)
        let back = isPreparing ? DraftStep.questions.rawValue : "manifest"
        return [
            "path": path + "?lang=\(say.language)", "is_trial": true, "trial_back": Paths.wave(face.wave.id, back),
            "trial": say("fitting.trial"), "trial_leave": say("fitting.trial_leave"),
        ]
    }

    private func face(_ context: WebContext) async throws -> Face {
        let home = try context.member.organisation.id
        let wave = try await store.wave(try context.id("wave"), in: home)
        // Nobody was asked here, and in which words elsewhere nobody knows.
        guard !wave.isImported else { throw NotFound() }
        return try await Face(wave.slug, in: store)
    }

    private func document(_ page: Page, _ request: Request, _ say: Speech, _ face: Face) -> Response {
        let text = pages.publicText(page, path: request.uri.path, say, languages: face.languages)
        let fixed = FixedDocument(Array(text.utf8), type: "text/html; charset=utf-8", cache: "no-store")
        var response = fixed.response(to: request)
        pages.remember(request, in: &response)
        return response
    }
}
