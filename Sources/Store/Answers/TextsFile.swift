import Foundation
import GRDB

/// What people wrote in a closed wave, until it was read before others see it, and ninety days at most. A file of its
/// own, so that answers can go on their day.
struct TextsFile {
    private let database: DatabaseQueue

    static let tables: [String: Migration.TableClass] = ["text": .anonymous]

    init(_ file: URL, mostPages: Int? = nil) throws {
        database = try DatabaseQueue(path: file.path, configuration: .weefsel())
        if let mostPages {
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(mostPages)") }
        }
        try database.makeDurable()
    }

    /// Writes all texts in random order, each under a fresh key.
    func write(_ texts: [OpenAnswer]) throws {
        var generator = SystemRandomNumberGenerator()
        try database.write { database in
            try database.execute(sql: Self.schema)
            let insert = try database.cachedStatement(
                sql: "INSERT INTO text (key, question, language, text) VALUES (?, ?, ?, ?)")
            for text in texts.shuffled(using: &generator) {
                try insert.execute(
                    arguments: [AnswersFile.freshKey(using: &generator), text.question, text.language, text.text])
            }
        }
    }

    func all() throws -> [OpenAnswer] {
        try database.read { database in
            try Row.fetchAll(database, sql: "SELECT question, language, text FROM text").map {
                OpenAnswer(question: $0["question"], language: $0["language"], text: $0["text"])
            }
        }
    }

    func close() throws { try database.close() }

    static let schema = """
        CREATE TABLE text (
            key BLOB PRIMARY KEY NOT NULL,
            question TEXT NOT NULL,
            language TEXT NOT NULL,
            text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
