/// What programs call the columns of a list of people, and by which words a column is known that is left out; in all
/// languages together, as that of a file is not known.
public struct StaffWords: Sendable {
    let headings: [StaffField: [String]]
    /// Each as the words that stand after each other.
    let refused: [(why: RefusedColumn, words: [String])]

    public init(headings: [StaffField: [String]], refused: [RefusedColumn: [String]]) {
        self.headings = headings.mapValues { $0.map(StaffColumns.plain) }
        self.refused = RefusedColumn.allCases.flatMap { why in
            (refused[why] ?? []).map { (why, StaffColumns.plain($0).split(separator: " ").map(String.init)) }
        }
    }

    /// Why the column of a heading is left out; nil where it says nothing of that.
    func refusal(of heading: String) -> RefusedColumn? {
        let words = StaffColumns.plain(heading).split(separator: " ").map(String.init)
        return refused.first { refused in words.indices.contains { words[$0...].starts(with: refused.words) } }?.why
    }
}
