import Core
import Synchronization

/// What went wrong at addresses for answering: counted by kind, and told when the day is over, so that no line of the
/// log says when somebody answered, or where.
final class QuietFailures: Sendable {
    private struct Today {
        var number = 0
        var counts: [String: Int] = [:]
    }

    private let today = Mutex(Today())

    func count(_ error: any Error, at now: Moment) {
        today.withLock { today in
            if today.counts.isEmpty { today.number = now.seconds / 86_400 }
            today.counts["\(type(of: error))", default: 0] += 1
        }
    }

    /// What was counted on days before this one, once.
    func takeOver(at now: Moment) -> [String: Int] {
        today.withLock { today in
            guard today.number < now.seconds / 86_400 else { return [:] }
            defer { today.counts = [:] }
            return today.counts
        }
    }
}
