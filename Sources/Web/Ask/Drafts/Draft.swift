import Core
import Methods
import Store
import Surveys

/// A wave in preparation, with what its pages show of it.
struct Draft: Sendable {
    let wave: Wave
    let instrument: Instrument?
    /// Why there is none, where there is none.
    let missing: Wave.Refusal?
    let plan: Result<BlockPlan, BlockPlan.Refusal>

    /// Only a draft: an opened wave has other pages.
    init?(_ id: Wave.ID, in organisation: Organisation.ID, from store: Store) async throws {
        let wave = try await store.wave(id, in: organisation)
        guard wave.state == .draft else { return nil }
        self.wave = wave
        instrument = store.pack(wave.pack, for: organisation)
        missing = store.refusal(ofPack: wave.pack, for: organisation)
        do {
            plan = .success(try await store.blockPlan(of: wave))
        } catch let refusal as BlockPlan.Refusal {
            plan = .failure(refusal)
        }
    }

    var blocks: [Group]? { try? plan.get().blocks }
}
