/// The known word that somebody may have meant when they typed another.
struct Nearby {
    let word: String?

    init(to typed: String, among known: some Sequence<String>) {
        let wanted = typed.lowercased().replacing("_", with: "-")
        let most = max(1, wanted.count / 3)
        let near = known.map { (word: $0, distance: Self.edits(from: wanted, to: $0.lowercased())) }
        word = near.filter { $0.distance <= most }.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
    }

    /// How many letters to add, drop, change or swap with their neighbour.
    static func edits(from one: String, to other: String) -> Int {
        let (one, other) = (Array(one.unicodeScalars.prefix(80)), Array(other.unicodeScalars.prefix(80)))
        var (older, previous) = ([Int](), Array(0...other.count))
        for (row, letter) in one.enumerated() {
            var current = [row + 1]
            for (column, target) in other.enumerated() {
                let change = previous[column] + (letter == target ? 0 : 1)
                var best = min(change, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == other[column - 1], one[row - 1] == target {
                    best = min(best, older[column - 1] + 1)
                }
                current.append(best)
            }
            (older, previous) = (previous, current)
        }
        return previous[other.count]
    }
}
