import Core
import Hummingbird
import Store
import Surveys

/// All waves of an organisation: what runs, what is prepared, what was.
struct WaveIndexRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.waves, needs: .any([.readTotals, .changeWaves, .readManifest]), use: index)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let waves = try await store.waves(in: member.organisation.id)
        var raw: Set<Wave.ID> = []
        for wave in waves where wave.isResearch {
            if try await store.rawAnswersUntil(of: wave, for: member) != nil { raw.insert(wave.id) }
        }
        let resting = RestingFiles(store, pages.speech(context), for: member)
        let list = WaveList(
            say: pages.speech(context), waves: waves, rights: member.rights,
            today: store.clock.now.day(in: member.organisation.zone), raw: raw, resting: resting)
        return pages.render(list.page(organisation: member.organisation.name), request, context)
    }
}
