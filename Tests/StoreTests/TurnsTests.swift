import Core
import Support
import Surveys
import Testing
@testable import Store

@Suite struct TurnsTests {
    @Test func `while somebody opens, closes or withdraws a wave, nobody else does`() async throws {
        let open = try await OpenHouse(House())
        let (store, wave, home) = (open.house.store, open.wave.id, open.house.organisation.id)
        let draft = try store.draft("Later", pack: "pulse", in: open.house.organisation)
        try await store.add(draft)
        try store.turns.take(wave)
        try store.turns.take(draft.id)
        await #expect(throws: Conflict.changedMeanwhile) { try await store.close(wave, in: home) }
        await #expect(throws: Conflict.changedMeanwhile) { try await store.withdraw(wave, in: home) }
        await #expect(throws: Conflict.changedMeanwhile) { try await store.open(draft.id, in: home) }
        #expect(try await store.wave(wave, in: home).state == .open)
        store.turns.giveBack(wave)
        try await store.close(wave, in: home)
        #expect(try await store.wave(wave, in: home).state == .closed)
    }

    @Test func `who was refused may try again`() async throws {
        let open = try await OpenHouse(House())
        let (store, home) = (open.house.store, open.house.organisation.id)
        await #expect(throws: Wave.Refusal.isNoDraft) { try await store.open(open.wave.id, in: home) }
        try await store.withdraw(open.wave.id, in: home)
        #expect(try await store.wave(open.wave.id, in: home).state == .withdrawn)
    }
}
