import Core
import Hummingbird
import Methods
import Store
import Surveys

/// The steps of a wave in preparation.
struct DraftRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        add(QuestionsForm.self, to: routes)
        routes.get(Paths.wavePart(DraftStep.who.rawValue), needs: .right(.changeWaves), use: who)
        add(WhenForm.self, to: routes)
        add(SharingForm.self, to: routes)
    }

    private func add<Typed: StepForm>(_ type: Typed.Type, to routes: GuardedRoutes) {
        let path = Paths.wavePart(Typed.step.rawValue)
        routes.get(path, needs: .right(.changeWaves)) { try await show(type, $0, $1) }
        routes.post(path, needs: .right(.changeWaves)) { try await update(type, $0, $1, $2) }
    }

    private func show<Typed: StepForm>(
        _: Typed.Type, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let id: Wave.ID = try context.id("wave")
        guard let draft = try await draft(id, context) else { return .seeOther(Paths.wave(id)) }
        var page = try await draftPages(context, Typed.step).form(Typed(draft.wave, pages.speech(context)), of: draft)
        if Typed.step == .questions { page.values["fit"] = fitting(of: draft, pages.speech(context)) }
        return pages.render(page, request, context)
    }

    /// What can be done with the questionnaire that was chosen.
    private func fitting(of draft: Draft, _ say: Speech) -> Any {
        guard let instrument = draft.instrument else { return false }
        let trial = Paths.wave(draft.wave.id, "trial")
        let code = QRCode(pages.configuration.baseURL + trial)
        return [
            "title": instrument.title[say.language], "path": Paths.wave(draft.wave.id, "questions/fit"),
            "trial": trial,
            "terms": store.terms(of: instrument, for: draft.wave.organisation, in: say.language) as Any? ?? false,
            "fitted": !instrument.isFitted ? "" : say.count("fitting.fitted", instrument.items.count),
            "qr": code.map { ["box": $0.viewBox, "path": $0.path] } as Any? ?? false,
        ] as [String: Any]
    }

    private func update<Typed: StepForm>(
        _: Typed.Type, _ form: Form, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let id: Wave.ID = try context.id("wave")
        let typed = Typed(form)
        do {
            try await save(typed, to: id, since: form.version, context)
            return .seeOther(Paths.wave(id, typed.next))
        } catch let problems as FieldProblems {
            let page = try await draftPages(context, Typed.step).form(typed, of: try await draft(id, context), problems)
            return pages.render(page, request, context, status: .unprocessableContent)
        } catch is Conflict {
            let page = try await draftPages(context, Typed.step).form(
                typed, of: try await draft(id, context), isConflict: true)
            return pages.render(page, request, context, status: .conflict)
        }
    }

    private func save(_ typed: some StepForm, to id: Wave.ID, since version: Int, _ context: WebContext) async throws {
        let member = try context.member
        let organisation = member.organisation
        let (today, packs) = (store.clock.now.day(in: organisation.zone), store.packs(for: organisation.id))
        let wave = try await store.wave(id, in: organisation.id)
        let changed = try typed.applied(to: wave, on: today, packs)
        // Going on without a change is no act that the log should name.
        guard changed != wave else { return }
        try await store.change(id, in: organisation.id, since: version, by: member.account.id) { wave in
            wave = try typed.applied(to: wave, on: today, packs)
        }
    }

    private func who(_ request: Request, _ context: WebContext) async throws -> Response {
        let id: Wave.ID = try context.id("wave")
        guard let draft = try await draft(id, context) else { return .seeOther(Paths.wave(id)) }
        let say = pages.speech(context)
        let tree = try await store.units(in: draft.wave.organisation)
        let values = WhoTable(say: say, tree: tree, draft: draft).values
        return pages.render(try await draftPages(context, .who).page(.who, of: draft, values), request, context)
    }

    private func draft(_ id: Wave.ID, _ context: WebContext) async throws -> Draft? {
        try await Draft(id, in: context.member.organisation.id, from: store)
    }

    private func draftPages(_ context: WebContext, _ step: DraftStep) async throws -> DraftPages {
        let home = try context.member.organisation
        // Permissions are told where a questionnaire is chosen, and looked up for no other step.
        let refused = step == .questions ? try await store.packsWithoutPermission(in: home) : [:]
        return DraftPages(store: store, home: home.id, say: pages.speech(context), refused: refused)
    }
}

extension StepForm {
    fileprivate func applied(to wave: Wave, on today: Day, _ packs: [Instrument]) throws -> Wave {
        guard wave.state == .draft else { throw Wave.Refusal.isNoDraft }
        var wave = wave
        try apply(to: &wave, on: today, packs)
        return wave
    }
}
