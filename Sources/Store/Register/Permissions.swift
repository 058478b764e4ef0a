public import Core
public import Surveys

extension Store {
    /// What holders of questionnaires allow this organisation.
    public func permissions(in organisation: Organisation.ID) async throws -> [Permission] {
        let query = "SELECT \(Permission.columns) FROM permission WHERE organisation_id = $1 ORDER BY definition"
        return try await read { try $0.rows(query, organisation).map(Permission.init) }
    }

    public func permission(for definition: String, in organisation: Organisation.ID) async throws -> Permission? {
        try await read { try $0.permission(for: definition, in: organisation) }
    }

    /// The paper with the permission.
    public func permissionDocument(
        for definition: String, in organisation: Organisation.ID
    ) async throws -> Permission.Document {
        let query = """
            SELECT document_name, document_type, document FROM permission
            WHERE organisation_id = $1 AND definition = $2
            """
        return try await read { transaction in
            guard let row = try transaction.row(query, organisation, definition) else { throw NotFound() }
            return try Permission.Document(
                name: row["document_name"], type: row["document_type"], bytes: row["document"])
        }
    }

    /// Keeps a permission, or changes it; without a document the one that is there stays.
    public func save(
        giver: String, until: Day, document: Permission.Document?, for definition: String,
        in organisation: Organisation.ID, since version: Int, by account: Account.ID?
    ) async throws {
        try Permission.check(giver: giver)
        let moment = clock.now
        try await write { transaction in
            if version == 0 {
                guard let document else { throw Permission.Refusal.documentIsMissing }
                try transaction.insert(document, giver.trimmed, until, definition, organisation)
            } else {
                try transaction.update(document, giver.trimmed, until, definition, organisation, version)
            }
            let home = try transaction.organisation(organisation)
            try transaction.audit(.permissionSaved, definition, by: account, at: moment, in: home)
        }
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
        let query = """
            SELECT \(Permission.columns) FROM permission WHERE organisation_id = $1 AND definition = $2
            """
        return try row(query, organisation, definition).map(Permission.init)
    }

    fileprivate func insert(
        _ document: Permission.Document, _ giver: String, _ until: Day, _ definition: String,
        _ organisation: Organisation.ID
    ) throws {
        let insert = """
            INSERT INTO permission (organisation_id, definition, giver, until_on, document_name, document_type,
                document, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT DO NOTHING
            """
        let saved = try run(
            insert, organisation, definition, giver, until, document.name, document.type, document.bytes)
        guard saved == 1 else { throw Conflict.changedMeanwhile }
    }

    fileprivate func update(
        _ document: Permission.Document?, _ giver: String, _ until: Day, _ definition: String,
        _ organisation: Organisation.ID, _ version: Int
    ) throws {
        let update = """
            UPDATE permission SET giver = $1, until_on = $2, document_name = COALESCE($3, document_name),
                document_type = COALESCE($4, document_type), document = COALESCE($5, document), version = version + 1
            WHERE organisation_id = $6 AND definition = $7 AND version = $8
            """
        let saved = try run(
            update, giver, until, document?.name, document?.type, document?.bytes, organisation, definition, version)
        guard saved == 1 else { throw Conflict.changedMeanwhile }
    }
}

extension Permission {
    /// Without the paper, which may be large.
    fileprivate static let columns = "definition, giver, until_on, document_name, version"

    fileprivate init(_ row: Record) throws {
        try self.init(
            definition: row["definition"], giver: row["giver"], until: row["until_on"],
            documentName: row["document_name"], version: row["version"])
    }
}
