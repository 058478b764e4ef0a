import Core
import Disclosure
import Methods
import Surveys

/// A theme of the whole on the page: its name, its mean, its bar, and its items.
struct ThemeView {
    let theme: Theme
    let result: ThemeResult
    let say: Speech

    /// How good the mean is, for the order of the page.
    var height: Double { (result.mean?.value ?? 0) * (theme.lowerIsBetter ? -1 : 1) }

    var values: [String: Any] {
        let text = FigureText(say: say)
        return [
            "id": theme.id, "name": theme.name[say.language], "caption": theme.caption?[say.language] ?? "",
            "lower": theme.lowerIsBetter ? say("results.lower_is_better") : "", "shown": result.visibility.isShown,
            "mean": text.mean(result.mean), "n": text.count(result.n),
            "bar": result.distribution.map { BarView(distribution: $0, say: say).values } as Any? ?? false,
            "hidden": result.visibility == .noAnswers ? say("results.no_answers") : say("results.hidden"),
            "items": result.items.map(item),
        ]
    }

    /// How its answers spread and hang together.
    var spread: [String: String] {
        let text = FigureText(say: say)
        return [
            "name": theme.name[say.language], "deviation": text.mean(result.deviation),
            "alpha": text.hundredths(result.alpha),
        ]
    }

    private func item(_ result: ItemResult) -> [String: Any] {
        let text = FigureText(say: say)
        let item = theme.items.first { $0.id == result.id }
        return [
            "wording": item?.wording[say.language] ?? result.id,
            "reversed": item?.isReversed == true ? say("results.reversed") : "", "mean": text.mean(result.mean),
            "bar": result.distribution.map { BarView(distribution: $0, say: say).values } as Any? ?? false,
        ]
    }
}
