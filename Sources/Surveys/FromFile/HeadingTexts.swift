import Core

/// What stands above each column. Some programs spread it over two rows: the question in the first, and below it what of
/// the question the column holds, or "Response" where there is nothing more to say.
struct HeadingTexts {
    let own: [String]
    private let above: [String]

    /// No question is longer; a cell of some MB would take long to compare.
    private static let longest = 1_000

    /// - Parameters:
    ///   - own: the row that is taken for the headings.
    ///   - above: the row before it; a single text there is a title.
    init(_ own: [String], above: [String] = []) {
        self.own = own.map { String($0.prefix(Self.longest)) }
        self.above = above.count { !$0.isEmpty } > 1 ? above : []
    }

    /// What a column may be called, its own heading first.
    func names(of column: Int) -> [String] {
        [own[column]] + (above(column).map { [$0, "\($0) - \(own[column])"] } ?? [])
    }

    /// How many cells hold words: answers are mostly numbers, and the number of a row is one, too.
    var words: Int { own.count { !$0.isEmpty && !AnswerReading.isNumber($0) } }

    /// Whether this row is rather one of headings than a row before it: a title has few words.
    func isFuller(than other: Self?) -> Bool {
        guard let other else { return true }
        return other.words * 2 < max(other.own.count, own.count) && words > other.words
    }

    private func above(_ column: Int) -> String? {
        above.indices.contains(column) && !above[column].isEmpty ? above[column] : nil
    }

    /// What it is called where nothing of the questionnaire is in it.
    func name(of column: Int) -> String {
        guard let above = above(column) else { return own[column] }
        return own[column].isEmpty ? above : "\(above) - \(own[column])"
    }
}
