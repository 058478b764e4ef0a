import GRDB

/// One row, read by column name.
struct Record {
    let row: Row

    subscript<Value: Storable>(_ column: String) -> Value {
        get throws {
            guard row.hasColumn(column), let value = Value(stored: row[column]) else { throw Broken.column(column) }
            return value
        }
    }
}

/// The database holds what the program cannot have written.
enum Broken: Error {
    case column(String)
    case value(String)
}
