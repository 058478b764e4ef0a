import Core
import HTTPTypes
import Hummingbird
import Store
import Surveys

/// Removing a wave that never opened, after one look at what goes.
struct DraftRemovalRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("removal"), needs: .right(.changeWaves), use: confirm)
        routes.post(Paths.wavePart("removal"), needs: .right(.changeWaves), use: remove)
    }

    private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await wave(context)
        guard wave.state == .draft else { return .seeOther(Paths.wave(wave.id)) }
        return pages.render(try await page(of: wave, context), request, context)
    }

    private func remove(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await wave(context)
        do {
            try await store.removeDraft(
                wave.id, in: wave.organisation, since: form.version, by: context.member.account.id)
            return .seeOther(Paths.waves)
        } catch Wave.Refusal.isNoDraft {
            return .seeOther(Paths.wave(wave.id))
        } catch let conflict as Conflict {
            let now = try await self.wave(context)
            guard now.state == .draft else { return .seeOther(Paths.wave(now.id)) }
            let page = try await page(of: now, isConflict: true, context)
                .standing(at: Paths.wave(now.id, "removal"))
            return pages.render(page, request, context, status: conflict.status)
        }
    }

    private func page(of wave: Wave, isConflict: Bool = false, _ context: WebContext) async throws -> Page {
        let say = pages.speech(context)
        let readings = try await store.readings(of: wave.id, in: wave.organisation)
        return Page(
            "ask/removal", room: .ask,
            [
                "crumbs": [
                    ["path": Paths.waves, "name": say("room.ask")],
                    ["path": Paths.wave(wave.id, DraftStep.review.rawValue), "name": wave.title],
                ],
                "here": say("ask.removal.here"), "heading": say("ask.removal.heading", ["title": wave.title]),
                "lead": say("ask.removal.lead"), "who_sees": say("ask.who_sees.draft"),
                "path": Paths.wave(wave.id, "removal"), "version": "\(wave.version)", "title": wave.title,
                "back": Paths.wave(wave.id, DraftStep.review.rawValue), "is_conflict": isConflict,
                "read": ReadingLines(say: say, readings: readings, current: nil).names,
            ])
    }

    private func wave(_ context: WebContext) async throws -> Wave {
        try await store.wave(context.id("wave"), in: context.member.organisation.id)
    }
}
