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
        var page = try await draftPages(context).form(QuestionsForm(Form([])), of: nil)
        page.values["earlier"] = try await earlier(context)
        return pages.render(page, request, context)
    }

    private static let mostEarlier = 3

    /// The latest waves that were opened, to do again.
    private func earlier(_ context: WebContext) async throws -> Any {
        let home = try context.member.organisation.id
        let say = pages.speech(context)
        let waves = try await store.waves(in: home).filter {
            $0.state != .draft && store.pack($0.pack, for: home) != nil
        }
        guard !waves.isEmpty else { return false }
        return [
            "waves": waves.prefix(Self.mostEarlier).map {
                ["path": Paths.wave($0.id, "copies"), "like": say("fitting.like", ["title": $0.title])]
            }
        ] as [String: Any]
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let typed = QuestionsForm(form)
        do {
            try typed.check(store.packs(for: member.organisation.id))
            let wave = try store.draft(typed.title, pack: typed.pack, in: member.organisation)
            try await store.add(wave, by: member.account.id)
            return .seeOther(Paths.wave(wave.id, typed.next))
        } catch let problems as FieldProblems {
            let page = try await draftPages(context).form(typed, of: nil, problems)
            return pages.render(
                page.standing(at: Paths.newWave), request, context, status: .unprocessableContent)
        }
    }

    private func draftPages(_ context: WebContext) async throws -> DraftPages {
        let home = try context.member.organisation
        return DraftPages(
            store: store, home: home.id, say: pages.speech(context),
            refused: try await store.packsWithoutPermission(in: home))
    }
}
