public import Foundation
import GRDB

extension Store {
    /// Where a backup is unpacked and looked at before any of it counts. It lies inside the data folder, because
    /// beside it the program may not write.
    private static let aside = ".restoring"

    /// Lays a backup out in an empty folder, whole or not at all; opening the folder withdraws what was open.
    public static func restore(_ backup: URL, into path: String) throws {
        let target = URL(fileURLWithPath: path, isDirectory: true)
        let wasThere = FileManager.default.fileExists(atPath: target.path)
        let present = (try? FileManager.default.contentsOfDirectory(atPath: target.path)) ?? []
        guard present.allSatisfy({ $0 == aside }) else { throw StartProblem.isNotEmpty }
        let archive = try Archive(reading: backup)
        defer { try? archive.close() }
        let names = try archive.names()
        // All names first: of an archive that is not ours nothing is laid out.
        guard names.contains(core), names.allSatisfy(Self.mayRestore) else { throw StartProblem.isNoBackup }
        do {
            try layOut(archive, names, in: target)
        } catch {
            try? FileManager.default.removeItem(at: wasThere ? target.appendingPathComponent(aside) : target)
            throw error is StartProblem ? error : StartProblem.isNoBackup
        }
    }

    /// Takes back what was laid out in a folder that was empty before.
    public static func clear(_ path: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
            try? FileManager.default.removeItem(atPath: path + "/" + name)
        }
    }

    private static func layOut(_ archive: Archive, _ names: [String], in target: URL) throws {
        let place = target.appendingPathComponent(aside, isDirectory: true)
        // Left by a restore during which the power went.
        try? FileManager.default.removeItem(at: place)
        for name in names {
            let file = place.appendingPathComponent(name)
            try makeFolder(file.deletingLastPathComponent())
            try archive.extract(name, to: file)
            try check(file, isCore: name == core)
        }
        // The database comes last: without it the folder is not yet one of Weefsel.
        let waves = place.appendingPathComponent("waves")
        if FileManager.default.fileExists(atPath: waves.path) {
            try FileManager.default.moveItem(at: waves, to: target.appendingPathComponent("waves"))
        }
        try FileManager.default.moveItem(
            at: place.appendingPathComponent(core), to: target.appendingPathComponent(core))
        try FileManager.default.removeItem(at: place)
    }

    private static func makeFolder(_ folder: URL) throws {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StartProblem.isNotWritable
        }
    }

    /// Whether a file is a whole database, and its schema one that this program knows.
    private static func check(_ file: URL, isCore: Bool) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let database = try DatabaseQueue(path: file.path, configuration: configuration)
        defer { try? database.close() }
        try database.read { database in
            guard try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"] else {
                throw StartProblem.isNoBackup
            }
            guard isCore else { return }
            let done = try Transaction(database: database).stepsDone()
            guard !done.isEmpty else { throw StartProblem.isNoBackup }
            guard done.isSubset(of: Migration.all.map(\.name)) else { throw StartProblem.isFromNewerVersion }
        }
    }

    private static let core = "core.sqlite"

    /// Only the names that a backup of ours holds: an archive cannot write elsewhere.
    private static func mayRestore(_ name: String) -> Bool {
        name == core || name.wholeMatch(of: /waves\/[0-9a-f]{32}\/(answers|texts)\.sqlite/) != nil
    }
}
