import Surveys

/// A bar of unfavourable, neutral and favourable answers, with its sentence as label.
struct BarView {
    let distribution: Distribution
    let say: Speech

    private static let leastForText = 6.0

    var values: [String: Any] {
        let text = FigureText(say: say)
        let parts = [
            ("a", distribution.unfavourable), ("u", distribution.neutral), ("f", distribution.favourable),
        ]
        var start = 0.0
        var drawn: [[String: Any]] = []
        for ((kind, shown), width) in zip(parts, distribution.widths) where width > 0 {
            drawn.append([
                "kind": kind, "x": Self.percent(start), "width": Self.percent(width),
                "middle": Self.percent(start + width / 2),
                "text": width < Self.leastForText ? "" : text.percent(shown),
            ])
            start += width
        }
        return ["parts": drawn, "label": label(text)]
    }

    private func label(_ text: FigureText) -> String {
        say(
            "results.bar",
            [
                "favourable": text.percent(distribution.favourable), "neutral": text.percent(distribution.neutral),
                "unfavourable": text.percent(distribution.unfavourable),
            ])
    }

    private static func percent(_ number: Double) -> String { "\((number * 10).rounded() / 10)%" }
}
