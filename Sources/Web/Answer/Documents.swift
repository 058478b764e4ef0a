import Core
import Synchronization

/// The answering pages that are ready to send, until something they show changes.
final class Documents: Sendable {
    struct Key: Hashable {
        let slug: String
        let wish: LanguageWish
    }

    private struct Kept {
        let document: FixedDocument
        let change: Int
        let until: Moment
    }

    private static let most = 1_000
    private let kept = Mutex<[Key: Kept]>([:])

    func document(_ key: Key, change: Int, now: Moment) -> FixedDocument? {
        kept.withLock { kept in
            guard let found = kept[key], found.change == change, now < found.until else { return nil }
            return found.document
        }
    }

    func keep(_ document: FixedDocument, as key: Key, change: Int, until: Moment) {
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll() }
            kept[key] = Kept(document: document, change: change, until: until)
        }
    }
}
