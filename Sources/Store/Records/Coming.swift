public import Core

/// What goes by itself on a day to come.
public struct Coming: Equatable, Sendable {
    /// As of what is due: `Due.kind`.
    public let kind: String
    public let name: String
    /// The first day on which it is gone.
    public let day: Day
}

extension Store {
    /// What is known to go from an organisation, the soonest first.
    public func coming(in home: Organisation.ID, most: Int = 20) async throws -> [Coming] {
        let answers = try await keptAnswers(in: home).map {
            Coming(kind: $0.kind.rawValue, name: $0.title, day: $0.until + 1)
        }
        let rows = try await read { transaction in
            try transaction.comingLeavers(from: home) + transaction.comingInvitations(from: home)
                + transaction.comingLines(from: home)
        }
        return Array((answers + rows).sorted { ($0.day, $0.kind, $0.name) < ($1.day, $1.kind, $1.name) }.prefix(most))
    }

    /// What went for good, as the log says it, the last first; of people no more than that somebody was erased.
    public func removals(in home: Organisation.ID, most: Int = 30) async throws -> [AuditLine] {
        try await auditLines(of: AuditLine.Act.removing, in: home, most: most)
    }
}

extension AuditLine.Act {
    /// Acts by which something went that people had told.
    static let removing: [Self] = [
        .answersDestroyed, .textsDestroyed, .personErased, .importRemoved, .permissionRemoved, .waveRemoved,
        .waveWithdrawn,
    ]
}

extension Transaction {
    fileprivate func comingLeavers(from home: Organisation.ID) throws -> [Coming] {
        let query = """
            SELECT left_on AS day, COUNT(*) AS number FROM member
            WHERE organisation_id = $1 AND left_on IS NOT NULL GROUP BY left_on
            """
        return try coming("leavers", query, home, after: Store.leaverDays + 1)
    }

    fileprivate func comingInvitations(from home: Organisation.ID) throws -> [Coming] {
        let query = """
            SELECT last_day AS day, COUNT(*) AS number FROM invitation WHERE organisation_id = $1 GROUP BY last_day
            """
        return try coming("invitations", query, home, after: 2)
    }

    /// Only of the oldest: each line goes in its turn.
    fileprivate func comingLines(from home: Organisation.ID) throws -> [Coming] {
        let query = """
            SELECT day, COUNT(*) AS number FROM audit WHERE organisation_id = $1 GROUP BY day ORDER BY day LIMIT 1
            """
        return try coming("log", query, home, after: Store.auditDays + 1)
    }

    private func coming(
        _ kind: String, _ query: String, _ home: Organisation.ID, after days: Int
    ) throws -> [Coming] {
        try rows(query, home).map { row in
            let (day, number): (Day, Int) = try (row["day"], row["number"])
            return Coming(kind: kind, name: "\(number)", day: day + days)
        }
    }
}
