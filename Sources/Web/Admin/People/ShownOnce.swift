import Core
import Synchronization

/// A fresh password between its making and the one page that shows it: in memory only, and never for long.
final class ShownOnce: Sendable {
    private struct Key: Hashable {
        let viewer: Account.ID
        let person: Account.ID
    }

    private static let seconds = 600
    private let kept = Mutex<[Key: (text: String, until: Moment)]>([:])

    func keep(_ text: String, about person: Account.ID, for viewer: Account.ID, at now: Moment) {
        kept.withLock { kept in
            kept = kept.filter { $0.value.until > now }
            kept[Key(viewer: viewer, person: person)] = (text, now + Self.seconds)
        }
    }

    /// The text, for who may see it, the first time only.
    func take(about person: Account.ID, for viewer: Account.ID, at now: Moment) -> String? {
        let found = kept.withLock { $0.removeValue(forKey: Key(viewer: viewer, person: person)) }
        return found.flatMap { $0.until > now ? $0.text : nil }
    }
}
