public import Core

extension Store {
    /// The administrative acts of an organisation, the last first; without the newest that are skipped.
    public func auditLines(
        in organisation: Organisation.ID, skipping newest: Int = 0, most: Int = 500
    ) async throws -> [AuditLine] {
        let query = """
            SELECT audit.*, actor.name AS by_name, person.name AS about_name FROM audit
            LEFT JOIN person AS actor ON actor.id = audit.account_id
            LEFT JOIN person ON person.id = audit.about_id
            WHERE audit.organisation_id = $1 ORDER BY day DESC, hour DESC, act, audit.id LIMIT $2 OFFSET $3
            """
        return try await read { try $0.rows(query, organisation, most, newest).map(AuditLine.init) }
    }

    /// The same of some acts alone.
    func auditLines(
        of acts: [AuditLine.Act], in organisation: Organisation.ID, most: Int
    ) async throws -> [AuditLine] {
        let wanted = acts.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let query = """
            SELECT audit.*, actor.name AS by_name, person.name AS about_name FROM audit
            LEFT JOIN person AS actor ON actor.id = audit.account_id
            LEFT JOIN person ON person.id = audit.about_id
            WHERE audit.organisation_id = $1 AND act IN (\(wanted))
            ORDER BY day DESC, hour DESC, act, audit.id LIMIT $2
            """
        return try await read { try $0.rows(query, organisation, most).map(AuditLine.init) }
    }

    public func numberOfAuditLines(in organisation: Organisation.ID) async throws -> Int {
        let query = "SELECT COUNT(*) AS number FROM audit WHERE organisation_id = $1"
        return try await read { try $0.row(query, organisation)?["number"] ?? 0 }
    }
}

extension Transaction {
    func audit(
        _ act: AuditLine.Act, _ subject: String, about person: Account.ID? = nil, by account: Account.ID?,
        at moment: Moment, in organisation: Organisation
    ) throws {
        let insert = """
            INSERT INTO audit (organisation_id, id, act, subject, account_id, about_id, day, hour)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """
        try run(
            insert, organisation.id, Identifier<AuditLine>.random(), act, subject, account, person,
            moment.day(in: organisation.zone), moment.hour(in: organisation.zone))
    }
}

extension AuditLine {
    fileprivate init(_ row: Record) throws {
        try self.init(
            act: row["act"], subject: row["subject"], by: Self.person(row, "account_id", "by_name"),
            about: Self.person(row, "about_id", "about_name"), day: row["day"], hour: row["hour"])
    }

    private static func person(_ row: Record, _ id: String, _ name: String) throws -> Person? {
        guard let _: Person.ID = try row[id] else { return nil }
        return try Person(row, name)
    }
}
