public import Core
public import Surveys

extension Store {
    /// The waves that a decision of this kind may be about: those of which it can still open something.
    public func waves(for kind: Decision.Kind, in organisation: Organisation.ID) async throws -> [Wave] {
        let today = clock.now.day(in: try await self.organisation(organisation).zone)
        return try await waves(in: organisation).filter { fits($0, kind, on: today) }
    }

    func fits(_ wave: Wave, _ kind: Decision.Kind, on today: Day) -> Bool {
        let isToCome = [.draft, .open].contains(wave.state)
        switch kind {
        case .paper: return isToCome && !wave.isImported
        case .rawExport: return wave.isResearch && (isToCome || rawAnswersUntil(of: wave).map { today <= $0 } ?? false)
        default: return false
        }
    }

    /// The last day on which the raw answers of a research wave that is over are kept; nil where there are none.
    func rawAnswersUntil(of wave: Wave) -> Day? {
        guard wave.isResearch, [.closed, .published].contains(wave.state), let closed = wave.closedOn else {
            return nil
        }
        let files = folder.files(of: wave.id)
        return files.exists(files.answers) ? closed + wave.agreedKeepDays : nil
    }

    /// The decision, with what its waves ask today where it is about their answers.
    func asked(_ decision: Decision, in organisation: Organisation.ID) async throws -> Decision {
        guard decision.kind == .rawExport else { return decision }
        var decision = decision
        for named in decision.waves {
            let instrument = try await asked(in: wave(named.wave, in: organisation))
            decision.note(.init(instrument, in: decision.language), of: named.id)
        }
        return decision
    }

    /// Takes back what was asked for, before the other role agrees; about paper until a form was made.
    public func withdraw(
        _ id: Decision.ID, by account: Account.ID, in organisation: Organisation.ID
    ) async throws {
        try await stop(id, as: .decisionWithdrawn, by: account, in: organisation) { decision, today, transaction in
            try decision.withdraw(on: today)
            if try transaction.hasForms(decision, in: organisation) { throw Decision.Refusal.hasForms }
        }
    }

    /// Whether forms of paper were made by a decision: then it cannot be taken back.
    public func hasForms(_ decision: Decision, in organisation: Organisation.ID) async throws -> Bool {
        try await read { try $0.hasForms(decision, in: organisation) }
    }

    /// Ends what both agreed to: from now on it opens nothing.
    public func end(_ id: Decision.ID, by account: Account.ID, in organisation: Organisation.ID) async throws {
        try await stop(id, as: .decisionEnded, by: account, in: organisation) { decision, today, _ in
            try decision.end(on: today)
        }
    }

    private func stop(
        _ id: Decision.ID, as act: AuditLine.Act, by account: Account.ID, in organisation: Organisation.ID,
        _ change: @escaping @Sendable (inout Decision, Day, Transaction) throws -> Void
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            var decision = try transaction.decision(id, in: organisation)
            let today = moment.day(in: home.zone)
            try change(&decision, today, transaction)
            let update = "UPDATE decision SET withdrawn_on = $1 WHERE organisation_id = $2 AND id = $3"
            try transaction.run(update, today, organisation, id)
            try transaction.audit(act, decision.kind.rawValue, by: account, at: moment, in: home)
        }
    }
}

extension Decision.Questionnaire {
    fileprivate init?(_ row: Record) throws {
        guard let pack: String = try row["pack"] else { return nil }
        let (title, version): (String?, String?) = (try row["pack_title"], try row["pack_version"])
        let asked: String? = try row["asked"]
        self.init(
            pack: pack, title: title ?? pack, version: version ?? "",
            asked: asked.map { Set($0.split(separator: " ").map(String.init)) })
    }
}

extension Transaction {
    fileprivate func hasForms(_ decision: Decision, in organisation: Organisation.ID) throws -> Bool {
        guard decision.kind == .paper else { return false }
        let query = "SELECT 1 AS one FROM card_batch WHERE organisation_id = $1 AND wave_id = $2 AND is_paper = 1"
        return try decision.waves.contains { try row(query, organisation, $0.wave) != nil }
    }

    func add(_ wave: Decision.NamedWave, to id: Decision.ID, in organisation: Organisation.ID) throws {
        let insert = """
            INSERT INTO decision_wave (
                organisation_id, decision_id, wave_id, title, number, pack, pack_title, pack_version, asked)
            SELECT $1, $2, $3, $4, COALESCE(MAX(number), 0) + 1, $5, $6, $7, $8 FROM decision_wave
            WHERE organisation_id = $1 AND wave_id = $3
            """
        let asks = wave.questionnaire
        try run(
            insert, organisation, id, wave.wave, wave.title, asks?.pack, asks?.title, asks?.version,
            asks?.asked?.sorted().joined(separator: " "))
    }

    func waves(of id: Decision.ID, in organisation: Organisation.ID) throws -> [Decision.NamedWave] {
        let query = """
            SELECT * FROM decision_wave WHERE organisation_id = $1 AND decision_id = $2 ORDER BY title, wave_id
            """
        return try rows(query, organisation, id).map {
            try .init(id: $0["wave_id"], title: $0["title"], questionnaire: .init($0))
        }
    }

    /// The decisions that name a wave, the last written down first.
    func decisions(naming wave: Wave.ID, in organisation: Organisation.ID) throws -> [Decision] {
        let query = """
            SELECT decision_id FROM decision_wave WHERE organisation_id = $1 AND wave_id = $2 ORDER BY number DESC
            """
        return try rows(query, organisation, wave).map { try decision($0["decision_id"], in: organisation) }
    }
}
