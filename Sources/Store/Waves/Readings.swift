public import Core
public import Surveys

/// Somebody read the agreements before the wave opened.
public struct Reading: Equatable, Sendable {
    public let by: Person
    public let on: Day
    /// What exactly was read, to see whether it is what opened.
    public let agreement: [UInt8]
    /// Whether an account of the staff council noted it.
    public let isByCouncil: Bool
}

extension Store {
    /// Notes that somebody read the agreements as they stand today; reading them again renews the day. With `seen`,
    /// the agreement of the page that was read: where it changed since, nobody is said to have read it.
    public func noteReading(
        of id: Wave.ID, by name: String, account: Account.ID?, in organisation: Organisation.ID, seen: [UInt8]? = nil
    ) async throws {
        guard !name.trimmed.isEmpty else { throw Wave.Refusal.nameIsEmpty }
        guard name.trimmed.isName(upTo: 80) else { throw Wave.Refusal.nameIsTooLong }
        let agreement = try await draftManifest(of: wave(id, in: organisation)).terms.agreement
        if let seen, seen != agreement { throw Wave.Refusal.readBefore }
        let moment = clock.now
        let insert = """
            INSERT INTO manifest_seen (organisation_id, wave_id, person_id, seen_on, agreement, by_council)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (organisation_id, wave_id, person_id) DO UPDATE SET seen_on = $4, agreement = $5,
                by_council = MAX($6, CASE WHEN agreement = $5 THEN by_council ELSE 0 END)
            """
        try await write { transaction in
            let wave = try transaction.wave(id, in: organisation)
            guard wave.state == .draft else { throw Wave.Refusal.isNoDraft }
            let home = try transaction.organisation(organisation)
            let reader = try transaction.person(named: name, in: organisation)
            let roles = try account.map { try transaction.memberships(of: $0, in: organisation).map(\.role) } ?? []
            try transaction.run(
                insert, organisation, id, reader, moment.day(in: home.zone), agreement, roles.contains(.council))
            try transaction.audit(.manifestSeen, wave.title, by: account, at: moment, in: home)
        }
    }

    /// Who read the agreements, and when.
    public func readings(of id: Wave.ID, in organisation: Organisation.ID) async throws -> [Reading] {
        let query = """
            SELECT person.name, seen_on, agreement, by_council FROM manifest_seen
            LEFT JOIN person ON person.id = manifest_seen.person_id
            WHERE manifest_seen.organisation_id = $1 AND wave_id = $2 ORDER BY seen_on, person.name_key, person_id
            """
        return try await read { transaction in
            try transaction.rows(query, organisation, id).map {
                try Reading(
                    by: Person($0), on: $0["seen_on"], agreement: $0["agreement"], isByCouncil: $0["by_council"])
            }
        }
    }
}
