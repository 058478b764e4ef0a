import Foundation
import GRDB

// Rows that bear no block, under keys that derive otherwise: without the wave's secret nothing leads from them to the
// rows of answers.
extension Spool {
    /// In the commit of the answers that they go with.
    static func put(_ extras: Extras, _ layout: Data, in database: Database, isNew: Bool) throws {
        if !isNew { try clear(extras, in: database) }
        if let aside = extras.aside {
            let insert = try database.cachedStatement(sql: "INSERT INTO aside (key, layout, bytes) VALUES (?, ?, ?)")
            try insert.execute(arguments: [Data(extras.asideKey), layout, Data(aside)])
        }
        guard !extras.texts.isEmpty else { return }
        let insert = try database.cachedStatement(
            sql: "INSERT INTO text (key, question, language, text) VALUES (?, ?, ?, ?)")
        for text in extras.texts {
            try insert.execute(arguments: [Data(text.key), text.question, text.language, text.text])
        }
    }

    private static func clear(_ extras: Extras, in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM aside WHERE key = ?").execute(
            arguments: [Data(extras.asideKey)])
        let remove = try database.cachedStatement(sql: "DELETE FROM text WHERE key = ?")
        for key in extras.textKeys { try remove.execute(arguments: [Data(key)]) }
    }

    /// What staff groups were asked: layout and bytes of each row.
    func asides() throws -> [(layout: [UInt8], bytes: [UInt8])] {
        try database.read { database in
            try GRDB.Row.fetchAll(database, sql: "SELECT layout, bytes FROM aside").map {
                (Array($0["layout"] as Data), Array($0["bytes"] as Data))
            }
        }
    }

    func texts() throws -> [OpenAnswer] {
        try database.read { database in
            try GRDB.Row.fetchAll(database, sql: "SELECT question, language, text FROM text").map {
                OpenAnswer(question: $0["question"], language: $0["language"], text: $0["text"])
            }
        }
    }
}

/// What somebody wrote on an open question.
struct OpenAnswer: Equatable, Sendable {
    let question: String
    let language: String
    let text: String
}
