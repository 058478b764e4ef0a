public import Core
public import Surveys

/// The decision that says who types the forms of a wave.
public struct PaperAgreement: Equatable, Sendable {
    /// Nil while none was chosen, or where the chosen one names nobody any more.
    public let decision: Decision?
    public let version: Int
}

extension Store {
    /// What holds for the forms of a wave.
    public func paper(of id: Wave.ID, in organisation: Organisation.ID) async throws -> PaperAgreement {
        try await read { try $0.paper(of: id, in: try $0.organisation(organisation)) }
    }

    /// The decisions of an organisation that say who types, the last first.
    public func paperDecisions(in organisation: Organisation) async throws -> [Decision] {
        try await decisions(in: organisation.id).filter { $0.namesTypists(where: organisation.council) }
    }

    /// Lets a decision hold for the forms of an open wave, unless somebody chose another since `version`.
    public func choose(
        _ decision: Decision.ID, forPaperOf id: Wave.ID, in organisation: Organisation.ID, since version: Int,
        by account: Account.ID? = nil
    ) async throws {
        let moment = clock.now
        let save = """
            INSERT INTO wave_paper (organisation_id, wave_id, decision_id, version) VALUES ($1, $2, $3, $4)
            ON CONFLICT (organisation_id, wave_id) DO UPDATE SET decision_id = $3, version = $4
            """
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            let wave = try transaction.wave(id, in: organisation)
            guard wave.state == .open else { throw Wave.Refusal.isNotOpen }
            guard try transaction.paper(of: id, in: home).version == version else { throw Conflict.changedMeanwhile }
            let chosen = try transaction.decision(decision, in: organisation)
            guard chosen.namesTypists(where: home.council) else { throw Wave.Refusal.paperTakesDecision }
            try transaction.run(save, organisation, id, decision, version + 1)
            // Which decision it is, without its words: a subject may hold a name.
            try transaction.audit(
                .paperChosen, "\(wave.title): \(chosen.decidedOn)", by: account, at: moment, in: home)
        }
    }
}

extension Transaction {
    func paper(of wave: Wave.ID, in home: Organisation) throws -> PaperAgreement {
        let query = "SELECT decision_id, version FROM wave_paper WHERE organisation_id = $1 AND wave_id = $2"
        guard let row = try row(query, home.id, wave) else { return PaperAgreement(decision: nil, version: 0) }
        let chosen = try decision(row["decision_id"], in: home.id)
        return PaperAgreement(
            decision: chosen.namesTypists(where: home.council) ? chosen : nil, version: try row["version"])
    }

    /// No form is made or printed before somebody was named to type it.
    func checkPaper(of wave: Wave.ID, in home: Organisation) throws {
        guard try paper(of: wave, in: home).decision != nil else { throw Wave.Refusal.paperTakesDecision }
    }
}
