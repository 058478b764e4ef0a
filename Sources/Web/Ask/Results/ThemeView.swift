import Core
import Disclosure
import Methods
import Surveys

/// A theme on the page: its name, its mean, its bar, and its items.
struct ThemeView {
    let theme: Theme
    let result: ThemeResult
    let instrument: Instrument
    let reason: HiddenReason
    let say: Speech
    /// Where each question has a page of its own; empty where none has.
    var questionPath: (String) -> String = { _ in "" }
    /// The group above that tells it, where it is hidden here.
    var countsWith: String?

    /// How good the mean is, for the order of the page; nil where none is told.
    var standing: Standing? { Standing(result, in: instrument) }

    /// How to read its mean, where that is not the same for all themes: its scale, and that less is better.
    var reading: String { instrument.reading(of: theme, say).joined(separator: " · ") }

    /// The mean in a sentence, with how to read it.
    var told: String {
        ([FigureText(say: say).mean(result.mean)] + instrument.reading(of: theme, say)).joined(separator: "; ")
    }

    /// Whether a mean of it, or of a question, is told with a bound, which takes more room.
    var isLong: Bool {
        ([result.mean] + result.items.map(\.mean)).contains { [.atLeast, .atMost].contains($0?.bound) }
    }

    var name: String { theme.name[say.language] }
    var caption: String { theme.isLoose ? say("results.all_together") : theme.caption?[say.language] ?? "" }
    /// Empty where everybody got it.
    var askedOf: String { say.who(gets: theme, of: instrument, in: "results") }
    /// Small, or beside somebody small.
    var isUntold: Bool { [.tooFew, .protectsAnother].contains(result.visibility) }
    /// Empty where it is told.
    var hidden: String {
        guard !result.visibility.isShown else { return "" }
        let hidden = countsWith.map { say("results.counts_with", ["name": $0]) } ?? say("results.hidden")
        return reason.text(theme, result.visibility, isWhole: !result.keepsReason, orElse: hidden)
    }

    var values: [String: Any] {
        let text = FigureText(say: say)
        return [
            "id": theme.id, "name": name, "caption": caption,
            "reading": reading, "shown": result.visibility.isShown,
            "mean": text.mean(result.mean), "n": text.count(result.n), "score": score ?? "", "band": band ?? "",
            "bar": result.distribution.map { BarView(distribution: $0, say: say).values } as Any? ?? false,
            "hidden": hidden, "asked_of": askedOf,
            "item_count": say("results.items", ["count": "\(result.items.count)"]), "items": result.items.map(item),
        ]
    }

    /// The same figure as the questionnaire tells it: from 0 to 100, as a sum or as eNPS.
    var score: String? {
        guard let score = result.score, let scale = theme.items.first.flatMap(instrument.scale) else { return nil }
        let (text, count) = (FigureText(say: say), theme.items.count)
        return say(
            "results.score.\(score.measure.rawValue)" + (score.measure == .net && score.step == nil ? "_exact" : ""),
            [
                "step": score.step.map { "\($0)" } ?? "",
                "figure": score.measure == .net ? text.signed(score.shown) : text.number(score.shown),
                "minimum": "\(scale.minimum * count)", "maximum": "\(scale.maximum * count)",
            ])
    }

    /// The band of the mean with where its borders come from: an indication.
    var band: String? {
        guard let bands = theme.bands, let band = bands.all.first(where: { $0.id == result.band }) else { return nil }
        return say("results.band", ["name": band.name[say.language], "source": bands.source[say.language]])
    }

    /// How its answers spread and hang together.
    var spread: [String: String] {
        let text = FigureText(say: say)
        return [
            "name": name, "deviation": text.mean(result.deviation), "alpha": text.hundredths(result.alpha),
        ]
    }

    private func item(_ result: ItemResult) -> [String: Any] {
        let text = FigureText(say: say)
        let item = theme.items.first { $0.id == result.id }
        return [
            "wording": item?.wording[say.language] ?? result.id, "path": questionPath(result.id),
            "reversed": item?.isReversed == true ? say("results.reversed") : "", "mean": text.mean(result.mean),
            "bar": result.distribution.map { BarView(distribution: $0, say: say).values } as Any? ?? false,
        ]
    }
}

extension Array<ThemeView> {
    /// The best first; what is hidden last, in the order of the questionnaire.
    var bestFirst: [ThemeView] {
        let standings = map(\.standing)
        let places = indices.sorted { one, other in
            guard let first = standings[one], let second = standings[other] else {
                return (standings[one] == nil ? 1 : 0, one) < (standings[other] == nil ? 1 : 0, other)
            }
            return first == second ? one < other : first > second
        }
        return places.map { self[$0] }
    }
}
