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

    typealias Instant = ContinuousClock.Instant

    fileprivate struct Kept {
        let table: Table
        var read: Instant
    }

    static let most = 32
    /// What nobody read for so long goes, and with it the last trace of a wave that was deleted.
    static let rest = Duration.seconds(3600)
    private let tables = Mutex<[Key: Kept]>([:])

    /// Keeps what `make` gives; where there are too many, what was read longest ago goes.
    func table(_ key: Key, at now: Instant = .now, _ make: () -> Table) -> Table {
        if let kept = tables.withLock({ $0.read(key, at: now) }) { return kept }
        let made = make()
        tables.withLock { tables in
            if tables.count >= Self.most, let oldest = tables.min(by: { $0.value.read < $1.value.read }) {
                tables[oldest.key] = nil
            }
            tables[key] = Kept(table: made, read: now)
        }
        return made
    }

    func forget(at now: Instant = .now) {
        tables.withLock { $0 = $0.filter { now - $0.value.read < Self.rest } }
    }
}

extension [HeatShelf.Key: HeatShelf.Kept] {
    fileprivate mutating func read(_ key: HeatShelf.Key, at now: HeatShelf.Instant) -> HeatShelf.Table? {
        self[key]?.read = now
        return self[key]?.table
    }
}
