public import Core

extension Store {
    /// Writes a decision down; it never changes after.
    public func record(_ decision: Decision, by account: Account.ID?, in organisation: Organisation.ID) async throws {
        let moment = clock.now
        try await write { transaction in
            try transaction.add(decision, in: organisation)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.decisionRecorded, decision.kind.rawValue, by: account, at: moment, in: home)
        }
    }

    public func decisions(in organisation: Organisation.ID) async throws -> [Decision] {
        let query = Decision.query + " WHERE decision.organisation_id = $1 ORDER BY decided_on DESC, decision.id"
        return try await read { transaction in
            try transaction.rows(query, organisation).map { try transaction.decision($0, in: organisation) }
        }
    }

    public func decision(_ id: Decision.ID, in organisation: Organisation.ID) async throws -> Decision {
        let query = Decision.query + " WHERE decision.organisation_id = $1 AND decision.id = $2"
        let found = try await read { transaction in
            try transaction.row(query, organisation, id).map { try transaction.decision($0, in: organisation) }
        }
        guard let found else { throw NotFound() }
        return found
    }
}

extension Transaction {
    fileprivate func add(_ decision: Decision, in organisation: Organisation.ID) throws {
        let insert = """
            INSERT INTO decision (organisation_id, id, kind, subject, asked_by_id, agreed, decided_on, text, language)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """
        let agreed = decision.agreed.map(\.rawValue).sorted().joined(separator: " ")
        try run(
            insert, organisation, decision.id, decision.kind, decision.subject,
            person(decision.askedBy, in: organisation), agreed, decision.decidedOn, decision.text,
            decision.language.rawValue)
        let witness = """
            INSERT INTO decision_witness (organisation_id, decision_id, number, person_id) VALUES ($1, $2, $3, $4)
            """
        for (number, person) in decision.witnesses.enumerated() {
            try run(witness, organisation, decision.id, number, self.person(person, in: organisation))
        }
    }

    /// Whoever is gone already refers to nobody.
    private func person(_ person: Person, in organisation: Organisation.ID) throws -> Person.ID {
        guard case .named(let name) = person else { return .random() }
        return try self.person(named: name, in: organisation)
    }

    fileprivate func decision(_ row: Record, in organisation: Organisation.ID) throws -> Decision {
        let query = """
            SELECT person.name FROM decision_witness LEFT JOIN person ON person.id = decision_witness.person_id
            WHERE decision_witness.organisation_id = $1 AND decision_id = $2 ORDER BY number
            """
        let agreed: String = try row["agreed"]
        let id: Decision.ID = try row["id"]
        return try Decision(
            id: id, kind: row["kind"], subject: row["subject"], askedBy: Person(row),
            agreed: Set(agreed.split(separator: " ").compactMap { Decision.Agreed(rawValue: String($0)) }),
            decidedOn: row["decided_on"], text: row["text"], language: Language(rawValue: row["language"]),
            witnesses: rows(query, organisation, id).map { try Person($0) })
    }
}

extension Decision {
    fileprivate static let query = """
        SELECT decision.*, person.name FROM decision LEFT JOIN person ON person.id = decision.asked_by_id
        """
}
