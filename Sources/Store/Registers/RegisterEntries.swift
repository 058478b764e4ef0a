public import Core

extension Store {
    /// What stands in the registers, the newest first; what was ended too.
    public func registerEntries(in organisation: Organisation.ID) async throws -> [RegisterEntry] {
        try await read { try $0.registerEntries(in: organisation) }
    }

    public func registerEntry(
        _ id: RegisterEntry.ID, in organisation: Organisation.ID
    ) async throws -> RegisterEntry {
        try await read { try $0.registerEntry(id, in: organisation) }
    }

    /// The paper of an entry.
    public func registerPaper(_ id: RegisterEntry.ID, in organisation: Organisation.ID) async throws -> Paper {
        let query = """
            SELECT document_type, document FROM register_entry
            WHERE organisation_id = $1 AND id = $2 AND document IS NOT NULL
            """
        return try await read { transaction in
            guard let row = try transaction.row(query, organisation, id) else { throw NotFound() }
            return try Paper(type: row["document_type"], bytes: row["document"])
        }
    }

    /// Writes an entry down; nothing of it changes after.
    public func write(
        _ draft: RegisterDraft, by account: Account.ID, in organisation: Organisation.ID
    ) async throws -> RegisterEntry.ID {
        let moment = clock.now
        return try await write { transaction in
            let home = try transaction.organisation(organisation)
            try draft.check(on: moment.day(in: home.zone), council: home.council)
            let id = RegisterEntry.ID.random()
            let insert = """
                INSERT INTO register_entry (organisation_id, id, register, ground, room, subject, day, version, text,
                    document_type, document, person_id)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """
            try transaction.run(
                insert, organisation, id, draft.register, draft.ground, draft.room, draft.subject.trimmed, draft.day,
                draft.version.trimmed, draft.text.trimmed, draft.paper?.type, draft.paper?.bytes, account)
            try transaction.audit(
                .registerWritten, "\(draft.register.rawValue): \(draft.subject.trimmed)", by: account, at: moment,
                in: home)
            return id
        }
    }

    /// Says that an entry holds no more, from today on.
    public func endRegisterEntry(
        _ id: RegisterEntry.ID, by account: Account.ID, in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            let entry = try transaction.registerEntry(id, in: organisation)
            guard entry.endedOn == nil else { throw RegisterEntry.Refusal.isEnded }
            let end = "UPDATE register_entry SET ended_on = $1 WHERE organisation_id = $2 AND id = $3"
            try transaction.run(end, moment.day(in: home.zone), organisation, id)
            try transaction.audit(
                .registerEnded, "\(entry.register.rawValue): \(entry.subject)", by: account, at: moment, in: home)
        }
    }

    /// What a room lacks before it opens.
    public func lacks(_ room: GuardedRoom, in organisation: Organisation.ID) async throws -> [RegisterEntry.Register] {
        try await read { try room.lacks($0.registerEntries(in: organisation)) }
    }
}

extension Transaction {
    private static let columns = """
        SELECT register_entry.id, register, ground, room, subject, day, version, text, ended_on, person_id,
            document IS NOT NULL AS has_paper, person.name
        FROM register_entry LEFT JOIN person ON person.id = person_id
        """

    fileprivate func registerEntries(in organisation: Organisation.ID) throws -> [RegisterEntry] {
        let query = Self.columns + " WHERE register_entry.organisation_id = $1 ORDER BY day DESC, register_entry.id"
        return try rows(query, organisation).map(RegisterEntry.init)
    }

    fileprivate func registerEntry(_ id: RegisterEntry.ID, in organisation: Organisation.ID) throws -> RegisterEntry {
        let query = Self.columns + " WHERE register_entry.organisation_id = $1 AND register_entry.id = $2"
        guard let row = try row(query, organisation, id) else { throw NotFound() }
        return try RegisterEntry(row)
    }
}

extension RegisterEntry {
    fileprivate init(_ row: Record) throws {
        try self.init(
            id: row["id"], register: row["register"], ground: row["ground"], room: row["room"],
            subject: row["subject"], day: row["day"], version: row["version"], text: row["text"],
            hasPaper: row["has_paper"], by: Person(row, "name"), endedOn: row["ended_on"])
    }
}
