public import Core
public import Surveys

/// Somebody to whom something about a wave can be said by mail.
public struct MailReader: Equatable, Sendable {
    public let person: Person.ID
    public let name: String
    public let address: String
    /// See `Store.refusalToken`.
    public let refusal: String
}

/// That something was said about a wave, once, and to how many.
public struct WaveMail: Equatable, Sendable {
    public let kind: Message.Kind
    public let sentOn: Day
    public let number: Int
}

extension Wave {
    /// Why nothing is said about a wave by mail.
    public enum MailRefusal: String, Core.Refusal, CaseIterable {
        case isSaid = "wave_mail.is_said"
        case isNotTheTime = "wave_mail.is_not_the_time"
        /// This server sends no mail.
        case isOff = "wave_mail.is_off"
        case isToNobody = "wave_mail.is_to_nobody"
        /// People came or went, or ended such messages, since somebody looked.
        case readersChanged = "wave_mail.readers_changed"
    }

    /// What can be said about it now. Those are for everybody alike: nobody knows who took part.
    public var mailKinds: [Message.Kind] {
        switch state {
        case .open: [.open, .reminder]
        case .published: [.results]
        case .draft, .closed, .withdrawn: []
        }
    }
}

extension Store {
    /// Everybody who works here, has an address and did not end such messages.
    public func mailReaders(in organisation: Organisation.ID) async throws -> [MailReader] {
        let (now, key) = (clock.now, try await refusalKey())
        return try await read { try $0.mailReaders(on: now, key, in: organisation) }
    }

    public func mailSaid(about wave: Wave) async throws -> [WaveMail] {
        let query = """
            SELECT * FROM wave_mail WHERE organisation_id = $1 AND wave_id = $2 ORDER BY sent_on, kind
            """
        return try await read { transaction in
            try transaction.rows(query, wave.organisation, wave.id).map { row in
                try WaveMail(kind: row["kind"], sentOn: row["sent_on"], number: row["number"])
            }
        }
    }

    /// Says something about a wave to everybody alike, once. The log says that it was, and not to whom.
    ///
    /// - Parameter expected: to how many, as somebody saw before.
    public func say(
        _ kind: Message.Kind, about id: Wave.ID, toAll expected: Int, by account: Account.ID?,
        in organisation: Organisation.ID, _ write: @escaping @Sendable (MailReader) -> Message
    ) async throws {
        let (now, key) = (clock.now, try await refusalKey())
        try await self.write { transaction in
            let wave = try transaction.wave(id, in: organisation)
            guard wave.mailKinds.contains(kind) else { throw Wave.MailRefusal.isNotTheTime }
            let home = try transaction.organisation(organisation)
            let readers = try transaction.mailReaders(on: now, key, in: organisation)
            guard !readers.isEmpty else { throw Wave.MailRefusal.isToNobody }
            let insert = "INSERT INTO wave_mail VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"
            let today = now.day(in: home.zone)
            guard try transaction.run(insert, organisation, id, kind, today, readers.count) == 1 else {
                throw Wave.MailRefusal.isSaid
            }
            guard readers.count == expected else { throw Wave.MailRefusal.readersChanged }
            try transaction.enqueue(readers.map(write), at: now, in: organisation)
            try transaction.audit(kind.act, wave.title, by: account, at: now, in: home)
        }
        mailBell.ring()
    }
}

extension Message.Kind {
    fileprivate var act: AuditLine.Act {
        switch self {
        case .open, .trial: .openMailed
        case .reminder: .reminderMailed
        case .results: .resultsMailed
        }
    }
}

extension Transaction {
    fileprivate func mailReaders(
        on now: Moment, _ key: [UInt8], in organisation: Organisation.ID
    ) throws -> [MailReader] {
        let query = """
            SELECT member.id, person.name, member.email FROM member JOIN person ON person.id = member.id
            WHERE member.organisation_id = $1 AND member.email IS NOT NULL AND COALESCE(member.left_on, $2) >= $2
                AND NOT EXISTS (SELECT 1 FROM mail_refusal
                    WHERE mail_refusal.organisation_id = $1 AND mail_refusal.person_id = member.id)
            ORDER BY person.name_key, member.id
            """
        let today = now.day(in: try self.organisation(organisation).zone)
        return try rows(query, organisation, today).map { row in
            let person: Person.ID = try row["id"]
            return try MailReader(
                person: person, name: row["name"], address: row["email"],
                refusal: Store.refusalToken(person, organisation, key))
        }
    }
}
