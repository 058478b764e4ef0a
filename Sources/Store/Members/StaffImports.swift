public import Core

/// A list of staff that was carried out: how many it changed. The last one can be undone.
public struct StaffImport: Equatable, Sendable {
    public typealias ID = Identifier<StaffImport>

    public let id: ID
    public let day: Day
    public let joined: Int
    /// Whose unit stayed or not, and who came back.
    public let changed: Int
    public let left: Int
    public let isUndone: Bool

    /// Why a list is not carried out, or not undone.
    public enum Refusal: String, Core.Refusal {
        /// Who is not in the list: nobody said whether they left.
        case leaversAreUnsure = "staff.leavers_are_unsure"
        case manyAreLeaving = "staff.many_are_leaving"
        case isUndone = "staff.is_undone"
    }

    /// What somebody said of those who are not in a list.
    public enum Leavers: Equatable, Sendable {
        case stay
        /// They left; also where they are many.
        case go(areMany: Bool)
    }
}

extension Store {
    /// Makes the members as a list has them, all or nothing. Refuses when that is no longer what somebody was shown.
    ///
    /// - Parameter shown: what somebody looked at.
    public func importStaff(
        _ file: StaffFile, headings: [StaffField: String], expecting shown: StaffChanges,
        leavers: StaffImport.Leavers?, by account: Account.ID?, in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            let today = moment.day(in: home.zone)
            let tree = try transaction.units(in: organisation)
            let members = try transaction.allMembers(in: organisation)
            let changes = StaffChanges(of: members, in: tree, by: file, on: today)
            guard changes == shown else { throw Conflict.changedMeanwhile }
            let leaving = try changes.leaving(leavers)
            try transaction.remember(headings, in: organisation)
            let count = try transaction.make(changes, leaving, of: tree, on: today, in: organisation)
            try transaction.audit(.staffImported, "\(count)", by: account, at: moment, in: home)
        }
    }

    /// The last list that was carried out; nil before the first.
    public func lastStaffImport(in organisation: Organisation.ID) async throws -> StaffImport? {
        try await read { try $0.lastStaffImport(in: organisation) }
    }

    /// By what headings the columns of the last list were called.
    public func staffColumns(in organisation: Organisation.ID) async throws -> [StaffField: String] {
        let query = "SELECT field, heading FROM staff_column WHERE organisation_id = $1"
        return try await read { transaction in
            try transaction.rows(query, organisation).reduce(into: [:]) { columns, row in
                if let field = StaffField(rawValue: try row["field"]) { columns[field] = try row["heading"] }
            }
        }
    }
}

extension StaffChanges {
    /// Those who leave, by what somebody said.
    fileprivate func leaving(_ said: StaffImport.Leavers?) throws(StaffImport.Refusal) -> [Leaver] {
        switch said {
        case _ where leavers.isEmpty, .stay: return []
        case nil: throw .leaversAreUnsure
        case .go(let areMany):
            guard areMany || !isManyLeaving else { throw .manyAreLeaving }
            return leavers
        }
    }
}

extension Transaction {
    func lastStaffImport(in organisation: Organisation.ID) throws -> StaffImport? {
        try row("SELECT * FROM staff_import WHERE organisation_id = $1", organisation).map { row in
            try StaffImport(
                id: row["id"], day: row["done_on"], joined: row["joined"], changed: row["changed"],
                left: row["left_count"], isUndone: row["is_undone"])
        }
    }

    fileprivate func remember(_ headings: [StaffField: String], in organisation: Organisation.ID) throws {
        try run("DELETE FROM staff_column WHERE organisation_id = $1", organisation)
        try insertEach(
            "INSERT INTO staff_column (organisation_id, field, heading) VALUES ($1, $2, $3)",
            headings.map { [organisation, $0.key.rawValue, $0.value] })
    }

    /// - Returns: how many members were touched.
    fileprivate func make(
        _ changes: StaffChanges, _ leaving: [StaffChanges.Leaver], of tree: UnitTree, on today: Day,
        in organisation: Organisation.ID
    ) throws -> Int {
        let made = try make(changes.units, of: tree, in: organisation)
        let newcomers = changes.newcomers.map { $0.member(.random(), made) }
        let changed = (changes.changes + changes.moves + changes.returns).compactMap { change in
            change.before.map { (before: $0, after: change.member($0.id, made)) }
        }
        let gone = leaving.map { leaver in
            var after = leaver.member
            after.leftOn = leaver.lastDay
            return (before: leaver.member, after: after)
        }
        // What can be undone is the last one.
        try run("DELETE FROM staff_import WHERE organisation_id = $1", organisation)
        let id = StaffImport.ID.random()
        let noted = """
            INSERT INTO staff_import (organisation_id, id, done_on, joined, changed, left_count, is_undone)
            VALUES ($1, $2, $3, $4, $5, $6, 0)
            """
        try run(noted, organisation, id, today, newcomers.count, changed.count, gone.count)
        try self.insert(newcomers, in: organisation)
        for (_, after) in changed + gone { try save(after, in: organisation) }
        let notes = newcomers.map { ($0, true) } + (changed + gone).map { ($0.before, false) }
        try note(notes, of: id, in: organisation)
        try count(changes.workplaces.compactMap { $0.unit(made) }, Set(made.values), by: id, in: organisation)
        let places = newcomers.flatMap(\.places) + (changed + gone).flatMap { $0.before.places + $0.after.places }
        try recount(
            places.map(\.unit) + changes.workplaces.compactMap { $0.unit(made) }, on: today, in: organisation)
        return newcomers.count + changed.count + gone.count
    }

    /// Lets a list count the units in which its people work, and notes with which it begins and which it made.
    private func count(
        _ units: [Unit.ID], _ made: Set<Unit.ID>, by id: StaffImport.ID, in organisation: Organisation.ID
    ) throws {
        let begun = try beginCounting(units, in: organisation)
        let insert = """
            INSERT INTO staff_import_unit (organisation_id, import_id, unit_id, is_made, is_begun)
            VALUES ($1, $2, $3, $4, $5)
            """
        try insertEach(
            insert,
            made.union(begun).map { unit -> [any Storable] in
                [organisation, id, unit, made.contains(unit), begun.contains(unit)]
            })
    }

    /// Units that a list names and that are not there, those above before those below.
    private func make(
        _ units: [[String]], of tree: UnitTree, in organisation: Organisation.ID
    ) throws -> [[String]: Unit.ID] {
        let present = tree.units.filter { $0.archivedOn == nil }.map { (UnitTree.key(tree.path(of: $0)), $0.id) }
        var (ids, made) = (Dictionary(present) { first, _ in first }, [[String]: Unit.ID]())
        for path in units {
            let parent = ids[UnitTree.key(Array(path.dropLast()))]
            let unit = Unit(id: .random(), parent: parent, name: path.last ?? "", headcount: 0)
            try insert(unit, in: organisation)
            (ids[UnitTree.key(path)], made[path]) = (unit.id, unit.id)
        }
        return made
    }

    /// As each stood before; of who is new only that they are.
    private func note(
        _ members: [(before: Member, isNew: Bool)], of id: StaffImport.ID, in organisation: Organisation.ID
    ) throws {
        let insert = """
            INSERT INTO staff_import_change (organisation_id, import_id, member_id, is_new, version_after, number, email,
                function_group, left_on, places) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """
        try insertEach(
            insert,
            members.map { before, isNew -> [any Storable] in
                [
                    organisation, id, before.id, isNew, isNew ? 0 : before.version + 1, isNew ? nil : before.number,
                    isNew ? nil : before.email, isNew ? nil : before.functionGroup, isNew ? nil : before.leftOn,
                    isNew ? "" : before.places.written,
                ]
            })
    }
}

extension StaffChanges.Place {
    /// The unit, among those that were made where it was not there.
    fileprivate func unit(_ made: [[String]: Unit.ID]) -> Unit.ID? {
        switch self {
        case .known(let unit): unit
        case .made(let path): made[path]
        }
    }
}

extension StaffChanges.Change {
    /// The member as the list has them, with the units that were made for it.
    fileprivate func member(_ id: Member.ID, _ made: [[String]: Unit.ID]) -> Member {
        let places = work?.compactMap { work -> Member.Place? in
            work.place.unit(made).map { Member.Place(unit: $0, from: work.from, until: work.until) }
        }
        return Member(
            id: id, name: name, number: number, email: email, functionGroup: functionGroup,
            places: places ?? before?.places ?? [], leftOn: leftOn, version: before?.version ?? 0)
    }
}

extension [Member.Place] {
    /// As one text: unit, first and last day, each place on a line.
    var written: String {
        map { "\($0.unit) \($0.from?.description ?? "-") \($0.until?.description ?? "-")" }.joined(separator: "\n")
    }

    init(written text: String) {
        self = text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ").map(String.init)
            guard parts.count == 3, let unit = Unit.ID(parts[0]) else { return nil }
            return Member.Place(unit: unit, from: Day(parts[1]), until: Day(parts[2]))
        }
    }
}
