/// Words by which files say something that is no answer, in any of the languages that Weefsel speaks.
public struct FileWords: Sendable {
    let none: Set<LooseText>
    let opinions: Set<LooseText>
    let units: Set<LooseText>
    let which: Set<LooseText>
    private let totals: [String]
    private let totalBeginnings: Set<UInt16>
    private let statistics: [LooseText: Statistic]
    private let statisticBeginnings: Set<UInt16>

    /// - Parameters:
    ///   - none: what stands where somebody gave no answer, such as "n.v.t.".
    ///   - opinions: of these the ones that scales have in their middle, too, such as "geen mening".
    ///   - units: what a column of units is mostly called.
    ///   - which: how a question begins of which the answer is a unit, such as "in welk".
    ///   - totals: what a row begins with that adds up the others.
    ///   - statistics: what a row is called that holds such a number of each column.
    public init(
        none: [String], opinions: [String] = [], units: [String] = [], which: [String] = [],
        totals: [String],
        statistics: [Statistic: [String]] = [:]
    ) {
        self.none = Set(none.map(LooseText.init))
        self.opinions = Set(opinions.map(LooseText.init))
        self.units = Set(units.map(LooseText.init))
        self.which = Set(which.map(LooseText.init))
        self.totals = totals.map { LooseText($0).text }
        totalBeginnings = Set(self.totals.map(Self.beginning))
        let named = statistics.flatMap { entry in entry.value.map { (LooseText($0), entry.key) } }
        self.statistics = Dictionary(named) { first, _ in first }
        statisticBeginnings = Set(named.map { Self.beginning($0.0.text) })
    }

    private static func beginning(_ word: String) -> UInt16 {
        let bytes = Array(word.utf8.prefix(2))
        return beginning(bytes.first ?? 0, bytes.count > 1 ? bytes[1] : 0)
    }

    /// Small letters; 0 for a second that is no letter and no digit. It is asked for in each row.
    private static func beginning(_ first: UInt8, _ second: UInt8) -> UInt16 {
        func small(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
        let isSign = !(97...122).contains(small(second)) && !(48...57).contains(second)
        return UInt16(small(first)) << 8 | UInt16(isSign ? 0 : small(second))
    }

    /// Whether a text that begins with these bytes may be called a statistic.
    func mayBeStatistic(_ first: UInt8, _ second: UInt8) -> Bool {
        first <= 32 || first > 127 || statisticBeginnings.contains(Self.beginning(first, second))
    }

    /// "SD" and "N =", also "Min (n=24)", but not "Min of meer".
    func statistic(_ raw: String) -> (word: LooseText, Statistic)? {
        var bare = LooseText(raw).text[...]
        if bare.last == ")", let open = bare.lastIndex(of: "(") { bare = bare[..<open] }
        let word = LooseText(String(bare.reversed().drop { $0 == " " || $0 == "=" }.reversed()))
        return statistics[word].map { (word, $0) }
    }

    /// Whether a text that begins with these bytes may be called a sum: most are not, and are not looked at.
    func mayBeTotal(_ first: UInt8, _ second: UInt8) -> Bool {
        first <= 32 || first > 127 || totalBeginnings.contains(Self.beginning(first, second))
    }

    /// "Totaal" and "Totaal (n=75)": whoever has a team of this name has no other word in it.
    func isTotalAlone(_ text: LooseText) -> Bool { summed(by: text)?.contains(where: \.isLetter) == false }

    /// What such a text adds up: "team 2" of "Gem. team 2"; nil where it is no sum.
    func summed(by text: LooseText) -> Substring? {
        guard let word = totals.filter({ text.text.hasPrefix($0) }).max(by: { $0.count < $1.count }) else { return nil }
        let rest = text.text.dropFirst(word.count).replacing(/\(\s*n\s*[=:]?\s*\d+\s*\)/, with: "")
        return rest.drop { $0 == " " || $0 == "." || $0 == ":" || $0 == "-" }
    }

    /// "Totaal", also "Totaal (n=75)", "Totaal A" and "Gem. team 2", but not "Totaalzorg".
    func isTotal(_ text: LooseText) -> Bool {
        totals.contains { word in
            guard text.text.hasPrefix(word) else { return false }
            return text.text.dropFirst(word.count).first.map { !$0.isLetter } ?? true
        }
    }
}
