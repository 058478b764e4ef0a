import Foundation
import GRDB

/// A SQLite archive, as `sqlite3 -A` reads it: files as rows, here unpacked.
struct Archive {
    private let database: DatabaseQueue

    init(making file: URL) throws {
        _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        database = try DatabaseQueue(path: file.path, configuration: .weefsel())
        try database.makeDurable()
        try database.write { database in
            try database.execute(
                sql: "CREATE TABLE sqlar (name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB)")
        }
    }

    init(reading file: URL) throws {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            database = try DatabaseQueue(path: file.path, configuration: configuration)
            _ = try names()
        } catch {
            throw StartProblem.isNoBackup
        }
    }

    func add(_ name: String, from file: URL) throws {
        let data = try Data(contentsOf: file)
        try database.write { database in
            try database.execute(
                sql: "INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (?, ?, 0, ?, ?)",
                arguments: [name, 0o100600, data.count, data])
        }
    }

    func names() throws -> [String] {
        try database.read { try String.fetchAll($0, sql: "SELECT name FROM sqlar ORDER BY name") }
    }

    func extract(_ name: String, to file: URL) throws {
        let data = try database.read {
            try Data.fetchOne($0, sql: "SELECT data FROM sqlar WHERE name = ?", arguments: [name])
        }
        guard let data,
            FileManager.default.createFile(atPath: file.path, contents: data, attributes: [.posixPermissions: 0o600])
        else { throw StartProblem.isNoBackup }
    }

    func close() throws { try database.close() }
}
