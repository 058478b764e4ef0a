import Core
import Foundation
import Support
import Surveys
import Testing

@testable import Store

@Suite struct BackupTests {
    private func empty() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("weefsel-\(UUID().uuidString)")
    }

    @Test func `a backup names the open waves that it leaves out, and holds nothing of their spools`() async throws {
        let filled = try await FilledWave(House())
        let open = try #require(filled.house.store.openWaves[filled.wave.id])
        let keys = try open.spool.rows().map(\.key)
        let secret = try filled.files.readSecret()
        let (file, leftOut) = try await filled.house.store.backUp()

        #expect(leftOut == ["Meting"])
        let bytes = try Data(contentsOf: file)
        #expect(keys.count == 30)
        for row in filled.sent { #expect(!bytes.holds(row)) }
        for key in keys { #expect(!bytes.holds(key)) }
        for code in filled.codes { #expect(!bytes.holds(Array(code.utf8))) }
        #expect(!bytes.holds(secret))
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a backup of a closed wave comes back with its answers and its release`() async throws {
        let filled = try await FilledWave(House())
        let wave = try await filled.house.close(filled.wave)
        let (file, leftOut) = try await filled.house.store.backUp()
        #expect(leftOut == [])

        let folder = empty()
        try Store.restore(file, into: folder.path)
        let house = try await House(in: folder)
        let back = try await house.store.wave(wave.id, in: wave.organisation)
        #expect(back == wave)
        #expect(try await house.store.release(of: back) == filled.house.store.release(of: wave))
        let bytes = try Data(contentsOf: house.store.folder.files(of: wave.id).answers)
        for row in filled.sent { #expect(bytes.holds(row)) }
    }

    @Test func `when a copy was made is known, in the copy too`() async throws {
        let house = try await House()
        #expect(try await house.store.lastBackup() == nil)
        let (file, _) = try await house.store.backUp()
        #expect(try await house.store.lastBackup() == House.morning)

        let folder = empty()
        try Store.restore(file, into: folder.path)
        #expect(try await House(in: folder).store.lastBackup() == House.morning)
    }

    @Test func `a copy that fails is no copy`() async throws {
        let house = try await House()
        try FileManager.default.removeItem(at: house.store.folder.temporary)
        await #expect(throws: (any Error).self) { try await house.store.backUp() }
        #expect(try await house.store.lastBackup() == nil)
    }

    @Test func `a folder that holds something is not restored over`() async throws {
        let house = try await House()
        let (file, _) = try await house.store.backUp()
        let folder = empty()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let note = folder.appendingPathComponent("note")
        try Data("hier stond al iets".utf8).write(to: note)

        #expect(throws: StartProblem.isNotEmpty) { try Store.restore(file, into: folder.path) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["note"])
    }

    @Test(arguments: [
        "../outside", "waves/../../outside", "/tmp/outside", "core.sqlite/../outside", "waves/x/answers.sqlite",
        "waves/00000000000000000000000000000000/spool.sqlite", "waves/00000000000000000000000000000000/secret",
        "lock", "zz", "waves/00000000000000000000000000000000/answers.sqlite/../../../outside",
    ])
    func `an archive with another path is refused, and nothing of it is laid out`(name: String) async throws {
        let house = try await House()
        let (file, _) = try await house.store.backUp()
        let core = empty()
        let good = try Archive(reading: file)
        try good.extract("core.sqlite", to: core)
        try good.close()
        let forged = empty()
        let archive = try Archive(making: forged)
        try archive.add("core.sqlite", from: core)
        try archive.add(name, from: core)
        try archive.close()

        let folder = empty()
        #expect(throws: StartProblem.isNoBackup) { try Store.restore(forged, into: folder.path) }
        let laidOut = try? FileManager.default.subpathsOfDirectory(atPath: folder.path)
        #expect(laidOut ?? [] == [])
        let outside = folder.deletingLastPathComponent().appendingPathComponent("outside").path
        #expect(!FileManager.default.fileExists(atPath: outside))
    }

    /// A backup whose files somebody changed on the way.
    private func forged(_ change: (URL) throws -> Void) async throws -> (good: URL, bad: URL) {
        let house = try await House()
        let (good, _) = try await house.store.backUp()
        let core = empty()
        let archive = try Archive(reading: good)
        try archive.extract("core.sqlite", to: core)
        try archive.close()
        try change(core)
        let bad = empty()
        let forged = try Archive(making: bad)
        try forged.add("core.sqlite", from: core)
        try forged.close()
        let kept = empty()
        try FileManager.default.copyItem(at: good, to: kept)
        return (kept, bad)
    }

    private func expectNothing(of bad: URL, then good: URL, _ problem: StartProblem) async throws {
        let folder = empty()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #expect(throws: problem) { try Store.restore(bad, into: folder.path) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        try Store.restore(good, into: folder.path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["core.sqlite"])
        #expect(try await House(in: folder).store.organisation(slug: "linde") != nil)
    }

    @Test func `of a backup whose database is garbage nothing stays, and a good one is restored after it`() async throws
    {
        let (good, bad) = try await forged { try Data(repeating: 7, count: 9_000).write(to: $0) }
        try await expectNothing(of: bad, then: good, .isNoBackup)
    }

    @Test func `of a backup with a page destroyed nothing stays`() async throws {
        let (good, bad) = try await forged { core in
            var bytes = try Data(contentsOf: core)
            bytes.replaceSubrange(8_192..<12_288, with: Data(repeating: 7, count: 4_096))
            try bytes.write(to: core)
        }
        try await expectNothing(of: bad, then: good, .isNoBackup)
    }

    @Test func `a backup of a newer version is refused, and a good one is restored after it`() async throws {
        let (good, _) = try await forged { _ in }
        let newer = try await House()
        try await newer.store.write { _ = try $0.run("INSERT INTO migration (name) VALUES ('2999-01-01-more')") }
        let (bad, _) = try await newer.store.backUp()
        try await expectNothing(of: bad, then: good, .isFromNewerVersion)
    }

    @Test func `a folder that was not there is not there after a failed restore`() async throws {
        let (_, bad) = try await forged { try Data(repeating: 7, count: 9_000).write(to: $0) }
        let folder = empty()
        #expect(throws: StartProblem.isNoBackup) { try Store.restore(bad, into: folder.path) }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test func `what a restore left when the power went is in nobody's way`() async throws {
        let (good, _) = try await forged { _ in }
        let folder = empty()
        let half = folder.appendingPathComponent(".restoring/waves")
        try FileManager.default.createDirectory(at: half, withIntermediateDirectories: true)
        try Store.restore(good, into: folder.path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["core.sqlite"])
    }
}
