public import Core
public import Foundation
import GRDB
import Surveys

extension Store {
    /// A consistent copy of everything but open waves' answers, as one SQLite archive; returns where it lies.
    public func backUp() async throws -> (file: URL, leftOut: [String]) {
        try await backups.whileCopying(copied)
    }

    /// Copies that nobody fetched yet; every organisation is in them.
    func lyingBackups() -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.temporary.path)) ?? []
        return all.filter { $0.hasPrefix(Self.prefix) }
    }

    private static let prefix = "backup-"

    private func copied() async throws -> (file: URL, leftOut: [String]) {
        let open = try await openTitles()
        let name = "\(Self.prefix)\(clock.now.seconds)-\(UInt32.random(in: .min ... .max))"
        let file = folder.temporary.appendingPathComponent(name + ".sqlar")
        let copy = folder.temporary.appendingPathComponent(name + ".sqlite")
        defer { try? FileManager.default.removeItem(at: copy) }
        // Noted before, so that the copy holds the same as what it is a copy of; taken back where it fails.
        let before = try await noteBackup(clock.now)
        do { try await pack(copy, into: file) } catch {
            _ = try? await noteBackup(before)
            try? FileManager.default.removeItem(at: file)
            throw error
        }
        return (file, open)
    }

    /// When a copy was last made.
    public func lastBackup() async throws -> Moment? {
        try await read { try $0.setting(Self.backedUpAt).flatMap { Int($0) }.map(Moment.init(seconds:)) }
    }

    private static let backedUpAt = "backed_up_at"

    /// Returns what was noted before.
    private func noteBackup(_ moment: Moment?) async throws -> Moment? {
        let before = try await lastBackup()
        try await write { try $0.set(Self.backedUpAt, to: moment.map { "\($0.seconds)" } ?? "") }
        return before
    }

    private func pack(_ copy: URL, into file: URL) async throws {
        try await core.vacuum(into: copy.path)
        // Put back, a copy would say again what was said since it was made.
        try await DatabaseQueue(path: copy.path, configuration: .weefsel()).write {
            try $0.execute(sql: "DELETE FROM mail")
        }
        let archive = try Archive(making: file)
        try archive.add("core.sqlite", from: copy)
        for id in try await closedWaves() {
            let files = folder.files(of: id)
            for file in [files.answers, files.texts] where files.exists(file) {
                try archive.add("waves/\(id)/\(file.lastPathComponent)", from: file)
            }
        }
        try archive.close()
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
}
