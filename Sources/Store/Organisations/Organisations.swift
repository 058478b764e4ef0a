public import Core
import Foundation

extension Store {
    /// Adds an organisation, with nobody and nothing in it yet.
    @discardableResult
    public func addOrganisation(_ slug: String, name: String, by account: Account.ID? = nil) async throws
        -> Organisation
    {
        try Organisation.checkSlug(slug)
        guard !name.trimmed.isEmpty else { throw Organisation.Refusal.nameIsEmpty }
        guard name.trimmed.isName(upTo: Organisation.longestName) else { throw Organisation.Refusal.nameIsTooLong }
        let organisation = Organisation(id: .random(), slug: slug, name: name.trimmed)
        let moment = clock.now
        try await write { transaction in
            let insert = """
                INSERT INTO organisation (id, slug, name, zone, council, officer, help_channels, version)
                VALUES ($1, $2, $3, $4, $5, '', '[]', 0) ON CONFLICT DO NOTHING
                """
            let added = try transaction.run(
                insert, organisation.id, slug, organisation.name, organisation.zone.identifier, organisation.council)
            guard added == 1 else { throw Organisation.Refusal.slugIsTaken }
            try transaction.audit(.organisationAdded, slug, by: account, at: moment, in: organisation)
        }
        return organisation
    }

    public func organisations() async throws -> [Organisation] {
        try await read { try $0.rows("SELECT * FROM organisation ORDER BY slug").map(Organisation.init) }
    }

    public func organisation(_ id: Organisation.ID) async throws -> Organisation {
        try await read { try $0.organisation(id) }
    }

    public func organisation(slug: String) async throws -> Organisation? {
        try await read { try $0.row("SELECT * FROM organisation WHERE slug = $1", slug).map(Organisation.init) }
    }

    /// Lets `decide` change the settings, and saves them unless somebody else did since `version`.
    public func change(
        _ id: Organisation.ID, since version: Int, by account: Account.ID?,
        _ decide: @escaping @Sendable (inout Organisation) throws -> Void
    ) async throws {
        let moment = clock.now
        let update = """
            UPDATE organisation SET name = $1, zone = $2, council = $3, officer = $4, help_channels = $5,
                logo_type = $6, logo = $7, version = version + 1
            WHERE id = $8 AND version = $9
            """
        try await write { transaction in
            var organisation = try transaction.organisation(id)
            let council = organisation.council
            try decide(&organisation)
            if council != .none, organisation.council == .none { try transaction.checkNoCouncil(in: id) }
            let channels = String(decoding: try JSONEncoder().encode(organisation.helpChannels), as: UTF8.self)
            let saved = try transaction.run(
                update, organisation.name, organisation.zone.identifier, organisation.council, organisation.officer,
                channels, organisation.logo?.type, organisation.logo?.bytes, id, version)
            guard saved == 1 else { throw Conflict.changedMeanwhile }
            try transaction.audit(.settingsChanged, organisation.slug, by: account, at: moment, in: organisation)
            guard council != organisation.council else { return }
            let change = "\(council.rawValue) \(organisation.council.rawValue)"
            try transaction.audit(.councilChanged, change, by: account, at: moment, in: organisation)
        }
    }
}

extension Transaction {
    /// Where nobody speaks for the staff, hr decides more alone: not while somebody has an account to do so.
    fileprivate func checkNoCouncil(in home: Organisation.ID) throws {
        let query = "SELECT 1 AS one FROM membership WHERE organisation_id = $1 AND role = $2 LIMIT 1"
        if try row(query, home, Role.council) != nil { throw Organisation.Refusal.councilHasAccounts }
    }

    func organisation(_ id: Organisation.ID) throws -> Organisation {
        guard let row = try row("SELECT * FROM organisation WHERE id = $1", id) else { throw NotFound() }
        return try Organisation(row)
    }
}

extension Organisation {
    init(_ row: Record) throws {
        let channels: String = try row["help_channels"]
        let type: String? = try row["logo_type"]
        let bytes: [UInt8]? = try row["logo"]
        try self.init(
            id: row["id"], slug: row["slug"], name: row["name"],
            zone: TimeZone(identifier: row["zone"]) ?? .amsterdam, council: row["council"], officer: row["officer"],
            helpChannels: JSONDecoder().decode([HelpChannel].self, from: Data(channels.utf8)),
            logo: type.flatMap { type in bytes.map { Logo(type: type, bytes: $0) } }, version: row["version"])
    }
}
