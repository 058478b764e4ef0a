import Core
import Foundation
import Methods
import Support
import Surveys
import Testing

@testable import Store

/// What happens because a day has come.
@Suite struct DueTests {
    private static let day = 86_400

    @Test func `codes are refused from the end on, and the wave closes`() async throws {
        let time = Timepiece(House.morning)
        let filled = try await FilledWave(House { $0.clock = time.clock }, answers: 12)
        let end = Moment.end(of: filled.wave.closesOn, in: filled.house.organisation.zone)
        time.pass(end - House.morning - 1)
        try await filled.house.send([3], code: filled.codes[20], to: filled.wave)
        try await filled.house.store.closeDueWaves()
        #expect(try await filled.house.store.wave(filled.wave.id, in: filled.wave.organisation).state == .open)

        time.pass(1)
        await #expect(throws: Submission.Refusal.waveIsOver) {
            try await filled.house.send([3], code: filled.codes[21], to: filled.wave)
        }
        try await filled.house.store.closeDueWaves()
        let wave = try await filled.house.store.wave(filled.wave.id, in: filled.wave.organisation)
        #expect(wave.state == .closed)
        #expect(try await filled.house.store.release(of: wave).responses.first?.respondents == 13)
    }

    @Test func `a server that was off on the last day closes the wave when it starts`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        let folder = try filled.house.copyOfFolder()
        let later = Moment.end(of: filled.wave.closesOn, in: filled.house.organisation.zone) + 3 * Self.day

        let house = try await House(at: later, in: folder)
        let wave = try await house.store.wave(filled.wave.id, in: filled.wave.organisation)
        #expect(wave.state == .closed)
        #expect(try await house.store.release(of: wave).responses.first?.respondents == 12)
    }

    @Test func `raw answers go after the days that were promised, and the results stay`() async throws {
        let time = Timepiece(House.morning)
        let filled = try await FilledWave(House { $0.clock = time.clock }, answers: 12) { $0.keepDays = 10 }
        let store = filled.house.store
        let wave = try await filled.house.close(filled.wave)
        let release = try await store.release(of: wave)

        time.pass(10 * Self.day)
        #expect(try await !store.keepPromises(isDry: false).contains { $0.kind == "answers" })
        #expect(filled.files.exists(filled.files.answers))

        time.pass(Self.day)
        let due = try await store.keepPromises(isDry: true).filter { $0.kind == "answers" }
        #expect(due == [Due(kind: "answers", name: "Meting")])
        #expect(filled.files.exists(filled.files.answers))
        _ = try await store.keepPromises(isDry: false)
        #expect(!filled.files.exists(filled.files.answers))
        #expect(try await store.release(of: wave) == release)
        #expect(try await !store.keepPromises(isDry: false).contains { $0.kind == "answers" })

        let bytes = try FilledWave.files(below: filled.house.folder)
        for row in filled.sent { #expect(!bytes.contains { $0.bytes.holds(row) }) }
    }

    @Test func `an organisation sees what goes next of its own alone, and nothing goes by looking`() async throws {
        let time = Timepiece(House.morning)
        let filled = try await FilledWave(House { $0.clock = time.clock }, answers: 12) { $0.keepDays = 10 }
        let (store, home) = (filled.house.store, filled.house.organisation.id)
        let other = try await store.addOrganisation("ander", name: "Ander")
        for (name, place) in [("Hanna", home), ("Piet", other.id), ("Kees", other.id)] {
            _ = try await store.addAccount(name, password: "een lang en goed wachtwoord", role: .hr, in: place)
            _ = try await store.signIn(name, password: "een lang en goed wachtwoord")
        }
        #expect(try await store.due(in: home) == [])
        _ = try await filled.house.close(filled.wave)
        try Data(count: 32).write(to: filled.files.secret)
        time.pass(11 * Self.day)
        let due = try await store.due(in: home)
        #expect(due.map(\.kind) == ["answers", "spool", "sign-ins"])
        #expect(due.map(\.name) == ["Meting", "Meting", "1"])
        #expect(try await store.due(in: other.id) == [Due(kind: "sign-ins", name: "2")])
        #expect(try await store.due(in: home) == due)
        #expect(filled.files.exists(filled.files.answers))
        _ = try await store.keepPromises(isDry: false)
        #expect(try await store.due(in: home) == [])
        #expect(try await store.due(in: other.id) == [])
    }
}
