import Core
import Disclosure
import Methods
import Surveys

/// What goes best and where most is to gain, in words: by the figures as they are told, so that themes that are told
/// as the same are named together.
struct FirstSentence {
    let themes: [ThemeView]
    let say: Speech

    private static let mostNames = 3

    var text: String {
        let ranked = themes.filter { $0.result.mean != nil && !$0.theme.lowerIsBetter }
        let heights = ranked.map(\.place)
        guard let top = heights.max(), let bottom = heights.min(), ranked.count > 1 else {
            return say("results.too_few")
        }
        // Nothing is highest where all are told as the same.
        guard top != bottom else { return told("same", ranked) }
        return told("high", ranked.filter { $0.place == top }) + " "
            + told("low", ranked.filter { $0.place == bottom })
    }

    private func told(_ part: String, _ themes: [ThemeView]) -> String {
        let values = [
            "names": say.list(themes.map { say("results.quoted", ["name": $0.theme.name[say.language]]) }),
            "mean": FigureText(say: say).mean(themes.first?.result.mean), "number": "\(themes.count)",
        ]
        if part == "same" { return say("results.lead_same", values) }
        return say(themes.count > Self.mostNames ? "results.lead_\(part)_many" : "results.lead_\(part)", values)
    }
}

extension ThemeView {
    /// Where the mean stands among others, as a reader sees it: "≥ 4,5" above "4,5", and that above "≤ 4,5".
    fileprivate var place: Int {
        guard let mean = result.mean else { return 0 }
        return 3 * mean.thousandths + (mean.bound == .atLeast ? 1 : mean.bound == .atMost ? -1 : 0)
    }
}
