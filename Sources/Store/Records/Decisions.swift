public import Core

extension Store {
    /// Writes a decision down; it never changes after.
    public func record(_ decision: Decision, by account: Account.ID?, in organisation: Organisation.ID) async throws {
        let moment = clock.now
        let insert = """
            INSERT INTO decision (organisation_id, id, kind, subject, asked_by, agreed, decided_on, text)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """
        try await write { transaction in
            let agreed = decision.agreed.map(\.rawValue).sorted().joined(separator: " ")
            try transaction.run(
                insert, organisation, decision.id, decision.kind, decision.subject, decision.askedBy, agreed,
                decision.decidedOn, decision.text)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.decisionRecorded, decision.kind.rawValue, by: account, at: moment, in: home)
        }
    }

    public func decisions(in organisation: Organisation.ID) async throws -> [Decision] {
        let query = "SELECT * FROM decision WHERE organisation_id = $1 ORDER BY decided_on DESC, id"
        return try await read { try $0.rows(query, organisation).map(Decision.init) }
    }

    public func decision(_ id: Decision.ID, in organisation: Organisation.ID) async throws -> Decision {
        let query = "SELECT * FROM decision WHERE organisation_id = $1 AND id = $2"
        guard let found = try await read({ try $0.row(query, organisation, id).map(Decision.init) }) else {
            throw NotFound()
        }
        return found
    }
}

extension Decision {
    fileprivate init(_ row: Record) throws {
        let agreed: String = try row["agreed"]
        try self.init(
            id: row["id"], kind: row["kind"], subject: row["subject"], askedBy: row["asked_by"],
            agreed: Set(agreed.split(separator: " ").compactMap { Agreed(rawValue: String($0)) }),
            decidedOn: row["decided_on"], text: row["text"])
    }
}
