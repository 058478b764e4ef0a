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
        let names = ["unfavourable", "neutral", "favourable"].map { say("results.\($0)") }
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
        // What has no room in the bar stands below it: each part has its number.
        let beside = zip(zip(names, parts), distribution.widths).filter { $0.0.1.1 != nil && $0.1 < Self.leastForText }
            .map { say("results.beside", ["name": $0.0.0, "percent": text.percent($0.0.1.1)]) }
        return ["parts": drawn, "label": label(text), "beside": beside.joined(separator: " · ")]
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
