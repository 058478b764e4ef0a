public import Core

extension Store {
    /// Notes that somebody gathered everything of an organisation to take it along.
    public func noteExport(of organisation: Organisation.ID) async throws {
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            try transaction.audit(.organisationExported, "", by: nil, at: moment, in: home)
        }
    }

    /// The day on which everything of an organisation was gathered last, as far back as its log goes.
    public func lastExport(of organisation: Organisation.ID) async throws -> Day? {
        try await read { try $0.lastExport(of: organisation) }
    }
}

extension Transaction {
    func lastExport(of organisation: Organisation.ID) throws -> Day? {
        let query = "SELECT day FROM audit WHERE organisation_id = $1 AND act = $2 ORDER BY day DESC LIMIT 1"
        return try row(query, organisation, AuditLine.Act.organisationExported)?["day"]
    }

    /// What is deleted is gone for good: no wave may be open, and somebody takes everything along after it was decided, or
    /// says that nobody needs to.
    func checkLeaving(of home: Organisation.ID, takenSince decided: Day?) throws {
        let open = "SELECT 1 AS one FROM wave WHERE organisation_id = $1 AND state = 'open'"
        guard try row(open, home) == nil else { throw LeavingPlan.Refusal.wavesAreOpen }
        guard let decided else { return }
        guard let taken = try lastExport(of: home), taken >= decided else { throw LeavingPlan.Refusal.nothingTaken }
    }
}
