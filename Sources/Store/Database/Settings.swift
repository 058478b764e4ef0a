import GRDB

extension Configuration {
    /// What every database file of Weefsel is opened with.
    static func weefsel(readers: Int = 2) -> Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            // What SQLite lays aside while it works stays out of the system's folder for temporary files.
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            try database.execute(sql: "PRAGMA mmap_size = 0")
        }
        return configuration
    }
}

extension DatabaseWriter {
    /// GRDB sets NORMAL after `prepareDatabase`, so FULL is set here, and looked at.
    func makeDurable() throws {
        try writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else { throw StartProblem.isNotDurable }
        }
    }

    /// As on a full disk, or one that is not waited for; only in a folder marked test.
    func plantFaults(_ options: Store.Options) throws {
        try writeWithoutTransaction { database in
            if let pages = options.corePages { try database.execute(sql: "PRAGMA max_page_count = \(pages)") }
            if let level = options.synchronous { try database.execute(sql: "PRAGMA synchronous = \(level)") }
        }
    }
}
