import Core
public import Surveys

extension FileWords {
    /// In every language that Weefsel speaks: the language of a file is not known.
    public init(_ words: Words) {
        func all(_ key: String) -> [String] {
            Language.spoken.flatMap { words(key, in: $0).split(separator: "|").map { String($0).trimmed } }
        }
        self.init(
            none: all("files.no_answer"), opinions: all("files.no_opinion"), units: all("files.units"),
            which: all("files.which"), totals: all("files.totals"),
            statistics: Dictionary(
                uniqueKeysWithValues: Statistic.allCases.map { ($0, all("files.statistic.\($0.rawValue)")) }))
    }
}
