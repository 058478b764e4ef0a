import Core
import Foundation
import Support
import Surveys
import Testing

@testable import Store

/// A wave with which something is wrong stands still by itself; everything else goes on.
@Suite struct StandstillTests {
    private func wave(_ filled: FilledWave, in house: House) async throws -> Wave {
        try await house.store.wave(filled.wave.id, in: filled.wave.organisation)
    }

    private func files(_ filled: FilledWave, in folder: URL) -> WaveFiles {
        WaveFiles(folder: folder.appendingPathComponent("waves/\(filled.wave.id)"))
    }

    @Test func `closing on the last day that fails is tried again, later each time, until it goes`() async throws {
        let time = Timepiece(House.morning)
        let filled = try await FilledWave(House { $0.clock = time.clock }, answers: 12)
        let store = filled.house.store
        let end = Moment.end(of: filled.wave.closesOn, in: filled.house.organisation.zone)
        // A folder where the file should come.
        let obstacle = filled.files.answers
        try FileManager.default.createDirectory(at: obstacle, withIntermediateDirectories: false)
        time.pass(end - House.morning)

        try await store.closeDueWaves()
        let first = try #require(store.standstill(of: filled.wave.id))
        #expect(first.isClosing && first.tries == 1 && first.next == store.clock.now + 60)
        #expect(try await wave(filled, in: filled.house).state == .open)
        await #expect(throws: Submission.Refusal.waveIsOver) {
            try await filled.house.send([3], code: filled.codes[20], to: filled.wave)
        }
        time.pass(59)
        try await store.closeDueWaves()
        #expect(store.standstill(of: filled.wave.id) == first)
        time.pass(1)
        try await store.closeDueWaves()
        #expect(store.standstill(of: filled.wave.id)?.tries == 2)
        #expect(store.standstill(of: filled.wave.id)?.next == store.clock.now + 120)

        try FileManager.default.removeItem(at: obstacle)
        time.pass(120)
        try await store.closeDueWaves()
        let closed = try await wave(filled, in: filled.house)
        #expect(closed.state == .closed)
        #expect(store.standstill(of: filled.wave.id) == nil)
        #expect(try await store.release(of: closed).responses.first?.respondents == 12)
        #expect(try FileManager.default.contentsOfDirectory(atPath: filled.files.folder.path) == ["answers.sqlite"])
    }

    @Test func `pauses grow from a minute to an hour`() {
        #expect((1...8).map { Standstill.pause(after: $0) / 60 } == [1, 2, 4, 8, 16, 32, 60, 60])
        #expect(Standstill.pause(after: 1_000) == 3_600)
    }

    @Test func `a full disk at closing is named, nothing is lost, and the next start closes`() async throws {
        let filled = try await FilledWave(House { $0.answersPages = 2 }, answers: 60)
        let store = filled.house.store
        await #expect(throws: Wave.Refusal.closingGoesOn) { try await filled.house.close(filled.wave) }
        let still = try #require(store.standstill(of: filled.wave.id))
        #expect(still.reason == .diskIsFull && still.isClosing)
        #expect(try await wave(filled, in: filled.house).state == .open)
        #expect(!store.takesAnswers(filled.wave.id))

        let later = Moment.end(of: filled.wave.closesOn, in: filled.house.organisation.zone)
        let house = try await House(at: later, in: filled.house.copyOfFolder())
        let closed = try await wave(filled, in: house)
        #expect(closed.state == .closed)
        #expect(try await house.store.release(of: closed).responses.first?.respondents == 60)
    }

    @Test func `what was closed by hand and did not go stays closed over a restart, before its last day`() async throws
    {
        let filled = try await FilledWave(House { $0.answersPages = 2 }, answers: 60)
        await #expect(throws: Wave.Refusal.closingGoesOn) { try await filled.house.close(filled.wave) }
        let mark = try FileManager.default.attributesOfItem(atPath: filled.files.closing.path)
        #expect(mark[.posixPermissions] as? Int == 0o600 && mark[.size] as? Int == 0)

        let full = try await House(in: filled.house.copyOfFolder()) { $0.answersPages = 2 }
        #expect(full.store.standstill(of: filled.wave.id)?.isClosing == true)
        await #expect(throws: Submission.Refusal.waveIsOver) {
            try await full.send([3], code: filled.codes[70], to: filled.wave)
        }
        let roomy = try await House(in: filled.house.copyOfFolder())
        let closed = try await wave(filled, in: roomy)
        #expect(closed.state == .closed)
        #expect(try await roomy.store.release(of: closed).responses.first?.respondents == 60)
        let left = files(filled, in: roomy.folder).folder.path
        #expect(try FileManager.default.contentsOfDirectory(atPath: left) == ["answers.sqlite"])
    }

    @Test func `a mark that cannot be put down does not keep a wave from closing`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        // A folder where the file should come.
        try FileManager.default.createDirectory(at: filled.files.closing, withIntermediateDirectories: false)
        #expect(try await filled.house.close(filled.wave).state == .closed)
        #expect(try FileManager.default.contentsOfDirectory(atPath: filled.files.folder.path) == ["answers.sqlite"])
    }

    @Test func `who closed a wave by hand is named in the log when it went at a later try`() async throws {
        let time = Timepiece(House.morning)
        let filled = try await FilledWave(House { $0.clock = time.clock }, answers: 12)
        let hr = try await filled.house.visitor(.hr)
        try FileManager.default.createDirectory(at: filled.files.answers, withIntermediateDirectories: false)
        await #expect(throws: Wave.Refusal.closingGoesOn) {
            try await filled.house.store.close(filled.wave.id, in: filled.wave.organisation, by: hr.account)
        }
        try FileManager.default.removeItem(at: filled.files.answers)
        time.pass(60)
        try await filled.house.store.closeDueWaves()
        let lines = try await filled.house.store.auditLines(in: filled.wave.organisation)
        #expect(lines.filter { $0.act == .waveClosed }.map(\.by) == [.named(hr.name)])
    }

    /// What can be wrong with the files of a wave, and what is said of it.
    private static let harm: [(reason: Standstill.Reason, do: @Sendable (WaveFiles) throws -> Void)] = [
        (.spoolIsBroken, { try Data(repeating: 7, count: 9_000).write(to: $0.spool) }),
        (.spoolIsMissing, { try $0.destroy($0.spool) }),
        (.answersAreBroken, { try Data(repeating: 7, count: 9_000).write(to: $0.answers) }),
        (.secretIsMissing, { try $0.destroy($0.secret) }),
        (.secretIsMissing, { try Data([1, 2, 3]).write(to: $0.secret) }),
    ]

    @Test(arguments: harm.indices)
    func `a wave with a broken file is set aside at start, and the others go on`(harm: Int) async throws {
        let filled = try await FilledWave(House(), answers: 12)
        let other = try await filled.house.openWave("Andere")
        let code = try #require(try await filled.house.codes(of: other)["Zorg"]?.first)
        let folder = try filled.house.copyOfFolder()
        let (reason, harm) = Self.harm[harm]
        let files = files(filled, in: folder)
        for suffix in ["-wal", "-shm"] where reason == .spoolIsBroken {
            try? FileManager.default.removeItem(atPath: files.spool.path + suffix)
        }
        try harm(files)

        let house = try await House(in: folder)
        let still = try #require(house.store.standstill(of: filled.wave.id))
        #expect(still.reason == reason && !still.isClosing)
        #expect(try await wave(filled, in: house).state == .open)
        try await house.send([3], code: code, to: other)
        try await house.store.countResponses()
        await #expect(throws: Submission.Refusal.waveStandsStill) {
            try await house.send([3], code: filled.codes[20], to: filled.wave)
        }
        await #expect(throws: Wave.Refusal.standsStill) { try await house.codes(of: filled.wave) }
        // Nothing that is left of it is touched, and hr can still stop it.
        #expect(files.exists(files.folder))
        try await house.store.withdraw(filled.wave.id, in: filled.wave.organisation)
        #expect(house.store.standstill(of: filled.wave.id) == nil)
    }

    @Test func `a file that was put back is taken up while the server runs`() async throws {
        let time = Timepiece(House.morning)
        let filled = try await FilledWave(House(), answers: 12)
        let folder = try filled.house.copyOfFolder()
        let files = files(filled, in: folder)
        let secret = try files.readSecret()
        try files.destroy(files.secret)
        let house = try await House(in: folder) { $0.clock = time.clock }
        #expect(house.store.standstill(of: filled.wave.id)?.reason == .secretIsMissing)

        try files.writeSecret(secret)
        time.pass(60)
        try await house.store.closeDueWaves()
        #expect(house.store.standstill(of: filled.wave.id) == nil)
        try await house.send([3], code: filled.codes[20], to: filled.wave)
        let closed = try await house.close(filled.wave)
        #expect(try await house.store.release(of: closed).responses.first?.respondents == 13)
    }

    @Test(arguments: [false, true])
    func `what is withdrawn half-way to being closed leaves no answer behind`(afterRestart: Bool) async throws {
        let filled = try await FilledWave(House(), answers: 12)
        // The answers were written, and then the figures did not fit on the disk.
        let rows = try #require(filled.house.store.openWaves[filled.wave.id]).spool.rows()
        func write(_ files: WaveFiles) throws {
            let file = try AnswersFile(files.answers)
            try file.write(rows, of: filled.wave.id) {}
            try file.close()
        }
        if !afterRestart { try write(filled.files) }
        try await filled.house.store.withdraw(filled.wave.id, in: filled.wave.organisation)
        guard afterRestart else {
            #expect(try FileManager.default.contentsOfDirectory(atPath: filled.files.folder.path) == [])
            return
        }
        let folder = try filled.house.copyOfFolder()
        try write(files(filled, in: folder))
        let house = try await House(in: folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: files(filled, in: house.folder).folder.path) == [])
    }

    @Test func `a spool that vanished while the server ran is never closed as if nobody had answered`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        try filled.files.destroy(filled.files.spool)
        await #expect(throws: Wave.Refusal.closingGoesOn) { try await filled.house.close(filled.wave) }
        #expect(filled.house.store.standstill(of: filled.wave.id)?.reason == .spoolIsMissing)
        #expect(try await wave(filled, in: filled.house).state == .open)
        #expect(!filled.files.exists(filled.files.spool))
    }

    @Test func `a wave whose agreements were changed stands still, and the list of waves stays`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        try await filled.house.store.write {
            try $0.run("UPDATE wave SET manifest_hash = $1 WHERE id = $2", [1, 2, 3] as [UInt8], filled.wave.id)
        }
        let house = try await House(in: filled.house.copyOfFolder())
        #expect(house.store.standstill(of: filled.wave.id)?.reason == .manifestIsBroken)
        #expect(try await house.store.waves(in: filled.wave.organisation).map(\.isManifestBroken) == [true])
        await #expect(throws: Wave.Refusal.closingGoesOn) { try await house.close(filled.wave) }
    }
}
