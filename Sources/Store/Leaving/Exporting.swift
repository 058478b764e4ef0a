public import Core
import Crypto
import Surveys

/// The day on which everything was taken along last, as far back as the log goes.
public struct LastExport: Equatable, Sendable {
    public let day: Day
    /// Whether that was after the last change that counts: a wave that closed, a role that agreed to leaving.
    public let isWhole: Bool

    public init(day: Day, isWhole: Bool) { (self.day, self.isWhole) = (day, isWhole) }
}

extension Store {
    /// What an export that is gathered now holds of what counts: the same as long as nothing of that changes.
    public func exportMark(of organisation: Organisation.ID) async throws -> String {
        try await read { try $0.exportMark(of: organisation) }
    }

    /// Notes that somebody has everything of an organisation; not where something that counts changed while it was
    /// gathered.
    public func noteExport(of organisation: Organisation.ID, holding mark: String) async throws {
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            guard try transaction.exportMark(of: organisation) == mark else {
                throw LeavingPlan.Refusal.changedMeanwhile
            }
            try transaction.audit(.organisationExported, mark, by: nil, at: moment, in: home)
        }
    }

    /// When everything of an organisation was taken along last; nil where its log knows of none.
    public func lastExport(of organisation: Organisation.ID) async throws -> LastExport? {
        try await read { transaction in
            try transaction.lastExport(of: organisation).map {
                try LastExport(day: $0, isWhole: transaction.isTaken(organisation))
            }
        }
    }
}

extension Transaction {
    func lastExport(of organisation: Organisation.ID) throws -> Day? {
        let query = "SELECT day FROM audit WHERE organisation_id = $1 AND act = $2 ORDER BY day DESC LIMIT 1"
        return try row(query, organisation, AuditLine.Act.organisationExported)?["day"]
    }

    /// Of which waves there are figures, and who agreed to leaving: a day would be too coarse, and the log keeps no order
    /// within an hour.
    fileprivate func exportMark(of home: Organisation.ID) throws -> String {
        let waves =
            "SELECT id, state FROM wave WHERE organisation_id = $1 AND state IN ('closed', 'published') ORDER BY id"
        let agreed = """
            SELECT decision_agreement.decision_id AS id, decision_agreement.role AS state FROM decision_agreement
            JOIN decision ON decision.organisation_id = decision_agreement.organisation_id
                AND decision.id = decision_agreement.decision_id
            WHERE decision.organisation_id = $1 AND decision.kind = 'leaving' ORDER BY decision.id, role
            """
        let lines = try (rows(waves, home) + rows(agreed, home)).map { row in
            try "\(row["id"] as String) \(row["state"] as String)"
        }
        return SHA256.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
    }

    /// Whether somebody has everything as it is now, in what counts.
    func isTaken(_ home: Organisation.ID) throws -> Bool {
        let query = "SELECT 1 AS one FROM audit WHERE organisation_id = $1 AND act = $2 AND subject = $3 LIMIT 1"
        return try row(query, home, AuditLine.Act.organisationExported, exportMark(of: home)) != nil
    }

    /// What is deleted is gone for good: no wave may be open, and somebody takes everything along after the last change, or
    /// says that nobody needs to.
    func checkLeaving(of home: Organisation.ID, takesExport: Bool) throws {
        let open = "SELECT 1 AS one FROM wave WHERE organisation_id = $1 AND state = 'open'"
        guard try row(open, home) == nil else { throw LeavingPlan.Refusal.wavesAreOpen }
        guard try !takesExport || isTaken(home) else { throw LeavingPlan.Refusal.nothingTaken }
    }
}
