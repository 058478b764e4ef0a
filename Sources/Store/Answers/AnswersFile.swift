import Core
import Foundation
import GRDB
import Surveys

/// The answers of a closed wave: written in one shuffled transaction, under keys that mean nothing.
struct AnswersFile {
    private let database: DatabaseQueue

    static let tables: [String: Migration.TableClass] = ["answer": .anonymous, "aside": .anonymous, "closed": .plain]

    init(_ file: URL, mostPages: Int? = nil) throws {
        database = try DatabaseQueue(path: file.path, configuration: .weefsel())
        if let mostPages {
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(mostPages)") }
        }
        try database.makeDurable()
    }

    /// Whether the one transaction of closing is on disk.
    var isClosed: Bool {
        get throws {
            try database.read { database in
                guard try database.tableExists("closed") else { return false }
                return try Row.fetchOne(database, sql: "SELECT wave FROM closed") != nil
            }
        }
    }

    /// Writes all rows in random order, each under a fresh key, and the row that says so: all or nothing.
    func write(
        _ rows: [Spool.Row], _ asides: [(layout: [UInt8], bytes: [UInt8])] = [], of wave: Wave.ID,
        passing pass: @Sendable () throws -> Void
    ) throws {
        var generator = SystemRandomNumberGenerator()
        let shuffled = rows.shuffled(using: &generator)
        let apart = asides.shuffled(using: &generator)
        try database.write { database in
            try database.execute(sql: Self.schema)
            let insert = try database.cachedStatement(
                sql: "INSERT INTO answer (key, block, kind, layout, bytes) VALUES (?, ?, 0, ?, ?)")
            for row in shuffled {
                let key = Self.freshKey(using: &generator)
                try insert.execute(arguments: [key, row.block, Data(row.layout), Data(row.bytes)])
            }
            let add = try database.cachedStatement(sql: "INSERT INTO aside (key, layout, bytes) VALUES (?, ?, ?)")
            for row in apart {
                try add.execute(arguments: [Self.freshKey(using: &generator), Data(row.layout), Data(row.bytes)])
            }
            try pass()
            try database.execute(sql: "INSERT INTO closed (wave) VALUES (?)", arguments: ["\(wave)"])
        }
    }

    func number() throws -> Int {
        try database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM answer") ?? 0 }
    }

    /// Hands on each answer: its block, and a byte an item.
    func forEach(_ use: (Int, UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        try database.read { database in
            let rows = try Row.fetchCursor(database, sql: "SELECT block, bytes FROM answer")
            while let row = try rows.next() {
                let block: Int = row[0]
                try row.withUnsafeData(atIndex: 1) { data in
                    try data?.withUnsafeBytes { try use(block, $0.bindMemory(to: UInt8.self)) }
                }
            }
        }
    }

    /// Hands on each row that bears no block: what only a staff group was asked.
    func forEachAside(_ use: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        try database.read { database in
            // Waves of an earlier version have none.
            guard try database.tableExists("aside") else { return }
            let rows = try Row.fetchCursor(database, sql: "SELECT bytes FROM aside")
            while let row = try rows.next() {
                try row.withUnsafeData(atIndex: 0) { data in
                    try data?.withUnsafeBytes { try use($0.bindMemory(to: UInt8.self)) }
                }
            }
        }
    }

    static func freshKey(using generator: inout SystemRandomNumberGenerator) -> Data {
        let key = (0..<4).map { _ in UInt64.random(in: .min ... .max, using: &generator) }
        return key.withUnsafeBytes { Data($0) }
    }

    func close() throws { try database.close() }

    static let schema = """
        CREATE TABLE answer (
            key BLOB PRIMARY KEY NOT NULL,
            block INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            layout BLOB NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE aside (
            key BLOB PRIMARY KEY NOT NULL,
            layout BLOB NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE closed (
            wave TEXT PRIMARY KEY NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
