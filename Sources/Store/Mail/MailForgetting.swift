import Core

extension Store {
    /// Destroys what could not be handed in for longer than it is kept, and numbers older than the log.
    ///
    /// - Returns: how many messages those are.
    func forgetMail(at now: Moment, in home: Organisation.ID? = nil, isDry: Bool) async throws -> Int {
        let old = "FROM mail WHERE COALESCE(failed_at, written_at) < $1 AND ($2 IS NULL OR organisation_id = $2)"
        let before = now + -Message.keptDays * 86_400
        let number: Int =
            try await read { try $0.row("SELECT COUNT(*) AS number \(old)", before, home)?["number"] } ?? 0
        let lastDay = Day(number: now.seconds / 86_400 - Self.auditDays)
        let oldCounts = try await read { try $0.row("SELECT 1 AS one FROM mail_count WHERE day < $1", lastDay) != nil }
        guard !isDry, number > 0 || oldCounts else { return number }
        try await write { transaction in
            try transaction.run("DELETE \(old)", before, home)
            try transaction.run("DELETE FROM mail_count WHERE day < $1", lastDay)
        }
        return number
    }
}
