public import Core
import Surveys

extension Store {
    /// Writes a decision down; it never changes after.
    public func record(_ decision: Decision, by account: Account.ID?, in organisation: Organisation.ID) async throws {
        let moment = clock.now
        let decision = try await asked(decision, in: organisation)
        try await write { [self] transaction in
            let home = try transaction.organisation(organisation)
            for role in decision.agreed { try Decision.check(role, where: home.council) }
            for named in decision.waves {
                let wave = try transaction.wave(named.wave, in: organisation)
                guard fits(wave, decision.kind, on: moment.day(in: home.zone)) else {
                    throw decision.kind.doesNotFit
                }
                // Another questionnaire was chosen while this was read.
                if wave.state == .draft, let asks = named.questionnaire, asks.pack != wave.pack {
                    throw Conflict.changedMeanwhile
                }
            }
            try transaction.add(decision, in: organisation)
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
        try await read { try $0.decision(id, in: organisation) }
    }

    /// Adds that another role agrees.
    public func agree(
        to id: Decision.ID, as role: Decision.Agreed, by account: Account.ID, in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            try Decision.check(role, where: home.council)
            var decision = try transaction.decision(id, in: organisation)
            let agreement = Decision.Agreement(role: role, by: account, day: moment.day(in: home.zone))
            try decision.add(agreement)
            try transaction.add(agreement, to: id, in: organisation)
            try transaction.audit(.decisionAgreed, decision.kind.rawValue, by: account, at: moment, in: home)
        }
    }
}

extension Transaction {
    func decision(_ id: Decision.ID, in organisation: Organisation.ID) throws -> Decision {
        let query = Decision.query + " WHERE decision.organisation_id = $1 AND decision.id = $2"
        guard let row = try row(query, organisation, id) else { throw NotFound() }
        return try decision(row, in: organisation)
    }

    func add(_ decision: Decision, in organisation: Organisation.ID) throws {
        let insert = """
            INSERT INTO decision (organisation_id, id, kind, subject, asked_by_id, decided_on, text, language)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """
        try run(
            insert, organisation, decision.id, decision.kind, decision.subject,
            person(decision.askedBy, in: organisation), decision.decidedOn, decision.text, decision.language.rawValue)
        for agreement in decision.agreements { try add(agreement, to: decision.id, in: organisation) }
        let witness = """
            INSERT INTO decision_witness (organisation_id, decision_id, number, person_id, is_typist)
            VALUES ($1, $2, $3, $4, $5)
            """
        let named = decision.witnesses.map { ($0, false) } + decision.typists.map { ($0, true) }
        for (number, (person, types)) in named.enumerated() {
            try run(witness, organisation, decision.id, number, self.person(person, in: organisation), types)
        }
        for wave in decision.waves { try add(wave, to: decision.id, in: organisation) }
    }

    fileprivate func add(_ agreement: Decision.Agreement, to id: Decision.ID, in organisation: Organisation.ID) throws {
        try run(
            "INSERT INTO decision_agreement VALUES ($1, $2, $3, $4, $5)", organisation, id, agreement.role,
            agreement.by, agreement.day)
    }

    private func agreements(on id: Decision.ID, in organisation: Organisation.ID) throws -> [Decision.Agreement] {
        let query = "SELECT * FROM decision_agreement WHERE organisation_id = $1 AND decision_id = $2 ORDER BY role"
        return try rows(query, organisation, id).map { row in
            try Decision.Agreement(role: row["role"], by: row["account_id"], day: row["agreed_on"])
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
            WHERE decision_witness.organisation_id = $1 AND decision_id = $2 AND is_typist = $3 ORDER BY number
            """
        let id: Decision.ID = try row["id"]
        return try Decision(
            id: id, kind: row["kind"], subject: row["subject"], askedBy: Person(row),
            agreements: agreements(on: id, in: organisation), decidedOn: row["decided_on"], text: row["text"],
            language: Language(rawValue: row["language"]),
            witnesses: rows(query, organisation, id, false).map { try Person($0) },
            typists: rows(query, organisation, id, true).map { try Person($0) },
            waves: waves(of: id, in: organisation), withdrawnOn: row["withdrawn_on"], isKept: true)
    }
}

extension Decision {
    fileprivate static let query = """
        SELECT decision.*, person.name FROM decision LEFT JOIN person ON person.id = decision.asked_by_id
        """
}
