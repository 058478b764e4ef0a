import Core
public import Foundation
import GRDB
import Surveys

extension Store {
    /// A consistent copy of everything but open waves' answers, as one SQLite archive; returns where it lies.
    public func backUp() async throws -> (file: URL, leftOut: [String]) {
        let open = try await openTitles()
        let name = "backup-\(clock.now.seconds)-\(UInt32.random(in: .min ... .max))"
        let file = folder.temporary.appendingPathComponent(name + ".sqlar")
        let copy = folder.temporary.appendingPathComponent(name + ".sqlite")
        defer { try? FileManager.default.removeItem(at: copy) }
        try await core.vacuum(into: copy.path)
        let archive = try Archive(making: file)
        try archive.add("core.sqlite", from: copy)
        for id in try await closedWaves() {
            let files = folder.files(of: id)
            if files.exists(files.answers) { try archive.add("waves/\(id)/answers.sqlite", from: files.answers) }
        }
        try archive.close()
        return (file, open)
    }

    private func openTitles() async throws -> [String] {
        try await read {
            try $0.rows("SELECT title FROM wave WHERE state = 'open' ORDER BY title").map { try $0["title"] }
        }
    }

    private func closedWaves() async throws -> [Wave.ID] {
        try await read {
            try $0.rows("SELECT id FROM wave WHERE closed_on IS NOT NULL ORDER BY id").map { try $0["id"] }
        }
    }

    /// Lays a backup out in an empty folder; opening the folder withdraws what was open.
    public static func restore(_ backup: URL, into path: String) throws {
        let target = URL(fileURLWithPath: path, isDirectory: true)
        let present = (try? FileManager.default.contentsOfDirectory(atPath: target.path)) ?? []
        guard present.isEmpty else { throw StartProblem.isNotEmpty }
        let archive = try Archive(reading: backup)
        defer { try? archive.close() }
        guard try archive.names().contains("core.sqlite") else { throw StartProblem.isNoBackup }
        // All names first: of an archive that is not ours nothing is laid out.
        guard try archive.names().allSatisfy(Self.mayRestore) else { throw StartProblem.isNoBackup }
        for name in try archive.names() {
            let file = target.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try archive.extract(name, to: file)
        }
    }

    /// Only the names that a backup of ours holds: an archive cannot write elsewhere.
    private static func mayRestore(_ name: String) -> Bool {
        name == "core.sqlite" || name.wholeMatch(of: /waves\/[0-9a-f]{32}\/answers\.sqlite/) != nil
    }
}
