import Core
import HTTPTypes
import Hummingbird
import Store
import Surveys

/// The last step: look it all over, and open.
struct OpeningRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart(DraftStep.review.rawValue), needs: .right(.changeWaves), use: review)
        routes.post(Paths.wavePart("opening"), needs: .right(.changeWaves), use: open)
    }

    private func review(_ request: Request, _ context: WebContext) async throws -> Response {
        try await show(nil, .ok, request, context)
    }

    private func open(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let id: Wave.ID = try context.id("wave")
        do {
            try await store.open(
                id, in: member.organisation.id, by: member.account.id,
                agreement: [UInt8](hexadecimal: form["agreement"]))
            return .seeOther(Paths.wave(id))
        } catch let refusal as any Refusal {
            return try await show(refusal, refusal.status, request, context)
        }
    }

    private func show(
        _ refusal: (any Refusal)?, _ status: HTTPResponse.Status, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let organisation = try context.member.organisation
        let id: Wave.ID = try context.id("wave")
        // Somebody else opened it meanwhile, or one clicked twice: there is nothing left to look over.
        guard let draft = try await Draft(id, in: organisation.id, from: store) else {
            return .seeOther(Paths.wave(id))
        }
        let say = pages.speech(context)
        let review = Review(
            say: say, draft: draft, manifest: try await manifest(of: draft),
            readings: try await store.readings(of: id, in: organisation.id),
            today: store.clock.now.day(in: organisation.zone), configuration: pages.configuration,
            organisation: organisation, rights: try context.member.rights, refusal: refusal,
            missing: try await store.missingPermission(for: draft.wave), openQuestions: openQuestions(of: draft))
        let page = DraftPages(store: store, home: organisation.id, say: say).page(.review, of: draft, review.values)
        return pages.render(
            page.standing(at: Paths.wave(id, DraftStep.review.rawValue)), request, context, status: status)
    }

    private func openQuestions(of draft: Draft) -> Wave.Refusal? {
        guard let instrument = draft.instrument else { return nil }
        do { try store.checkOpenQuestions(of: instrument) } catch { return error }
        return nil
    }

    /// Nothing to agree on while units or questions are missing.
    private func manifest(of draft: Draft) async throws -> Manifest? {
        guard draft.instrument != nil, draft.blocks != nil else { return nil }
        return try await store.draftManifest(of: draft.wave)
    }
}
