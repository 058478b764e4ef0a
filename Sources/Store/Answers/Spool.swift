import Dispatch
import Foundation
import GRDB
import Synchronization

/// Where answers rest while a wave is open. One writer takes all that wait in one durable commit.
final class Spool: Sendable {
    struct Row: Sendable {
        let key: [UInt8]
        let block: Int
        let layout: [UInt8]
        let bytes: [UInt8]
        /// What goes with it under keys of its own; nil where the wave asks nothing of the kind.
        var extras: Extras?
    }

    /// Rows that bear no block: what only a staff group was asked, and what people wrote.
    struct Extras: Sendable {
        struct Text: Sendable {
            let key: [UInt8]
            let question: String
            let language: String
            let text: String
        }

        let asideKey: [UInt8]
        let aside: [UInt8]?
        let texts: [Text]
        /// Of all open questions: what stood there goes when somebody sends again.
        let textKeys: [[UInt8]]
    }

    enum Outcome: Sendable { case stored, replaced, used }

    private struct Waiting: Sendable {
        let row: Row
        let replaces: Bool
        let continuation: CheckedContinuation<Outcome, any Error>
    }

    private struct Line {
        var waiting: [Waiting] = []
        var isWriting = false
        var isShut = false
    }

    let database: DatabaseQueue
    let writer = DispatchQueue(label: "weefsel.spool")
    let traces = Mutex(Traces())
    private let line = Mutex(Line())

    static let tables: [String: Migration.TableClass] = [
        "answer": .anonymous, "aside": .anonymous, "text": .anonymous, "replacement": .anonymous,
    ]

    // The key tells nothing without the wave's secret; no rowid, no time, no order of writing.
    static let schema = """
        CREATE TABLE IF NOT EXISTS answer (
            key BLOB PRIMARY KEY NOT NULL,
            block INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            layout BLOB NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS aside (
            key BLOB PRIMARY KEY NOT NULL,
            layout BLOB NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS text (
            key BLOB PRIMARY KEY NOT NULL,
            question TEXT NOT NULL,
            language TEXT NOT NULL,
            text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS replacement (
            kind INTEGER PRIMARY KEY NOT NULL,
            number INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """

    init(_ file: URL, mostPages: Int?) throws {
        database = try DatabaseQueue(path: file.path, configuration: .weefsel())
        try database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            if let mostPages { try database.execute(sql: "PRAGMA max_page_count = \(mostPages)") }
            try database.execute(sql: Self.schema)
        }
        try database.makeDurable()
    }

    /// Stores a row; returns after the commit that holds it is on disk.
    func put(_ row: Row, replaces: Bool) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            let waiting = Waiting(row: row, replaces: replaces, continuation: continuation)
            let (mustStart, isShut) = line.withLock { line in
                guard !line.isShut else { return (false, true) }
                line.waiting.append(waiting)
                defer { line.isWriting = true }
                return (!line.isWriting, false)
            }
            if isShut { continuation.resume(throwing: SpoolProblem.isShut) }
            if mustStart { writer.async { self.drain() } }
        }
    }

    /// Batch by batch, so that forgetting the order gets its turn in between.
    private func drain() {
        if writeBatch() { writer.async { self.drain() } }
    }

    /// Stores all that wait in one commit; false where nobody waits.
    private func writeBatch() -> Bool {
        let batch = line.withLock { line in
            let batch = line.waiting
            line.waiting.removeAll(keepingCapacity: true)
            if batch.isEmpty { line.isWriting = false }
            return batch
        }
        if batch.isEmpty { return false }
        let outcomes = Result { try database.write { try Self.commit(batch, in: $0) } }
        for (place, waiting) in batch.enumerated() {
            waiting.continuation.resume(with: outcomes.map { $0[place] })
        }
        noteTraces()
        return true
    }

    private static func commit(_ batch: [Waiting], in database: Database) throws -> [Outcome] {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO answer (key, block, kind, layout, bytes) VALUES (?, ?, 0, ?, ?) ON CONFLICT DO NOTHING
                """)
        let update = try database.cachedStatement(sql: "UPDATE answer SET layout = ?, bytes = ? WHERE key = ?")
        let outcomes: [Outcome] = try batch.map { waiting in
            let row = waiting.row
            let (key, layout, bytes) = (Data(row.key), Data(row.layout), Data(row.bytes))
            try insert.execute(arguments: [key, row.block, layout, bytes])
            let isNew = database.changesCount == 1
            guard isNew || waiting.replaces else { return .used }
            if !isNew { try update.execute(arguments: [layout, bytes, key]) }
            if let extras = row.extras { try put(extras, layout, in: database, isNew: isNew) }
            return isNew ? .stored : .replaced
        }
        try count(outcomes.count { $0 == .replaced }, in: database)
        return outcomes
    }

    /// One number for the whole wave: it says how often, never which answer.
    private static func count(_ replaced: Int, in database: Database) throws {
        guard replaced > 0 else { return }
        let add = try database.cachedStatement(
            sql: """
                INSERT INTO replacement (kind, number) VALUES (0, ?)
                ON CONFLICT (kind) DO UPDATE SET number = number + excluded.number
                """)
        try add.execute(arguments: [replaced])
    }

    /// Takes no more rows, and waits for those that are being written.
    func shut() {
        line.withLock { $0.isShut = true }
        writer.sync {
            while writeBatch() {}
            traces.withLock { $0.areLeft = false }
        }
    }

    func close() throws { try database.close() }

    func rows() throws -> [Row] {
        try database.read { database in
            try GRDB.Row.fetchAll(database, sql: "SELECT key, block, layout, bytes FROM answer").map {
                Row(
                    key: Array($0["key"] as Data), block: $0["block"], layout: Array($0["layout"] as Data),
                    bytes: Array($0["bytes"] as Data))
            }
        }
    }

    /// How often an answer took the place of an earlier one.
    func replacements() throws -> Int {
        try database.read { try Int.fetchOne($0, sql: "SELECT number FROM replacement WHERE kind = 0") ?? 0 }
    }

    /// How many answers there are, by block.
    func counts() throws -> [Int: Int] {
        try database.read { database in
            try GRDB.Row.fetchAll(database, sql: "SELECT block, COUNT(*) AS number FROM answer GROUP BY block")
                .reduce(into: [:]) { $0[$1["block"]] = $1["number"] }
        }
    }
}

enum SpoolProblem: Error { case isShut }
