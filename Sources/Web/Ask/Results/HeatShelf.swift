import Core
import Synchronization

/// Tables of groups as they were rendered last. Figures are frozen, so that a table stays what it is; and hundreds of rows
/// take longer to write than all else on their page.
final class HeatShelf: Sendable {
    /// All that a table depends on.
    struct Key: Hashable {
        /// The wave, or the address of its page for everybody.
        let wave: String
        let group: Int
        /// The groups that its reader may see: a hidden row names one of them.
        let seen: [Int]
        let order: String
        let language: Language
        /// What everybody together is called; it can change.
        let whole: String
    }

    struct Table {
        let rows: String
        /// What each sign in its cells means.
        let key: [[String: String]]
        let hasHidden: Bool
    }

    private static let most = 32
    private let tables = Mutex<[Key: Table]>([:])

    /// Keeps what `make` gives, until there are too many.
    func table(_ key: Key, _ make: () -> Table) -> Table {
        if let kept = tables.withLock({ $0[key] }) { return kept }
        let made = make()
        tables.withLock { tables in
            if tables.count >= Self.most { tables = [:] }
            tables[key] = made
        }
        return made
    }
}
