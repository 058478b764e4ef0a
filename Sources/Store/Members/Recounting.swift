import Core
import Synchronization

/// On which day the people of an organisation's units were counted last, as long as this program runs.
final class RecountedDays: Sendable {
    private let days = Mutex<[Organisation.ID: Day]>([:])

    func isDue(_ home: Organisation.ID, on today: Day) -> Bool { days.withLock { $0[home] != today } }
    func note(_ home: Organisation.ID, on today: Day) { days.withLock { $0[home] = today } }
}

extension Store {
    /// Counts once a day who works in which unit: somebody begins, moves or leaves on a day, and not when it is written
    /// down.
    public func recountUnits() async throws {
        let moment = clock.now
        for home in try await organisations() {
            let today = moment.day(in: home.zone)
            guard recountedDays.isDue(home.id, on: today) else { continue }
            let units = try await read { try $0.countedUnits(in: home.id) }
            if !units.isEmpty { try await write { try $0.recount(units, on: today, in: home.id) } }
            recountedDays.note(home.id, on: today)
        }
    }
}

extension Transaction {
    fileprivate func countedUnits(in organisation: Organisation.ID) throws -> [Unit.ID] {
        let query = "SELECT id FROM unit WHERE organisation_id = $1 AND typed_headcount IS NOT NULL"
        return try rows(query, organisation).map { try $0["id"] }
    }

    /// Lets the list of staff count these units from now on, and keeps what was typed of each.
    ///
    /// - Parameter onlyEmpty: leaves those alone of which somebody typed that people work there.
    /// - Returns: those that it did not count before.
    @discardableResult
    func beginCounting(
        _ units: some Sequence<Unit.ID>, onlyEmpty: Bool = false, in organisation: Organisation.ID
    ) throws -> Set<Unit.ID> {
        let begin = """
            UPDATE unit SET typed_headcount = headcount
            WHERE organisation_id = $1 AND id = $2 AND typed_headcount IS NULL AND ($3 = 0 OR headcount = 0)
            """
        return try Set(units).filter { try run(begin, organisation, $0, onlyEmpty) == 1 }
    }

    /// Gives units whose counting began with a list the number back that was typed. Where none was, and somebody works who
    /// stayed, they are counted as before.
    func endCounting(of id: StaffImport.ID, in organisation: Organisation.ID) throws {
        let end = """
            UPDATE unit SET headcount = typed_headcount, typed_headcount = NULL
            WHERE organisation_id = $1 AND typed_headcount IS NOT NULL
                AND id IN (
                    SELECT unit_id FROM staff_import_unit
                    WHERE organisation_id = $1 AND import_id = $2 AND is_begun = 1)
                AND (typed_headcount > 0 OR NOT EXISTS (
                    SELECT 1 FROM member_unit AS work
                    WHERE work.organisation_id = $1 AND work.unit_id = unit.id))
            """
        try run(end, organisation, id)
    }

    /// The number of people of those units that are counted: each member counts in the first unit that holds on the day.
    func recount(_ units: some Sequence<Unit.ID>, on day: Day, in organisation: Organisation.ID) throws {
        let count = """
            UPDATE unit SET headcount = (
                SELECT COUNT(*) FROM member_unit AS work
                JOIN member ON member.organisation_id = work.organisation_id AND member.id = work.member_id
                WHERE work.organisation_id = unit.organisation_id AND work.unit_id = unit.id
                    AND COALESCE(member.left_on, $3) >= $3
                    AND work.place = (
                        SELECT MIN(place) FROM member_unit AS first
                        WHERE first.organisation_id = work.organisation_id AND first.member_id = work.member_id
                            AND COALESCE(first.from_on, $3) <= $3 AND COALESCE(first.until_on, $3) >= $3))
            WHERE organisation_id = $1 AND id = $2 AND typed_headcount IS NOT NULL
            """
        for unit in Set(units) { try run(count, organisation, unit, day) }
    }
}
