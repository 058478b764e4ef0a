import Foundation
import GRDB

extension Store {
    /// Empties the write-ahead log, so that what was deleted is gone from the disk as well.
    func emptyLog() async throws {
        try await core.writeWithoutTransaction { database in
            _ = try database.checkpoint(.truncate)
        }
    }

    /// Marks a folder as demo or test, while nothing is in it.
    public func mark(as kind: Kind) async throws {
        try await write { transaction in
            let isUsed = try transaction.row("SELECT 1 AS one FROM organisation LIMIT 1") != nil
            if isUsed, self.kind != kind { throw StartProblem.isNotEmpty }
            try transaction.set("kind", to: kind.rawValue)
        }
    }
}

extension DatabasePool {
    /// Before a schema changes that holds something: a copy beside it, kept as long as any backup.
    func copyBeforeUpgrade(into folder: URL) async throws {
        let done = try await read { try Transaction(database: $0).stepsDone() }
        guard !done.isEmpty, !done.isSuperset(of: Migration.all.map(\.name)) else { return }
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let copy = folder.appendingPathComponent("core-before-step-\(done.count + 1).sqlite")
        try? FileManager.default.removeItem(at: copy)
        try await vacuum(into: copy.path)
    }
}
