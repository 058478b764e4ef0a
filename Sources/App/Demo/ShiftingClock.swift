import Core
import Synchronization

/// The demo's clock: it tells the real time, but for the moments in which the past is made.
final class ShiftingClock: Sendable {
    private let shift = Mutex(0)

    var clock: Clock {
        Clock { [self] in Clock.system.now + shift.withLock { $0 } }
    }

    /// From here on it is this hour of this day, and time runs on.
    func go(to day: Day, hour: Int) {
        let moment = Moment.end(of: day - 1, in: .amsterdam) + hour * 3_600
        shift.withLock { $0 = moment - Clock.system.now }
    }

    func comeBack() { shift.withLock { $0 = 0 } }
}
