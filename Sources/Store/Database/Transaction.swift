import GRDB

/// SQL within one transaction; `$1` and on are bound by name, because positions swap in silence.
struct Transaction {
    let database: Database

    func rows(_ query: String, _ values: any Storable...) throws -> [Record] {
        try Row.fetchAll(database.cachedStatement(sql: query), arguments: Self.bound(values)).map(Record.init)
    }

    func row(_ query: String, _ values: any Storable...) throws -> Record? {
        try Row.fetchOne(database.cachedStatement(sql: query), arguments: Self.bound(values)).map(Record.init)
    }

    /// Runs one statement, and returns how many rows it changed.
    @discardableResult
    func run(_ statement: String, _ values: any Storable...) throws -> Int {
        try database.cachedStatement(sql: statement).execute(arguments: Self.bound(values))
        return database.changesCount
    }

    private static func bound(_ values: [any Storable]) -> StatementArguments {
        var named: [String: DatabaseValue] = [:]
        for (place, value) in values.enumerated() { named["\(place + 1)"] = value.stored }
        return StatementArguments(named)
    }

    /// Runs several statements that take no values: the schema.
    func execute(_ statements: String) throws {
        try database.execute(sql: statements)
    }
}
