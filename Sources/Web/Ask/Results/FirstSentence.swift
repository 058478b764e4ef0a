import Core
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
        guard !told.isEmpty else { return say("results.too_few") }
        let ranked = told.filter { !$0.theme.isBranch }
        return [sentence(of: .strength, ranked), sentence(of: .concern, ranked)].compactMap(\.self)
            .joined(separator: " ")
    }

    /// The largest of a kind; where the rule names none, what comes nearest, which takes others to be nearer than.
    private func sentence(of kind: Highlight.Kind, _ ranked: [ThemeView]) -> String? {
        let highlights = Highlights(of: ranked.map(\.result), in: instrument)
        let named = Highlight.all(kind, in: highlights, ranked, say)
        if let first = named.first {
            return told("first_\(kind)", named.filter { $0.isLevel(with: first) }.map { ($0.theme.name, $0.figure) })
        }
        guard ranked.count > 1 else { return nil }
        let standings = ranked.compactMap(\.standing)
        let edge = kind == .strength ? standings.max() : standings.min()
        // What is talked about as the one is not named as nearly the other, too: a mean and a share may part.
        let others = Set(
            Highlight.all(kind == .strength ? .concern : .strength, in: highlights, ranked, say).map(\.theme.theme.id))
        let nearest = ranked.filter { $0.standing == edge && !others.contains($0.theme.id) }
        return nearest.isEmpty ? nil : told("none_\(kind)", nearest.map { ($0.name, $0.told) })
    }

    /// Each with its own figure where they are not the same, as on other scales.
    private func told(_ key: String, _ themes: [(name: String, figure: String)]) -> String {
        let isOne = Set(themes.map(\.figure)).count == 1
        let isMany = themes.count > Self.mostNames
        let names = themes.map { theme in
            say(isOne ? "results.quoted" : "results.quoted_with", ["name": theme.name, "figure": theme.figure])
        }
        let figure = isOne ? themes[0].figure : say("results.own_scale")
        let kind = themes.count == 1 ? "" : isMany ? "_many" : isOne ? "_several" : "_each"
        return say(
            "results.\(key)\(kind)", ["names": say.list(names), "figure": figure, "number": "\(themes.count)"])
    }
}
