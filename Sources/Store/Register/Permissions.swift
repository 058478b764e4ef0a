public import Core
import Methods
public import Surveys

extension Store {
    /// What holders of questionnaires allow this organisation.
    public func permissions(in organisation: Organisation.ID) async throws -> [Permission] {
        let query = Permission.query + " WHERE permission.organisation_id = $1 ORDER BY definition"
        return try await read { try $0.rows(query, organisation).map(Permission.init) }
    }

    public func permission(for definition: String, in organisation: Organisation.ID) async throws -> Permission? {
        try await read { try $0.permission(for: definition, in: organisation) }
    }

    /// The paper with the permission.
    public func permissionDocument(
        for definition: String, in organisation: Organisation.ID
    ) async throws -> Paper {
        let query = "SELECT document_type, document FROM permission WHERE organisation_id = $1 AND definition = $2"
        return try await read { transaction in
            guard let row = try transaction.row(query, organisation, definition) else { throw NotFound() }
            return try Paper(type: row["document_type"], bytes: row["document"])
        }
    }

    /// Keeps a permission, or changes it; without a document the one that is there stays.
    public func save(
        giver: String, until: Day, document: Paper?, for definition: String,
        in organisation: Organisation.ID, since version: Int, by account: Account.ID?
    ) async throws {
        try Permission.check(giver: giver)
        let moment = clock.now
        try await write { transaction in
            let before = try transaction.giver(of: definition, in: organisation)
            let person = try transaction.person(named: giver, in: organisation)
            if version == 0 {
                guard let document else { throw Permission.Refusal.documentIsMissing }
                try transaction.insert(document, person, until, definition, organisation)
            } else {
                try transaction.update(document, person, until, definition, organisation, version)
            }
            try transaction.forget(before)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.permissionSaved, definition, by: account, at: moment, in: home)
        }
    }

    /// Removes a permission with its paper, and the name of who gave it where nothing else refers to it. Waves that are
    /// open go on.
    public func removePermission(
        for definition: String, in organisation: Organisation.ID, since version: Int, by account: Account.ID?
    ) async throws {
        let moment = clock.now
        let remove = "DELETE FROM permission WHERE organisation_id = $1 AND definition = $2 AND version = $3"
        try await write { transaction in
            guard let giver = try transaction.giver(of: definition, in: organisation) else { throw NotFound() }
            guard try transaction.run(remove, organisation, definition, version) == 1 else {
                throw Conflict.changedMeanwhile
            }
            try transaction.forget(giver)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.permissionRemoved, definition, by: account, at: moment, in: home)
        }
        // The old bytes lie in the write-ahead log until it is emptied.
        try await emptyLog()
    }

    /// The questionnaires that this organisation may not ask today, by their ids, with why.
    public func packsWithoutPermission(in home: Organisation) async throws -> [String: Permission.Refusal] {
        var refused: [String: Permission.Refusal] = [:]
        for pack in packs(for: home.id) {
            refused[pack.id] = try await missingPermission(toImport: pack.id, in: home)
        }
        return refused
    }

    /// Why this wave could not open today as it stands; nil where nothing keeps it.
    public func missingPermission(for wave: Wave) async throws -> (refusal: Permission.Refusal, definition: String)? {
        guard let pack = pack(wave.pack, for: wave.organisation),
            let definition = shelf.definition(behind: pack, for: wave.organisation)
        else { return nil }
        let (permission, home) = try await read { transaction in
            (
                try transaction.permission(for: definition, in: wave.organisation),
                try transaction.organisation(wave.organisation)
            )
        }
        do throws(Permission.Refusal) {
            try permission.check(through: wave.closesOn, on: clock.now.day(in: home.zone))
            return nil
        } catch {
            return (error, definition)
        }
    }
}

extension Transaction {
    func permission(for definition: String, in organisation: Organisation.ID) throws -> Permission? {
        let query = Permission.query + " WHERE permission.organisation_id = $1 AND definition = $2"
        return try row(query, organisation, definition).map(Permission.init)
    }

    fileprivate func giver(of definition: String, in organisation: Organisation.ID) throws -> Person.ID? {
        let query = "SELECT giver_id FROM permission WHERE organisation_id = $1 AND definition = $2"
        return try row(query, organisation, definition)?["giver_id"]
    }

    fileprivate func insert(
        _ document: Paper, _ giver: Person.ID, _ until: Day, _ definition: String,
        _ organisation: Organisation.ID
    ) throws {
        let insert = """
            INSERT INTO permission (organisation_id, definition, giver_id, until_on, document_type, document, version)
            VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT DO NOTHING
            """
        let saved = try run(insert, organisation, definition, giver, until, document.type, document.bytes)
        guard saved == 1 else { throw Conflict.changedMeanwhile }
    }

    fileprivate func update(
        _ document: Paper?, _ giver: Person.ID, _ until: Day, _ definition: String,
        _ organisation: Organisation.ID, _ version: Int
    ) throws {
        let update = """
            UPDATE permission SET giver_id = $1, until_on = $2, document_type = COALESCE($3, document_type),
                document = COALESCE($4, document), version = version + 1
            WHERE organisation_id = $5 AND definition = $6 AND version = $7
            """
        let saved = try run(
            update, giver, until, document?.type, document?.bytes, organisation, definition, version)
        guard saved == 1 else { throw Conflict.changedMeanwhile }
    }
}

extension Permission {
    /// Without the paper, which may be large.
    fileprivate static let query = """
        SELECT definition, until_on, version, person.name FROM permission
            LEFT JOIN person ON person.id = permission.giver_id
        """

    fileprivate init(_ row: Record) throws {
        try self.init(
            definition: row["definition"], giver: Person(row), until: row["until_on"], version: row["version"])
    }
}
