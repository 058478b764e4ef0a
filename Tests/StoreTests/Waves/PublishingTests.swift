import Core
import Support
import Surveys
import Testing

@testable import Store

/// Publishing holds a wave against what was agreed at opening.
@Suite struct PublishingTests {
    private static let changes = [
        "UPDATE wave SET threshold = 5", "UPDATE wave SET sharing = 'units'", "UPDATE wave SET keep_days = 400",
        "UPDATE wave SET title = 'Anders'", "UPDATE wave SET closes_on = closes_on - 1",
        "UPDATE release SET threshold = 5", "UPDATE wave_group SET invited = invited + 1 WHERE is_block = 1",
    ]

    @Test(arguments: changes)
    func `what was changed in the database since opening is refused at publishing`(change: String) async throws {
        let filled = try await FilledWave(House(), answers: 12)
        let closed = try await filled.house.close(filled.wave)
        try await filled.house.store.write { try $0.execute(change) }
        await #expect(throws: Wave.Refusal.agreementsDiffer) { try await filled.house.publish(closed) }
        #expect(try await filled.house.store.wave(closed.id, in: closed.organisation).state == .closed)
        #expect(
            try await !filled.house.store.auditLines(in: closed.organisation).contains { $0.act == .wavePublished })
    }

    @Test(arguments: ["manifest = x'7B7D'", "manifest_hash = x'00'", "manifest = NULL"])
    func `agreements that are no longer what they were are refused, and no figure is read`(
        change: String
    ) async throws {
        let filled = try await FilledWave(House(), answers: 12)
        let closed = try await filled.house.close(filled.wave)
        try await filled.house.store.write { try $0.execute("UPDATE wave SET \(change)") }
        await #expect(throws: Wave.Refusal.manifestIsBroken) { try await filled.house.publish(closed) }
        let now = try await filled.house.store.wave(closed.id, in: closed.organisation)
        #expect(now.state == .closed && now.isManifestBroken)
        await #expect(throws: Wave.Refusal.manifestIsBroken) { try await filled.house.store.release(of: now) }
    }

    @Test func `figures are made by the threshold that was agreed, whatever a column says`() async throws {
        let filled = try await FilledWave(House(), answers: 12) { $0.threshold = 9 }
        try await filled.house.store.write { try $0.execute("UPDATE wave SET threshold = 5") }
        let closed = try await filled.house.close(filled.wave)
        #expect(closed.threshold == 5)
        #expect(try await filled.house.store.release(of: closed).threshold == 9)
    }

    @Test func `the stored agreements are never overwritten`() async throws {
        let filled = try await FilledWave(House(), answers: 0)
        let before = try #require(filled.wave.manifest)
        try await filled.house.store.moveEnd(
            of: filled.wave.id, to: filled.wave.closesOn + 40, in: filled.wave.organisation, by: nil)
        let moved = try await filled.house.store.wave(filled.wave.id, in: filled.wave.organisation)
        #expect(moved.manifest == before)
        #expect(moved.movedEnd != nil && moved.movedResults != nil)
        let closed = try await filled.house.close(moved)
        _ = try await filled.house.publish(closed)
    }
}
