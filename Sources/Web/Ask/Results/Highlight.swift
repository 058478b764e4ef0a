import Disclosure
import Methods
import Surveys

/// A theme that stands out, with the figure that makes it so.
struct Highlight {
    enum Kind: String { case strength, concern }

    let kind: Kind
    let theme: ThemeView
    let say: Speech

    /// Those of one kind, the furthest out first.
    static func all(_ kind: Kind, in highlights: Highlights, _ themes: [ThemeView], _ say: Speech) -> [Highlight] {
        (kind == .strength ? highlights.strengths : highlights.concerns).compactMap { result in
            themes.first { $0.theme.id == result.id }.map { Highlight(kind: kind, theme: $0, say: say) }
        }
    }

    /// "83% gunstig", or the mean where percentages are not told.
    var figure: String {
        guard let share else { return theme.told }
        return say("results.share_\(kind)", ["percent": FigureText(say: say).percent(share)])
    }

    /// Whether another stands out just as far, as they are told.
    func isLevel(with other: Highlight) -> Bool {
        share != nil && other.share != nil ? share == other.share : theme.standing == other.theme.standing
    }

    private var share: Shown? {
        kind == .strength ? theme.result.favourable : theme.result.distribution?.unfavourable
    }

    /// What is said of it, and that opinions differ where it stands out both ways.
    func values(isBoth: Bool) -> [String: Any] {
        let text = FigureText(say: say)
        let line =
            share.map { say("results.\(kind)_share", ["percent": text.percent($0)]) }
            ?? say("results.\(kind)_mean", ["mean": theme.told])
        return [
            "name": theme.name, "id": theme.theme.id, "caption": theme.caption,
            "text": [line, isBoth ? say("results.differs") : "", theme.askedOf].filter { !$0.isEmpty }
                .joined(separator: " "),
        ]
    }
}

/// The strengths and the concerns of a group, each with the rule that names them.
struct HighlightsView {
    let found: ReportView

    private var say: Speech { found.say }

    var values: [String: Any] {
        let (themes, highlights) = (found.themes, found.highlights)
        guard themes.contains(where: { $0.result.mean != nil }) else { return [:] }
        let both = Set(highlights.strengths.map(\.id)).intersection(highlights.concerns.map(\.id))
        func lines(_ kind: Highlight.Kind) -> [[String: Any]] {
            Highlight.all(kind, in: highlights, themes, say).map { $0.values(isBoth: both.contains($0.theme.theme.id)) }
        }
        return [
            "strengths": lines(.strength), "concerns": lines(.concern),
            "strength_rule": rule(.strength), "concern_rule": rule(.concern),
        ]
    }

    /// The rule as a sentence, with the numbers that it has in this questionnaire.
    private func rule(_ kind: Highlight.Kind) -> String {
        let rule = found.instrument.highlights
        let (percent, share) =
            kind == .strength ? (rule.favourableFrom, rule.highFrom) : (rule.unfavourableFrom, rule.lowTo)
        let most = say("results.rule_most", ["most": "\(rule.most)"])
        let numbers = ["percent": "\(percent)", "mean": mean(at: share), "low": mean(at: 1 - share)]
        return say("results.rule_\(kind)\(direction)", numbers) + " " + most
    }

    /// Which way is better: up, down, or either.
    private var direction: String {
        let themes = found.instrument.themes
        guard themes.contains(where: \.lowerIsBetter) else { return "" }
        return themes.allSatisfy(\.lowerIsBetter) ? "_down" : "_both"
    }

    /// The mean at a share of the scale, where all themes have the same scale; else that share.
    private func mean(at share: Double) -> String {
        guard let scale = found.instrument.range else {
            return say("results.share_of_scale", ["percent": "\(Int((share * 100).rounded()))"])
        }
        let tenths = (Double(scale.lowerBound) + share * Double(scale.count - 1)) * 10
        return say.decimal("\(Int(tenths.rounded()) / 10).\(Int(tenths.rounded()) % 10)")
    }
}
