import Core
import Synchronization

/// All that a finished part of a report depends on, beside figures that are frozen.
struct ReportKey: Hashable {
    /// The wave, or the address of its page for everybody.
    let wave: String
    let group: Int
    /// The groups that its reader may see: what is hidden names one of them.
    let seen: [Int]
    /// Of a table; of anything else empty.
    let order: String
    let language: Language
    let council: Organisation.CouncilKind
    /// What everybody together is called; it can change.
    let whole: String
}

/// Parts of reports as they were written last. They stay what they are, and take longer to write than all else on their
/// page: hundreds of rows of teams, sixty questions with their bars.
final class ReportShelf<Part: Sendable>: Sendable {
    fileprivate struct Kept {
        let part: Part
        var read: Int
        var turn: Int
    }

    fileprivate struct State {
        var parts: [ReportKey: Kept] = [:]
        var reads = 0
        var turn = 0
    }

    static var most: Int { 32 }
    /// What nobody read in so many turns of Housekeeping, an hour of them, goes: it may be of a wave that was deleted.
    static var rest: Int { 120 }
    private let state = Mutex(State())

    /// Keeps what `make` gives; where there are too many, what was read longest ago goes.
    func part(_ key: ReportKey, _ make: () -> Part) -> Part {
        if let kept = state.withLock({ $0.read(key) }) { return kept }
        let made = make()
        state.withLock { $0.keep(made, as: key, most: Self.most) }
        return made
    }

    func turn() { state.withLock { $0.passTurn(rest: Self.rest) } }
}

extension ReportShelf.State {
    mutating func read(_ key: ReportKey) -> Part? {
        reads += 1
        parts[key]?.read = reads
        parts[key]?.turn = turn
        return parts[key]?.part
    }

    mutating func keep(_ part: Part, as key: ReportKey, most: Int) {
        if parts.count >= most, let oldest = parts.min(by: { $0.value.read < $1.value.read }) {
            parts[oldest.key] = nil
        }
        parts[key] = ReportShelf.Kept(part: part, read: reads, turn: turn)
    }

    mutating func passTurn(rest: Int) {
        turn += 1
        parts = parts.filter { turn - $0.value.turn < rest }
    }
}
