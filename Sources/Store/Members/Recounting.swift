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
            let units = try await read { try $0.units(in: home.id).units.filter(\.isCounted).map(\.id) }
            if !units.isEmpty { try await write { try $0.recount(units, on: today, in: home.id) } }
            recountedDays.note(home.id, on: today)
        }
    }
}
