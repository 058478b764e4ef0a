/// Words by which files say something that is no answer, in any of the languages that Weefsel speaks.
public struct FileWords: Sendable {
    let none: Set<LooseText>
    let totals: Set<LooseText>

    /// - Parameters:
    ///   - none: what stands where somebody gave no answer, such as "n.v.t.".
    ///   - totals: what a row begins with that adds up the others.
    public init(none: [String], totals: [String]) {
        self.none = Set(none.map(LooseText.init))
        self.totals = Set(totals.map(LooseText.init))
    }
}
