import Core
import Synchronization

/// Waves that are being opened, closed or withdrawn now, or organisations that are being removed. Two at once on one
/// wave's files would destroy answers.
final class Turns<Thing>: Sendable {
    private let taken = Mutex<Set<Identifier<Thing>>>([])

    func take(_ id: Identifier<Thing>) throws(Conflict) {
        guard taken.withLock({ $0.insert(id).inserted }) else { throw .changedMeanwhile }
    }

    func giveBack(_ id: Identifier<Thing>) {
        _ = taken.withLock { $0.remove(id) }
    }
}
