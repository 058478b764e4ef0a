import Core
import Synchronization

/// The demo's clock: it tells the real time, or runs on from a chosen moment, but for when the past is made.
final class ShiftingClock: Sendable {
    /// What the demo tells when nothing is being made.
    let present: Clock
    private let shift = Mutex(0)

    init(_ present: Clock = .system) {
        self.present = present
    }

    var clock: Clock {
        Clock { [self] in present.now + shift.withLock { $0 } }
    }

    /// From here on it is this hour of this day, and time runs on.
    func go(to day: Day, hour: Int) {
        let moment = Moment.end(of: day - 1, in: .amsterdam) + hour * 3_600
        shift.withLock { $0 = moment - present.now }
    }

    func comeBack() { shift.withLock { $0 = 0 } }
}
