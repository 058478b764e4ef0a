public import Core

/// Since when the mail server as a whole takes nothing, and what it said.
public struct MailStandstill: Equatable, Sendable {
    public let since: Moment
    public let told: String
}

extension Store {
    /// How many messages of each kind wait.
    public func waitingMessages(in organisation: Organisation.ID) async throws -> [Message.Kind: Int] {
        let query = """
            SELECT kind, COUNT(*) AS number FROM mail WHERE organisation_id = $1 AND failed_at IS NULL GROUP BY kind
            """
        return try await read { transaction in
            try transaction.rows(query, organisation).reduce(into: [:]) { $0[try $1["kind"]] = try $1["number"] }
        }
    }

    /// What was given up and what waits, the newest first, so many of each.
    public func messages(
        areFailed: Bool, in organisation: Organisation.ID, most: Int
    ) async throws -> [QueuedMessage] {
        let query =
            Transaction.queued + """
                 WHERE mail.organisation_id = $1 AND (failed_at IS NOT NULL) = $2
                ORDER BY COALESCE(failed_at, written_at) DESC, mail.id LIMIT $3
                """
        return try await read { try $0.rows(query, organisation, areFailed, most).map(QueuedMessage.init) }
    }

    public func message(_ id: Message.ID, in organisation: Organisation.ID) async throws -> QueuedMessage {
        let query = Transaction.queued + " WHERE mail.organisation_id = $1 AND mail.id = $2"
        return try await read { transaction in
            guard let row = try transaction.row(query, organisation, id) else { throw NotFound() }
            return try QueuedMessage(row)
        }
    }

    /// How many were handed in since this day.
    public func handedInMessages(since day: Day, in organisation: Organisation.ID) async throws -> Int {
        let query = "SELECT SUM(number) AS number FROM mail_count WHERE organisation_id = $1 AND day >= $2"
        let number: Int? = try await read { try $0.row(query, organisation, day)?["number"] }
        return number ?? 0
    }

    /// Lets a message begin again, with all its tries.
    public func tryAgain(_ id: Message.ID, in organisation: Organisation.ID) async throws {
        let now = clock.now
        let update = """
            UPDATE mail SET tries = 0, due_at = $1, failed_at = NULL
            WHERE organisation_id = $2 AND id = $3
            """
        guard try await write({ try $0.run(update, now, organisation, id) }) == 1 else { throw NotFound() }
        mailBell.ring()
    }

    /// Nobody hears it any more, from us.
    public func throwAway(_ id: Message.ID, in organisation: Organisation.ID) async throws {
        let remove = "DELETE FROM mail WHERE organisation_id = $1 AND id = $2"
        guard try await write({ try $0.run(remove, organisation, id) }) == 1 else { throw NotFound() }
    }

    /// Of the server as a whole; nil while it does what it should, as far as it was asked.
    public func mailStandstill() async throws -> MailStandstill? {
        try await read { transaction in
            guard let kept = try transaction.setting(Self.standstill), !kept.isEmpty else { return nil }
            let parts = kept.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let seconds = Int(parts[0]) else { throw Broken.value(Self.standstill) }
            return MailStandstill(since: Moment(seconds: seconds), told: String(parts[1]))
        }
    }

    /// The server as a whole takes nothing, so no message lost a try; or it does again.
    public func noteMailStandstill(_ told: String?) async throws {
        let before = try await mailStandstill()
        guard before?.told != told else { return }
        let since = (before?.since ?? clock.now).seconds
        try await write { try $0.set(Self.standstill, to: told.map { "\(since)|\($0)" } ?? "") }
    }

    private static let standstill = "mail_standstill"
}
