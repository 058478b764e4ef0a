/// Words by which files say something that is no answer, in any of the languages that Weefsel speaks.
public struct FileWords: Sendable {
    let none: Set<LooseText>
    private let totals: [String]
    private let beginnings: Set<UInt8>

    /// - Parameters:
    ///   - none: what stands where somebody gave no answer, such as "n.v.t.".
    ///   - totals: what a row begins with that adds up the others.
    public init(none: [String], totals: [String]) {
        self.none = Set(none.map(LooseText.init))
        self.totals = totals.map { LooseText($0).text }
        beginnings = Set(self.totals.flatMap { [$0.utf8.first, $0.uppercased().utf8.first].compactMap(\.self) })
    }

    /// Whether a text that begins with this byte may be called a sum: most are not, and are not looked at.
    func mayBeTotal(_ first: UInt8) -> Bool { first <= 32 || first > 127 || beginnings.contains(first) }

    /// "Totaal" and "Totaal (n=75)": whoever has a team of this name has no other word in it.
    func isTotalAlone(_ text: LooseText) -> Bool {
        totals.contains { text.text.hasPrefix($0) && !text.text.dropFirst($0.count).contains(where: \.isLetter) }
            || text.text.contains("(")
    }

    /// "Totaal", also "Totaal (n=75)", "Totaal A" and "Gem. team 2", but not "Totaalzorg".
    func isTotal(_ text: LooseText) -> Bool {
        totals.contains { word in
            guard text.text.hasPrefix(word) else { return false }
            return text.text.dropFirst(word.count).first.map { !$0.isLetter } ?? true
        }
    }
}
