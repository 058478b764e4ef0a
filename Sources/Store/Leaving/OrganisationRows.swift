import Core
import Methods
import Surveys

extension Transaction {
    /// Every table whose rows say of which organisation they are.
    private func tables() throws -> [String] {
        let query = """
            SELECT DISTINCT found.name FROM sqlite_master AS found, pragma_table_info(found.name) AS part
            WHERE found.type = 'table' AND part.name = 'organisation_id' ORDER BY found.name
            """
        return try rows(query).map { try $0["name"] }
    }

    /// How many rows of each kind an organisation has.
    func numbers(of home: Organisation.ID) throws -> [String: Int] {
        var numbers = try tables().reduce(into: [String: Int]()) { numbers, table in
            let query = "SELECT COUNT(*) AS number FROM \(table) WHERE organisation_id = $1"
            numbers[table] = try row(query, home)?["number"] ?? 0
        }
        // Who types stands in the same table as who was at a staff meeting, and is told apart.
        let typists = "SELECT COUNT(*) AS number FROM decision_witness WHERE organisation_id = $1 AND is_typist = 1"
        let named: Int = try row(typists, home)?["number"] ?? 0
        if named > 0 {
            numbers["decision_witness", default: 0] -= named
            numbers["decision_typist"] = named
        }
        return numbers
    }

    /// How many accounts have a role here and are known elsewhere, too.
    func staying(of home: Organisation.ID) throws -> Int {
        let query = """
            SELECT COUNT(DISTINCT account_id) AS number FROM membership WHERE organisation_id = $1 AND account_id IN (
                SELECT account_id FROM membership WHERE organisation_id <> $1
                UNION SELECT account_id FROM audit WHERE organisation_id <> $1 AND account_id IS NOT NULL
                UNION SELECT about_id FROM audit WHERE organisation_id <> $1 AND about_id IS NOT NULL
                UNION SELECT account_id FROM decision_agreement WHERE organisation_id <> $1 AND account_id IS NOT NULL)
            """
        return try row(query, home)?["number"] ?? 0
    }

    /// Who was written down by an organisation.
    func writtenDown(by home: Organisation.ID) throws -> [(name: String, key: String)] {
        try rows("SELECT name, name_key FROM person WHERE organisation_id = $1", home).map {
            try ($0["name"], $0["name_key"])
        }
    }

    /// By which somebody would know it again, but for people: ids, and what units, waves, decisions and questionnaires are
    /// called.
    func terms(of home: Organisation.ID) throws -> [String] {
        let columns = [
            "unit": ["id", "name"], "wave": ["id", "slug", "title"], "decision": ["id", "subject"],
            "own_pack": ["id"], "short_link": ["slug"],
        ]
        return try columns.flatMap { table, columns in
            try rows("SELECT * FROM \(table) WHERE organisation_id = $1", home).flatMap { row in
                try columns.map { try row[$0] as String }
            }
        }
    }

    /// Deletes all rows of an organisation, and with it those who sign in and whom nobody else knows, and the files of
    /// questionnaires that nobody else asks.
    ///
    /// - Returns: names and addresses of whoever went, and how many they are.
    func removeRows(of home: Organisation.ID) throws -> (names: [String], accounts: Int) {
        let packs = try packHashes(of: home)
        // Each row goes before or after what it refers to; at the end nothing refers to what is gone.
        try execute("PRAGMA defer_foreign_keys = ON")
        for table in try tables() { try run("DELETE FROM \(table) WHERE organisation_id = $1", home) }
        try run("DELETE FROM organisation WHERE id = $1", home)
        let strangers = try strangers(but: home)
        for person in strangers { try run("DELETE FROM person WHERE id = $1", person.id) }
        let kept = try packHashes(of: nil)
        for hash in packs.subtracting(kept) { try run("DELETE FROM pack_file WHERE hash = $1", hash) }
        return (strangers.flatMap { [$0.name, $0.key] + ($0.email.map { [$0] } ?? []) }, strangers.count)
    }

    /// The questionnaires of an organisation, also in earlier wordings; or those that anybody still needs, where none is named.
    func packHashes(of home: Organisation.ID?) throws -> Set<String> {
        let whose = home == nil ? "" : " WHERE organisation_id = $1"
        func all(_ query: String) throws -> [Record] {
            try home.map { try rows(query + whose, $0) } ?? rows(query)
        }
        let own = try all("SELECT id, hash FROM own_pack")
        let asked = try all("SELECT * FROM wave").compactMap { try Wave($0).terms?.pack.hash }
        var hashes = try Set(asked + own.map { try $0["hash"] as String })
        guard home != nil else { return hashes }
        for pack in own {
            let id: String = try pack["id"]
            let query = "SELECT DISTINCT hash FROM pack_file WHERE folder = $1"
            hashes.formUnion(try rows(query, id).map { try $0["hash"] as String })
        }
        return hashes
    }

    /// Whether something that stays holds this text, in any column.
    func holds(_ text: String) throws -> Bool {
        let query = """
            SELECT found.name AS table_name, part.name AS column_name
            FROM sqlite_master AS found, pragma_table_info(found.name) AS part WHERE found.type = 'table'
            """
        let bytes = Array(text.utf8)
        let columns = try rows(query).map { try ($0["table_name"] as String, $0["column_name"] as String) }
        return try columns.contains { table, column in
            let query = "SELECT 1 AS one FROM \(table) WHERE instr(CAST(\"\(column)\" AS BLOB), $1) > 0 LIMIT 1"
            return try row(query, bytes) != nil
        } || row("SELECT 1 AS one FROM sqlite_master WHERE instr(sql, $1) > 0", text) != nil
    }
}
