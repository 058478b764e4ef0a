public import Core

extension Store {
    /// Lets messages wait to be handed in: all of them or none.
    public func enqueue(_ messages: [Message], in organisation: Organisation.ID) async throws {
        let now = clock.now
        try await write { try $0.enqueue(messages, at: now, in: organisation) }
        mailBell.ring()
    }

    /// What may go now, of every organisation: what waits longest first, without those that somebody has in hand.
    public func dueMessages(most: Int) async throws -> [QueuedMessage] {
        let query = Transaction.queued + " WHERE failed_at IS NULL AND due_at <= $1 ORDER BY due_at, mail.id LIMIT $2"
        let now = clock.now
        return try await read { try $0.rows(query, now, most).map(QueuedMessage.init) }
    }

    /// In how many seconds something may go; nil where nothing waits.
    public func secondsToNextMessage() async throws -> Int? {
        let query = "SELECT MIN(due_at) AS due_at FROM mail WHERE failed_at IS NULL"
        let next: Moment? = try await read { try $0.row(query)?["due_at"] }
        return next.map { max(0, $0 - clock.now) }
    }

    /// The server has them: nothing of them stays but a number of their day and kind.
    public func handedIn(_ messages: [QueuedMessage]) async throws {
        let now = clock.now
        let remove = "DELETE FROM mail WHERE organisation_id = $1 AND id = $2"
        let count = """
            INSERT INTO mail_count VALUES ($1, $2, $3, 1)
            ON CONFLICT (organisation_id, day, kind) DO UPDATE SET number = number + 1
            """
        try await write { transaction in
            for queued in messages {
                let home = queued.organisation
                // Erased or thrown away meanwhile, it went all the same.
                try transaction.run(remove, home, queued.message.id)
                let day = now.day(in: try transaction.organisation(home).zone)
                try transaction.run(count, home, day, queued.message.kind)
            }
        }
    }

    /// The server did not take this one: it waits for its next try, or is given up.
    public func failed(_ queued: QueuedMessage, told: String, isForGood: Bool) async throws {
        let (now, tries) = (clock.now, queued.tries + 1)
        let pause = isForGood ? nil : Message.pause(after: tries)
        let update = """
            UPDATE mail SET tries = $1, told = $2, due_at = $3, failed_at = $4 WHERE organisation_id = $5 AND id = $6
            """
        let failedAt: Moment? = pause == nil ? now : nil
        try await write {
            try $0.run(
                update, tries, told, now + (pause ?? 0), failedAt, queued.organisation, queued.message.id)
        }
    }

    /// The line broke over this one: it loses no try, and lets others go first.
    public func putBack(_ queued: QueuedMessage) async throws {
        let later = clock.now + 60
        let update = "UPDATE mail SET due_at = $1 WHERE organisation_id = $2 AND id = $3"
        try await write { try $0.run(update, later, queued.organisation, queued.message.id) }
    }
}

extension Transaction {
    static let queued = """
        SELECT mail.*, person.name, organisation.name AS sender FROM mail
        LEFT JOIN person ON person.id = mail.person_id JOIN organisation ON organisation.id = mail.organisation_id
        """

    /// As above, in the transaction of whoever writes about it; `mailBell` is rung when that is done.
    func enqueue(_ messages: [Message], at now: Moment, in organisation: Organisation.ID) throws {
        let insert = """
            INSERT INTO mail (organisation_id, id, person_id, kind, address, subject, text, language, refusal,
                written_at, tries, due_at, failed_at, told)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """
        let nobody: Moment? = nil
        try insertEach(
            insert,
            messages.lazy.map { message -> [any Storable] in
                [
                    organisation, message.id, message.person, message.kind, message.address, message.subject,
                    message.text, message.language, message.refusal, now, 0, now, nobody, "",
                ]
            })
    }
}

extension Message.Kind: Storable {}

extension QueuedMessage {
    init(_ row: Record) throws {
        try self.init(
            message: Message(
                id: row["id"], person: row["person_id"], kind: row["kind"], address: row["address"],
                subject: row["subject"], text: row["text"], language: row["language"], refusal: row["refusal"]),
            organisation: row["organisation_id"], sender: row["sender"], reader: Person(row),
            writtenAt: row["written_at"], tries: row["tries"], dueAt: row["due_at"], failedAt: row["failed_at"],
            told: row["told"])
    }
}
