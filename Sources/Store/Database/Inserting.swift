import GRDB
import GRDBSQLite

extension Transaction {
    /// Runs one INSERT for each row of values. Its places must stand in order, `$1` first, as is looked at once: then
    /// positions are names. Values are bound without the library's lists of arguments, which cost more than the rows:
    /// five hundred units have tens of thousands of figures.
    func insertEach(_ statement: String, _ rows: some Sequence<[any Storable]>) throws {
        let prepared = try database.makeStatement(sql: statement)
        let places = statement.matches(of: /\$([0-9]+)/).compactMap { Int($0.1) }
        guard places == Array(1...max(1, places.count)) else { throw Broken.value(statement) }
        for values in rows {
            guard values.count == places.count else { throw Broken.value(statement) }
            try insert(values, by: prepared.sqliteStatement)
        }
    }

    private func insert(_ values: [any Storable], by statement: SQLiteStatement) throws {
        for (place, value) in values.enumerated() {
            try check(value.stored.bind(to: statement, at: CInt(place + 1)), is: SQLITE_OK)
        }
        try check(sqlite3_step(statement), is: SQLITE_DONE)
        try check(sqlite3_reset(statement), is: SQLITE_OK)
    }

    private func check(_ code: CInt, is expected: CInt) throws {
        guard code == expected else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
        }
    }
}
