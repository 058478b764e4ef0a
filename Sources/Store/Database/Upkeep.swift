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
