import Files

/// Rows called "SD", "N" or "Min", which wait until it is known whether somebody stands below them.
///
/// A team may be called so, too. So such a row is left out only at the end of a file, or above everybody, and only where
/// its numbers are those of the columns; see `FileReading.settleComputed`.
struct ComputedRows {
    struct Row {
        let cells: [CellRows.Cell]
        let line: Int
        /// Empty rows above it.
        let empty: Int
        /// What a row that adds up the others is called.
        let sum: SumRows.Label?
        let name: Name?
    }

    /// What a row is called, and where that stands.
    struct Name {
        let word: LooseText
        let raw: String
        let column: Int
        let statistic: Statistic
    }

    /// Those that nobody was seen below, in the order of the file.
    private(set) var waiting: [Row] = []
    /// Those above everybody.
    private(set) var above: [Row] = []
    /// Whether a sum that needed no doubt stands among those that wait.
    private(set) var hasSum = false
    /// What somebody is called who stands between the others.
    private var people: Set<LooseText> = []

    /// No program writes more of them.
    private static let mostRows = 24

    mutating func noteSum() { hasSum = true }

    /// Takes in a row that may be one; false where it is a person.
    mutating func wait(_ row: Row) -> Bool {
        if let word = row.name?.word {
            guard !people.contains(word) else { return false }
            // A statistic stands there once; who are called alike are people of one team.
            if (above + waiting).contains(where: { $0.name?.word == word }) { return false }
        }
        guard waiting.count < Self.mostRows else { return false }
        waiting.append(row)
        return true
    }

    /// Somebody stands below: what waited is people, unless nobody stood above it.
    mutating func release(next: Name?, isFirst: Bool) -> [Row] {
        defer {
            waiting = []
            hasSum = false
        }
        if let next { people.insert(next.word) }
        guard !waiting.isEmpty else { return [] }
        if isFirst, above.isEmpty, next == nil, waiting.allSatisfy({ $0.name != nil }) {
            above = waiting
            return []
        }
        people.formUnion(waiting.compactMap(\.name?.word))
        return waiting
    }

    /// Whether people between the others are called so.
    func isPerson(_ row: Row) -> Bool { row.name.map { people.contains($0.word) } ?? true }
}
