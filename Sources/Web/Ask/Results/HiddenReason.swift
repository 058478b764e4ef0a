import Disclosure
import Methods
import Surveys

/// Why figures are not told, in words: of a theme in a group, and of all that a group would tell.
struct HiddenReason {
    let instrument: Instrument
    let threshold: Int
    let say: Speech

    /// What stands for a reason in a cell, where there is no room for words: on a phone and on paper.
    enum Sign: String, CaseIterable {
        case hidden, tooFew = "too_few", noAnswers = "no_answers", sensitive, branch
    }

    func sign(_ theme: Theme, _ visibility: Visibility, isWhole: Bool) -> Sign {
        switch visibility {
        case .noAnswers: .noAnswers
        case .wholeOnly: theme.isSensitive ? .sensitive : .branch
        case .tooFew where isWhole: .tooFew
        case .shown, .tooFew, .protectsAnother: .hidden
        }
    }

    func mark(_ sign: Sign) -> String { say("results.mark.\(sign.rawValue)") }

    /// What is too small and what protects another read the same, but for the whole, which protects nobody; the words
    /// for that depend on the page.
    func text(_ theme: Theme, _ visibility: Visibility, isWhole: Bool, orElse hidden: String) -> String {
        switch visibility {
        case .noAnswers: say("results.no_answers")
        case .wholeOnly: wholeOnly(theme)
        case .tooFew where isWhole:
            say("results.too_few_theme", ["threshold": "\(theme.toldFrom(threshold))"])
        case .shown, .tooFew, .protectsAnother: hidden
        }
    }

    /// Of a group of which nothing is told. Below the whole it may be large enough itself, and hidden for another.
    func text(of means: [ThemeMean], isWhole: Bool) -> String {
        guard !means.isOfTheWholeOnly else { return say("results.all_whole_only") }
        let least = instrument.themes.map { $0.toldFrom(threshold) }.min() ?? threshold
        return say(isWhole ? "results.too_few_from" : "results.too_few_team", ["threshold": "\(least)"])
    }

    /// Under a table: why teams are hidden, and what is told of none.
    var why: String {
        let kinds = [instrument.themes.first(where: \.isSensitive), instrument.themes.first(where: \.isPlainBranch)]
        let only = kinds.compactMap(\.self).map { theme in
            say("results.why_\(theme.kind)", ["threshold": "\(theme.toldFrom(threshold))"])
        }
        return ([say("results.why_hidden", ["threshold": "\(threshold)"])] + only).joined(separator: " ")
    }

    /// What these signs in the cells of a table mean, each once.
    func key(_ signs: Set<Sign>) -> [[String: String]] {
        Sign.allCases.filter(signs.contains).map { ["mark": mark($0), "word": say("results.key.\($0.rawValue)")] }
    }

    private func wholeOnly(_ theme: Theme) -> String { say("results.whole_only_\(theme.kind)") }
}

extension [ThemeMean] {
    /// Nothing is told because these questions are told of the whole alone, however many answered.
    var isOfTheWholeOnly: Bool { !isEmpty && allSatisfy { $0.visibility == .wholeOnly } }
}

extension Theme {
    fileprivate var isPlainBranch: Bool { isBranch && !isSensitive }
    fileprivate var kind: String { isSensitive ? "sensitive" : "branch" }
}
