import Core
import Hummingbird
import Store
import Surveys

/// The first step, before there is anything to change.
struct NewWaveRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.newWave, needs: .right(.changeWaves), use: new)
        routes.post(Paths.waves, needs: .right(.changeWaves), use: create)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(draftPages(context).form(QuestionsForm(Form([])), of: nil), request, context)
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let typed = QuestionsForm(form)
        do {
            try typed.check(store.packs)
            let wave = try store.draft(typed.title, pack: typed.pack, in: member.organisation)
            try await store.add(wave, by: member.account.id)
            return .seeOther(Paths.wave(wave.id, DraftStep.who.rawValue))
        } catch let problems as FieldProblems {
            let page = draftPages(context).form(typed, of: nil, problems)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }

    private func draftPages(_ context: WebContext) -> DraftPages {
        DraftPages(store: store, say: pages.speech(context))
    }
}
