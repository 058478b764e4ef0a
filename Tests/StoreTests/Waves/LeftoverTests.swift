import Core
import Support
import Surveys
import Testing

@testable import Store

@Suite struct LeftoverTests {
    @Test func `leftovers are counted while open and after closing, and the release tells the total`() async throws {
        let filled = try await FilledWave(House(), people: 40, answers: 12)
        let (store, wave) = (filled.house.store, filled.wave)
        let made = try await store.cardsMade(for: wave.id, in: wave.organisation)
        let blocks = made.keys.sorted()
        try await store.count([blocks[0]: 3], leftOf: wave.id, in: wave.organisation, since: 0)
        let closed = try await filled.house.close(wave)
        #expect(try await store.release(of: closed).cards?.leftover == nil)

        try await store.count(
            [blocks[0]: 3, blocks[1]: 0], leftOf: wave.id, in: wave.organisation, since: 1)
        let cards = try await store.release(of: closed).cards
        let all = made.values.reduce(0, +)
        #expect(cards == Release.Cards(made: all, leftover: 3, replaced: .init(times: 0)))

        _ = try await filled.house.publish(closed)
        await #expect(throws: Wave.Refusal.isReported) {
            try await store.count([blocks[0]: 4], leftOf: wave.id, in: wave.organisation, since: 2)
        }
        #expect(try await store.leftovers(of: wave.id, in: wave.organisation).counts == [blocks[0]: 3, blocks[1]: 0])
    }

    @Test func `who counts on an older page hears that somebody else did`() async throws {
        let filled = try await FilledWave(House(), people: 40, answers: 0)
        let (store, wave) = (filled.house.store, filled.wave)
        let block = try #require(try await store.cardsMade(for: wave.id, in: wave.organisation).keys.first)
        // Emptying a count is one as well.
        try await store.count([:], leftOf: wave.id, in: wave.organisation, since: 0)
        await #expect(throws: Conflict.changedMeanwhile) {
            try await store.count([block: 2], leftOf: wave.id, in: wave.organisation, since: 0)
        }
        await #expect(throws: Wave.Refusal.leftoversAreOutside) {
            try await store.count([block: 999], leftOf: wave.id, in: wave.organisation, since: 1)
        }
        #expect(try await store.leftovers(of: wave.id, in: wave.organisation) == Leftovers([:], version: 1))
    }

    @Test func `the log says that somebody counted, and no number`() async throws {
        let filled = try await FilledWave(House(), people: 40, answers: 0)
        let (store, wave) = (filled.house.store, filled.wave)
        let block = try #require(try await store.cardsMade(for: wave.id, in: wave.organisation).keys.first)
        try await store.count([block: 7], leftOf: wave.id, in: wave.organisation, since: 0)
        let lines = try await store.auditLines(in: wave.organisation).filter { $0.act == .cardsLeft }
        #expect(lines.map(\.subject) == [wave.title])
    }

    @Test func `nobody of another organisation finds the piles`() async throws {
        let filled = try await FilledWave(House(), people: 40, answers: 0)
        let other = try await filled.house.store.addOrganisation("esdoorn", name: "De Esdoorn")
        await #expect(throws: NotFound.self) {
            try await filled.house.store.count([1: 0], leftOf: filled.wave.id, in: other.id, since: 0)
        }
    }
}
