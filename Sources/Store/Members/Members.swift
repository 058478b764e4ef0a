public import Core

/// Whom somebody looks for among the members.
public struct MemberSearch: Equatable, Sendable {
    /// A part of the name, the number or the address; empty for all.
    public var text: String
    /// Those who work in this unit now, or below it; nil for all.
    public var unit: Unit.ID?
    /// Those who left, and nobody else.
    public var isOfLeavers: Bool

    public init(text: String = "", unit: Unit.ID? = nil, isOfLeavers: Bool = false) {
        (self.text, self.unit, self.isOfLeavers) = (text, unit, isOfLeavers)
    }
}

extension Store {
    /// So many members a page shows.
    public static let membersOnPage = 50

    /// Members by name, so many of them, and how many there are.
    public func members(
        _ search: MemberSearch = MemberSearch(), in organisation: Organisation.ID, skipping: Int = 0,
        most: Int = Store.membersOnPage
    ) async throws -> (members: [Member], count: Int) {
        let moment = clock.now
        return try await read { transaction in
            let today = moment.day(in: try transaction.organisation(organisation).zone)
            return try transaction.members(search, on: today, in: organisation, skipping: skipping, most: most)
        }
    }

    /// Everybody, also who left and is not forgotten yet: what a list of staff is compared with.
    public func allMembers(in organisation: Organisation.ID) async throws -> [Member] {
        try await read { try $0.allMembers(in: organisation) }
    }

    public func member(_ id: Member.ID, in organisation: Organisation.ID) async throws -> Member {
        try await read { try $0.member(id, in: organisation) }
    }

    /// What people do here, in the words that were used so far.
    public func functionGroups(in organisation: Organisation.ID) async throws -> [String] {
        let query = """
            SELECT DISTINCT function_group FROM member
            WHERE organisation_id = $1 AND function_group IS NOT NULL ORDER BY function_group
            """
        return try await read { try $0.rows(query, organisation).map { try $0["function_group"] } }
    }
}

extension Transaction {
    func member(_ id: Member.ID, in organisation: Organisation.ID) throws -> Member {
        let query = """
            SELECT member.*, person.name FROM member JOIN person ON person.id = member.id
            WHERE member.organisation_id = $1 AND member.id = $2
            """
        guard let row = try row(query, organisation, id) else { throw NotFound() }
        let places = "SELECT * FROM member_unit WHERE organisation_id = $1 AND member_id = $2 ORDER BY place"
        return try Member(row, places: rows(places, organisation, id).map(Member.Place.init))
    }

    func allMembers(in organisation: Organisation.ID) throws -> [Member] {
        let query = """
            SELECT member.*, person.name FROM member JOIN person ON person.id = member.id
            WHERE member.organisation_id = $1 ORDER BY person.name_key, member.id
            """
        let places = "SELECT * FROM member_unit WHERE organisation_id = $1 ORDER BY member_id, place"
        var work: [Member.ID: [Member.Place]] = [:]
        for row in try rows(places, organisation) { work[try row["member_id"], default: []].append(try .init(row)) }
        return try rows(query, organisation).map { try Member($0, places: work[$0["id"]] ?? []) }
    }

    fileprivate func members(
        _ search: MemberSearch, on today: Day, in organisation: Organisation.ID, skipping: Int, most: Int
    ) throws -> (members: [Member], count: Int) {
        // By name as they stand in its index, so that the first page need not wait for all others to be sorted.
        let found = """
            FROM person CROSS JOIN member ON member.organisation_id = person.organisation_id AND member.id = person.id
            WHERE person.organisation_id = $1 AND (COALESCE(member.left_on, $2) < $2) = $3
                AND ($4 = '' OR instr(person.name_key, $4) > 0 OR instr(member.number_key, $4) > 0
                    OR instr(lower(member.email), $4) > 0)
                AND ($5 = '' OR EXISTS (
                    SELECT 1 FROM member_unit AS work
                    WHERE work.organisation_id = $1 AND work.member_id = member.id
                        AND COALESCE(work.from_on, $2) <= $2 AND COALESCE(work.until_on, $2) >= $2
                        AND instr($5, work.unit_id) > 0))
            """
        let branch = try search.unit.map { try units(in: organisation).branch(of: $0) } ?? []
        let there = branch.map { "\($0)" }.joined(separator: " ")
        let text = Account.key(of: search.text)
        let counted = try self.row(
            "SELECT COUNT(*) AS count \(found)", organisation, today, search.isOfLeavers, text, there)
        let page = try self.rows(
            "SELECT member.id \(found) ORDER BY person.name_key, person.id LIMIT $6 OFFSET $7", organisation, today,
            search.isOfLeavers, text, there, most, skipping)
        return (try page.map { try member($0["id"], in: organisation) }, try counted?["count"] ?? 0)
    }
}

extension Member {
    init(_ row: Record, places: [Place]) throws {
        try self.init(
            id: row["id"], name: row["name"], number: row["number"], email: row["email"],
            functionGroup: row["function_group"], places: places, leftOn: row["left_on"], version: row["version"])
    }
}

extension Member.Place {
    init(_ row: Record) throws {
        try self.init(unit: row["unit_id"], from: row["from_on"], until: row["until_on"])
    }
}
