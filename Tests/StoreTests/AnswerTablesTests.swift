import Foundation
import GRDB
import Support
import Testing

@testable import Store

/// The files of answers as SQLite made them, whatever the sources say.
@Suite struct AnswerTablesTests {
    private struct Table {
        let name: String
        let isWithoutRowid: Bool
        let columns: Set<String>
        let statement: String

        /// What an anonymous table must not have.
        var faults: [String] {
            let words = ["_at", "_on", "account", "member", "person", "address", "autoincrement", "code"]
            return words.filter(statement.lowercased().contains) + (isWithoutRowid ? [] : ["rowid"])
        }
    }

    /// The tables of a file by name, and what else was made in it.
    private func made(in file: URL) throws -> (tables: [String: Table], others: [String]) {
        let database = try DatabaseQueue(path: file.path, configuration: .weefsel())
        defer { try? database.close() }
        return try database.read { database in
            let bare = try String.fetchSet(
                database, sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 1")
            let tables = try GRDB.Row.fetchAll(
                database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
            )
            .map { row in
                let name: String = row["name"]
                let columns = try String.fetchSet(database, sql: "SELECT name FROM pragma_table_xinfo('\(name)')")
                return Table(
                    name: name, isWithoutRowid: bare.contains(name), columns: columns, statement: row["sql"])
            }
            let others = try String.fetchAll(database, sql: "SELECT type FROM sqlite_master WHERE type <> 'table'")
            return (Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) }), others)
        }
    }

    @Test func `the tables of answers have no rowid, no time, no person, and no column that is not known`() async throws
    {
        let filled = try await FilledWave(House(), people: 40, answers: 12)
        let spool = try made(in: filled.files.spool)
        _ = try await filled.house.close(filled.wave)
        let answers = try made(in: filled.files.answers)

        #expect(Set(spool.tables.keys) == Set(Spool.tables.keys) && spool.others == [])
        #expect(Set(answers.tables.keys) == Set(AnswersFile.tables.keys) && answers.others == [])
        for found in [spool, answers] {
            for table in found.tables.values { #expect(table.faults == [], "\(table.name)") }
            #expect(found.tables["answer"]?.columns == ["key", "block", "kind", "layout", "bytes"])
        }
        #expect(spool.tables["replacement"]?.columns == ["kind", "number"])
        #expect(answers.tables["closed"]?.columns == ["wave"])
        #expect(Spool.tables.values.allSatisfy { $0 == .anonymous } && AnswersFile.tables["answer"] == .anonymous)
    }

    @Test func `a table that tells more is found out`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString).sqlite")
        defer { try? FileManager.default.removeItem(at: file) }
        let database = try DatabaseQueue(path: file.path)
        try database.write {
            try $0.execute(sql: "CREATE TABLE answer (key INTEGER PRIMARY KEY AUTOINCREMENT, sent_at INTEGER)")
            try $0.execute(sql: "CREATE TABLE closed (wave TEXT PRIMARY KEY) WITHOUT ROWID")
            try $0.execute(sql: "CREATE INDEX order_of_sending ON answer (sent_at)")
        }
        try database.close()

        let found = try made(in: file)
        #expect(found.tables["answer"]?.faults == ["_at", "autoincrement", "rowid"])
        #expect(found.tables["closed"]?.faults == [])
        #expect(found.others == ["index"])
        #expect(found.tables.keys.contains("sqlite_sequence"))
    }
}
