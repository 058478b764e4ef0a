import Core
import Support
import Surveys
import Testing

@testable import Store

@Suite struct CardTests {
    private func made(_ filled: FilledWave) async throws -> [Int: Int] {
        try await filled.house.store.cardsMade(for: filled.wave.id, in: filled.wave.organisation)
    }

    @Test func `no card is added once closing has counted them, also while the wave is still in memory`() async throws {
        let filled = try await FilledWave(House(), people: 40, answers: 0)
        let (store, wave) = (filled.house.store, filled.wave)
        let before = try await made(filled)
        let batches = try await store.batches(for: wave.id, in: wave.organisation).count
        try await store.write { try $0.run("UPDATE wave SET state = 'closed' WHERE id = $1", wave.id) }
        #expect(store.takesAnswers(wave.id))
        await #expect(throws: Wave.Refusal.isNotOpen) {
            try await store.addCards(3, to: 1, of: wave.id, in: wave.organisation, since: batches)
        }
        #expect(try await made(filled) == before)
    }

    @Test func `of two who add cards at once the second hears so, and the cards of the first work`() async throws {
        let filled = try await FilledWave(House(), people: 40, answers: 0)
        let (store, wave) = (filled.house.store, filled.wave)
        let block = try #require(try await made(filled).keys.min())
        let batches = try await store.batches(for: wave.id, in: wave.organisation).count
        @Sendable func add() async -> Bool {
            do {
                try await store.addCards(3, to: block, of: wave.id, in: wave.organisation, since: batches)
                return true
            } catch {
                #expect(error as? Conflict == .changedMeanwhile)
                return false
            }
        }
        async let one = add()
        async let other = add()
        #expect(await [one, other].filter { $0 }.count == 1)
        let pile = try await store.codes(ofBatch: batches, of: wave.id, in: wave.organisation)
        #expect(pile.codes.count == 3)
        for code in pile.codes { try await filled.house.send([3], code: "\(code)", to: wave) }
    }
}
