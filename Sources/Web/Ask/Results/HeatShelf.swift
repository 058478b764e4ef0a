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

    fileprivate struct Kept {
        let table: Table
        var read: Int
        var turn: Int
    }

    fileprivate struct State {
        var tables: [Key: Kept] = [:]
        var reads = 0
        var turn = 0
    }

    static let most = 32
    /// What nobody read in so many turns of Housekeeping, an hour of them, goes: it may be of a wave that was deleted.
    static let rest = 120
    private let state = Mutex(State())

    /// Keeps what `make` gives; where there are too many, what was read longest ago goes.
    func table(_ key: Key, _ make: () -> Table) -> Table {
        if let kept = state.withLock({ $0.read(key) }) { return kept }
        let made = make()
        state.withLock { $0.keep(made, as: key) }
        return made
    }

    func turn() { state.withLock { $0.passTurn() } }
}

extension HeatShelf.State {
    mutating func read(_ key: HeatShelf.Key) -> HeatShelf.Table? {
        reads += 1
        tables[key]?.read = reads
        tables[key]?.turn = turn
        return tables[key]?.table
    }

    mutating func keep(_ table: HeatShelf.Table, as key: HeatShelf.Key) {
        if tables.count >= HeatShelf.most, let oldest = tables.min(by: { $0.value.read < $1.value.read }) {
            tables[oldest.key] = nil
        }
        tables[key] = HeatShelf.Kept(table: table, read: reads, turn: turn)
    }

    mutating func passTurn() {
        turn += 1
        tables = tables.filter { turn - $0.value.turn < HeatShelf.rest }
    }
}
