import Core
import Surveys
import Synchronization

/// Waves that are being opened, closed or withdrawn now. Two at once on one wave's files would destroy answers.
final class Turns: Sendable {
    private let taken = Mutex<Set<Wave.ID>>([])

    func take(_ id: Wave.ID) throws(Conflict) {
        guard taken.withLock({ $0.insert(id).inserted }) else { throw .changedMeanwhile }
    }

    func giveBack(_ id: Wave.ID) {
        _ = taken.withLock { $0.remove(id) }
    }
}
