public import Core

/// Somebody whom an organisation knows by name, and as what.
public struct KnownPerson: Equatable, Sendable {
    /// Why a name stands here.
    public enum Reason: String, CaseIterable, Sendable {
        case account
        /// Works here.
        case member
        /// Did something, or something was done about them, and has no role here now.
        case log
        case askedForDecision = "asked_for_decision"
        case witness
        /// Types forms of paper.
        case typist
        case gavePermission = "gave_permission"
        case readAgreements = "read_agreements"
    }

    public let id: Person.ID
    public let name: String
    public let email: String?
    public let reasons: Set<Reason>
}

extension Store {
    /// Everybody who stands under a name here, by name.
    public func knownPeople(in home: Organisation.ID) async throws -> [KnownPerson] {
        try await read { try $0.knownPeople(in: home) }
    }
}

extension Transaction {
    private static let named = "SELECT person_id AS account_id FROM decision_witness WHERE organisation_id = $1"

    /// Where people are referred to, and as what.
    private static let places: [(reason: KnownPerson.Reason, query: String)] = [
        (.account, "SELECT account_id FROM membership WHERE organisation_id = $1"),
        (.member, "SELECT id AS account_id FROM member WHERE organisation_id = $1"),
        (.log, "SELECT account_id FROM audit WHERE organisation_id = $1"),
        (.log, "SELECT about_id AS account_id FROM audit WHERE organisation_id = $1"),
        (.log, "SELECT account_id FROM decision_agreement WHERE organisation_id = $1"),
        (.askedForDecision, "SELECT asked_by_id AS account_id FROM decision WHERE organisation_id = $1"),
        (.witness, named + " AND is_typist = 0"), (.typist, named + " AND is_typist = 1"),
        (.gavePermission, "SELECT giver_id AS account_id FROM permission WHERE organisation_id = $1"),
        (.readAgreements, "SELECT person_id AS account_id FROM manifest_seen WHERE organisation_id = $1"),
    ]

    func knownPeople(in home: Organisation.ID) throws -> [KnownPerson] {
        var reasons: [Person.ID: Set<KnownPerson.Reason>] = [:]
        for (reason, query) in Self.places {
            for row in try rows(query, home) {
                if let id: Person.ID = try row["account_id"] { reasons[id, default: []].insert(reason) }
            }
        }
        let query = """
            SELECT person.id, person.name, COALESCE(account.email, member.email) AS email FROM person
            LEFT JOIN account ON account.id = person.id
            LEFT JOIN member ON member.organisation_id = $1 AND member.id = person.id
            ORDER BY person.name_key, person.id
            """
        return try rows(query, home).compactMap { row in
            let id: Person.ID = try row["id"]
            guard let known = reasons[id] else { return nil }
            // Whoever has a role or works here stands in the log as well, and needs no second reason.
            let needsNoLog = known.contains(.account) || known.contains(.member)
            return try KnownPerson(
                id: id, name: row["name"], email: row["email"], reasons: needsNoLog ? known.subtracting([.log]) : known)
        }
    }

    /// Those who sign in and whom no organisation knows, but perhaps this one: with the last that knew them their names go.
    func strangers(
        but home: Organisation.ID
    ) throws -> [(id: Person.ID, name: String, key: String, email: String?)] {
        let known = Self.places.map { $0.query.replacing("organisation_id = $1", with: "organisation_id <> $1") }
        let query = """
            SELECT person.id, person.name, person.name_key, account.email FROM person
            LEFT JOIN account ON account.id = person.id
            WHERE person.organisation_id IS NULL AND person.id NOT IN (
                SELECT account_id FROM (\(known.joined(separator: " UNION "))) WHERE account_id IS NOT NULL)
            """
        return try rows(query, home).map { try ($0["id"], $0["name"], $0["name_key"], $0["email"]) }
    }
}
