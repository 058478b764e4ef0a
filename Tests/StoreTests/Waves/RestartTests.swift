import Core
import Foundation
import Support
import Surveys
import Testing

@testable import Store

/// A stop at each step of closing, as the folder would lie there.
@Suite struct RestartTests {
    private struct Stopped {
        let filled: FilledWave
        /// The folder before closing, and what its release is when nothing goes wrong.
        let before: URL
        let release: Release

        init() async throws {
            filled = try await FilledWave(House())
            // Ten send again, the same: how often stands with the rows until closing.
            for (code, row) in zip(filled.codes, filled.sent).prefix(10) {
                try await filled.house.send(row.map(Int.init), code: code, to: filled.wave, replaces: true)
            }
            before = try filled.house.copyOfFolder()
            release = try await filled.house.store.release(of: filled.house.close(filled.wave))
            #expect(release.cards?.replaced?.about == 10)
        }

        func files(in folder: URL) -> WaveFiles {
            WaveFiles(folder: folder.appendingPathComponent("waves/\(filled.wave.id)"))
        }

        func expectDone(in house: House, _ location: SourceLocation = #_sourceLocation) async throws {
            let wave = try await house.store.wave(filled.wave.id, in: filled.wave.organisation)
            #expect(wave.state == .closed, sourceLocation: location)
            #expect(try await house.store.release(of: wave) == release, sourceLocation: location)
            let left = try FileManager.default.contentsOfDirectory(atPath: files(in: house.folder).folder.path)
            #expect(left == ["answers.sqlite"], sourceLocation: location)
        }
    }

    @Test func `stopped before anything was written, the wave is open as it was, and closes the same`() async throws {
        let stopped = try await Stopped()
        let house = try await House(in: stopped.before)
        #expect(try await house.store.wave(stopped.filled.wave.id, in: stopped.filled.wave.organisation).state == .open)
        try await house.send([1], code: stopped.filled.codes[0], to: stopped.filled.wave, replaces: true)
        let row = stopped.filled.sent[0].map(Int.init)
        try await house.send(row, code: stopped.filled.codes[0], to: stopped.filled.wave, replaces: true)

        _ = try await house.close(stopped.filled.wave)
        try await stopped.expectDone(in: house)
    }

    @Test func `stopped while the rows were written, closing begins again from the whole spool`() async throws {
        let stopped = try await Stopped()
        let files = stopped.files(in: stopped.before)
        let spool = try Spool(files.spool, mostPages: nil)
        let rows = try spool.rows()
        try spool.close()
        let file = try AnswersFile(files.answers)
        // Half of the rows, and a power cut before the one transaction was done.
        struct PowerCut: Error {}
        #expect(throws: PowerCut.self) {
            try file.write(Array(rows.prefix(10)), of: stopped.filled.wave.id) { throw PowerCut() }
        }
        try file.close()

        let house = try await House(in: stopped.before)
        _ = try await house.close(stopped.filled.wave)
        try await stopped.expectDone(in: house)
    }

    @Test func `stopped after the answers were written, a restart makes the figures`() async throws {
        let stopped = try await Stopped()
        let files = stopped.files(in: stopped.before)
        let spool = try Spool(files.spool, mostPages: nil)
        let file = try AnswersFile(files.answers)
        try file.write(try spool.rows(), of: stopped.filled.wave.id) {}
        try file.close()
        try spool.close()

        try await stopped.expectDone(in: House(in: stopped.before))
    }

    @Test(arguments: [["spool.sqlite", "secret"], ["secret"]])
    func `stopped after the figures, a restart destroys what is left`(left: [String]) async throws {
        let stopped = try await Stopped()
        let folder = try stopped.filled.house.copyOfFolder()
        for name in left {
            try FileManager.default.copyItem(
                at: stopped.files(in: stopped.before).folder.appendingPathComponent(name),
                to: stopped.files(in: folder).folder.appendingPathComponent(name))
        }

        try await stopped.expectDone(in: House(in: folder))
        try FileManager.default.removeItem(at: stopped.before)
    }

    @Test func `closed and started again, nothing changes`() async throws {
        let stopped = try await Stopped()
        try await stopped.expectDone(in: House(in: stopped.filled.house.copyOfFolder()))
        try FileManager.default.removeItem(at: stopped.before)
    }

    @Test func `a restored open wave has no spool, and is withdrawn with the reason`() async throws {
        let stopped = try await Stopped()
        try FileManager.default.removeItem(at: stopped.files(in: stopped.before).folder)
        let house = try await House(in: stopped.before)
        let wave = try await house.store.wave(stopped.filled.wave.id, in: stopped.filled.wave.organisation)
        #expect(wave.state == .withdrawn)
        #expect(wave.withdrawal?.reason == .restored)
        await #expect(throws: Submission.Refusal.waveIsWithdrawn) {
            try await house.send([1], code: stopped.filled.codes[0], to: stopped.filled.wave)
        }
    }

}
