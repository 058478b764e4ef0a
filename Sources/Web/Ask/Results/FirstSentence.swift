import Core
import Disclosure
import Methods
import Surveys

/// What stands out most, in words: by the figures as they are told, so that themes that are told as the same are named
/// together. Themes that not everybody got stand beside the others in no ranking.
struct FirstSentence {
    let all: [ThemeView]
    let instrument: Instrument
    let say: Speech

    private static let mostNames = 3

    var text: String {
        let told = all.filter { $0.result.mean != nil }
        let ranked = told.filter { !$0.theme.isBranch }
        guard ranked.count > 1 else { return told.isEmpty ? say("results.too_few") : "" }
        return sentence(of: .strength, ranked) + " " + sentence(of: .concern, ranked)
    }

    /// The largest of a kind; where the rule names none, what comes nearest.
    private func sentence(of kind: Highlight.Kind, _ ranked: [ThemeView]) -> String {
        let highlights = Highlights(of: ranked.map(\.result), in: instrument)
        let named = Highlight.all(kind, in: highlights, ranked, say)
        guard let first = named.first else {
            let edge = kind == .strength ? ranked.map(\.place).max() : ranked.map(\.place).min()
            let nearest = ranked.filter { $0.place == edge }
            return told("none_\(kind)", nearest.map(\.name), FigureText(say: say).mean(nearest.first?.result.mean))
        }
        let same = named.filter { $0.figure == first.figure }
        return told("first_\(kind)", same.map(\.theme.name), first.figure)
    }

    private func told(_ key: String, _ names: [String], _ figure: String) -> String {
        let quoted = say.list(names.map { say("results.quoted", ["name": $0]) })
        let values = ["names": quoted, "figure": figure, "number": "\(names.count)"]
        if names.count == 1 { return say("results.\(key)", values) }
        return say(names.count > Self.mostNames ? "results.\(key)_many" : "results.\(key)_several", values)
    }
}

extension ThemeView {
    /// Where the mean stands among others, as a reader sees it: "≥ 4,5" above "4,5", and that above "≤ 4,5".
    fileprivate var place: Int {
        guard let mean = result.mean else { return 0 }
        let place = 3 * mean.thousandths + (mean.bound == .atLeast ? 1 : mean.bound == .atMost ? -1 : 0)
        return theme.lowerIsBetter ? -place : place
    }
}
