import Core
import HTTPTypes
import Hummingbird
import Store
import Surveys

/// Removing a wave that never opened, or that came from a file and nobody else read yet, after one look at what goes.
struct DraftRemovalRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("removal"), needs: .right(.changeWaves), use: confirm)
        routes.post(Paths.wavePart("removal"), needs: .right(.changeWaves), use: remove)
    }

    private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await wave(context)
        guard wave.mayGo else { return .seeOther(Paths.wave(wave.id)) }
        return pages.render(try await page(of: wave, context), request, context)
    }

    private func remove(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await wave(context)
        do {
            let (version, account) = (form.version, try context.member.account.id)
            if wave.isImported {
                try await store.removeImported(wave.id, in: wave.organisation, since: version, by: account)
            } else {
                try await store.removeDraft(wave.id, in: wave.organisation, since: version, by: account)
            }
            return .seeOther(Paths.waves)
        } catch let refusal as Wave.Refusal where [.isNoDraft, .isShared].contains(refusal) {
            return .seeOther(Paths.wave(wave.id))
        } catch let conflict as Conflict {
            let now = try await self.wave(context)
            guard now.mayGo else { return .seeOther(Paths.wave(now.id)) }
            let page = try await page(of: now, isConflict: true, context)
                .standing(at: Paths.wave(now.id, "removal"))
            return pages.render(page, request, context, status: conflict.status)
        }
    }

    private func page(of wave: Wave, isConflict: Bool = false, _ context: WebContext) async throws -> Page {
        let say = pages.speech(context)
        let back = wave.isImported ? Paths.wave(wave.id) : Paths.wave(wave.id, DraftStep.review.rawValue)
        let readings = try await store.readings(of: wave.id, in: wave.organisation)
        return Page(
            "ask/removal", room: .ask,
            [
                "crumbs": [
                    ["path": Paths.waves, "name": say("room.ask")],
                    ["path": back, "name": wave.title],
                ],
                "here": say("ask.removal.here"), "heading": say("ask.removal.heading", ["title": wave.title]),
                "lead": say(wave.isImported ? "import.removal.lead" : "ask.removal.lead"),
                "has_goes": wave.isImported,
                "goes": wave.isImported ? ["figures", "lists", "log", "file"].map { say("import.removal.\($0)") } : [],
                "who_sees": say(wave.isImported ? "import.who" : "ask.who_sees.draft"), "notice": "",
                "path": Paths.wave(wave.id, "removal"), "version": "\(wave.version)", "title": wave.title,
                "back": back, "is_conflict": isConflict,
                "read": ReadingLines(say: say, readings: readings, current: nil).names,
            ])
    }

    private func wave(_ context: WebContext) async throws -> Wave {
        try await store.wave(context.id("wave"), in: context.member.organisation.id)
    }
}

extension Wave {
    /// Whether it can be removed: it never opened, or nobody else read it yet.
    fileprivate var mayGo: Bool { state == .draft || isRemovable }
}
