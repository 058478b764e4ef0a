import Core

/// Rows that go by their age alone.
private struct OldRows: Sendable {
    let kind: String
    /// Table and condition, with the age as `$1`.
    let place: String
    let before: any Storable & Sendable

    static func all(at now: Moment) -> [OldRows] {
        let today = Day(number: now.seconds / 86_400)
        return [
            OldRows(kind: "sign-ins", place: "sign_in WHERE started_at < $1", before: now + -12 * 3600),
            // Wherever the organisation is, its last day is over by then.
            OldRows(kind: "invitations", place: "invitation WHERE last_day < $1", before: today + -1),
            OldRows(kind: "log", place: "audit WHERE day < $1", before: today + -Store.auditDays),
        ]
    }
}

extension Store {
    /// How many such rows are older than is kept; of all organisations, or of one.
    func forgettable(at now: Moment, in home: Organisation.ID? = nil) async throws -> [Due] {
        try await read { transaction in
            try OldRows.all(at: now).compactMap { old in
                let query = "SELECT COUNT(*) AS number FROM \(old.place) AND ($2 IS NULL OR organisation_id = $2)"
                let number: Int = try transaction.row(query, old.before, home)?["number"] ?? 0
                return number > 0 ? Due(kind: old.kind, name: "\(number)") : nil
            }
        }
    }

    func forget(at now: Moment) async throws {
        guard try await !forgettable(at: now).isEmpty else { return }
        try await write { transaction in
            for old in OldRows.all(at: now) { try transaction.run("DELETE FROM \(old.place)", old.before) }
        }
    }
}
