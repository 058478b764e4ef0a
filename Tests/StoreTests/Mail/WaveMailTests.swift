import Core
import Support
import Surveys
import Testing

@testable import Store

/// What is said about a wave is said once, to everybody alike.
@Suite struct WaveMailTests {
    private func write(_ kind: Message.Kind) -> @Sendable (MailReader) -> Message {
        { reader in
            Message(
                id: .random(), person: reader.person, kind: kind, address: reader.address, subject: "x", text: "y",
                language: .dutch, refusal: reader.refusal)
        }
    }

    @Test func `everybody with an address who works here hears it, once, and the log names nobody`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;30\n")
        let (store, home) = (house.store, house.organisation.id)
        let wave = try await house.openWave("Najaar")
        try await house.addMember("Anna", email: "anna@linde.example", ["Zorg"])
        try await house.addMember("Bram", ["Zorg"])
        try await house.addMember("Cas", email: "cas@linde.example", leftOn: Day(2026, 10, 4))
        try await house.addMember("Dirk", email: "dirk@linde.example", ["Zorg"])
        let readers = try await store.mailReaders(in: home)
        #expect(readers.map(\.name) == ["Anna", "Dirk"])
        await #expect(throws: Wave.MailRefusal.readersChanged) {
            try await store.say(.open, about: wave.id, toAll: 3, by: nil, in: home, write(.open))
        }
        await #expect(throws: Wave.MailRefusal.isNotTheTime) {
            try await store.say(.results, about: wave.id, toAll: 2, by: nil, in: home, write(.results))
        }
        #expect(try await store.waitingMessages(in: home).isEmpty)
        #expect(try await store.mailSaid(about: wave).isEmpty)
        try await store.say(.open, about: wave.id, toAll: 2, by: nil, in: home, write(.open))
        await #expect(throws: Wave.MailRefusal.isSaid) {
            try await store.say(.open, about: wave.id, toAll: 2, by: nil, in: home, write(.open))
        }
        try await store.say(.reminder, about: wave.id, toAll: 2, by: nil, in: home, write(.reminder))
        #expect(try await store.waitingMessages(in: home) == [.open: 2, .reminder: 2])
        #expect(try await store.mailSaid(about: wave).map(\.number) == [2, 2])
        let lines = try await store.auditLines(in: home).filter { [.openMailed, .reminderMailed].contains($0.act) }
        #expect(lines.map(\.subject) == ["Najaar", "Najaar"] && lines.allSatisfy { $0.about == nil })
    }

    @Test func `where nobody has an address nothing is said`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;30\n")
        let wave = try await house.openWave("Najaar")
        await #expect(throws: Wave.MailRefusal.isToNobody) {
            try await house.store.say(
                .open, about: wave.id, toAll: 0, by: nil, in: house.organisation.id, write(.open))
        }
    }
}
