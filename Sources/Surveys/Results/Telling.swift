import Disclosure
import Methods
import Statistics

/// Frozen figures on their way to a reader: each rounded by the precision law, and nothing else computed.
struct Telling {
    private struct Place: Hashable {
        let group: Int
        let theme: String
        let item: String?
    }

    private let instrument: Instrument
    private let scales: [String: Scale]
    private let figures: [Place: Release.Figure]
    private let verdicts: [Place: Visibility]
    private let alphas: [String: Release.Alpha]

    init(_ release: Release, _ instrument: Instrument) {
        self.instrument = instrument
        scales = Dictionary(instrument.scales.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        figures = Dictionary(
            release.figures.map { (Place(group: $0.group, theme: $0.theme, item: $0.item), $0) },
            uniquingKeysWith: { first, _ in first })
        verdicts = Dictionary(
            release.verdicts.map { (Place(group: $0.group, theme: $0.theme, item: nil), $0.visibility) },
            uniquingKeysWith: { first, _ in first })
        alphas = Dictionary(release.alphas.map { ($0.theme, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func themes(of group: Int) -> [ThemeResult] { instrument.themes.map { result(of: $0, in: group) } }

    private func result(of theme: Theme, in group: Int) -> ThemeResult {
        let visibility = verdicts[Place(group: group, theme: theme.id, item: nil)] ?? .noAnswers
        let items = theme.items.compactMap { answered($0, of: theme, in: group) }
        guard visibility.isShown, let figure = figures[Place(group: group, theme: theme.id, item: nil)],
            let scale = items.first?.scale
        else {
            return ThemeResult(
                id: theme.id, visibility: visibility, n: nil, mean: nil, deviation: nil, alpha: nil,
                distribution: nil, items: [])
        }
        let least = items.reduce(figure.n) { min($0, $1.figure.n) }
        return ThemeResult(
            id: theme.id, visibility: visibility, n: count(figure), mean: mean(figure, on: scale),
            deviation: deviation(figure, on: scale), alpha: alpha(of: theme.id, in: group),
            distribution: Distribution(items.map { ($0.figure.histogram, $0.scale) }, n: least),
            items: items.map { result(of: $0.figure, $0.item, on: $0.scale) })
    }

    private func answered(
        _ item: Item, of theme: Theme, in group: Int
    ) -> (item: String, figure: Release.Figure, scale: Scale)? {
        guard let scale = scales[item.scale],
            let figure = figures[Place(group: group, theme: theme.id, item: item.id)]
        else { return nil }
        return (item.id, figure, scale)
    }

    private func result(of figure: Release.Figure, _ item: String, on scale: Scale) -> ItemResult {
        ItemResult(
            id: item, n: count(figure), mean: mean(figure, on: scale),
            distribution: Distribution([(figure.histogram, scale)], n: figure.n))
    }

    private func count(_ figure: Release.Figure) -> Shown {
        // Also of the whole: only how many took part is told exactly, or a difference would be who skipped a question.
        PrecisionLaw.count(figure.n, isWhole: false)
    }

    private func mean(_ figure: Release.Figure, on scale: Scale) -> Shown? {
        PrecisionLaw.mean(sum: figure.sum, unit: figure.unit, n: figure.n, on: scale.minimum...scale.maximum)
    }

    private func deviation(_ figure: Release.Figure, on scale: Scale) -> Shown? {
        let moments = Moments(n: figure.n, sum: figure.sum, squares: figure.squares, unit: figure.unit)
        guard figure.group == 0, let deviation = moments.standardDeviation else { return nil }
        return PrecisionLaw.deviation(deviation, n: figure.n, on: scale.minimum...scale.maximum)
    }

    private func alpha(of theme: String, in group: Int) -> Shown? {
        guard group == 0, let alpha = alphas[theme] else { return nil }
        return PrecisionLaw.alpha(alpha.value, n: alpha.n)
    }
}
