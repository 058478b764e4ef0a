import Disclosure
import Methods
import Statistics

/// Frozen figures on their way to a reader: each rounded by the precision law, and nothing else computed.
struct Telling {
    private let instrument: Instrument
    private let rounding: Rounding
    private let scales: [String: Scale]
    /// The lowest and the highest answer to each theme.
    private let ranges: [String: ClosedRange<Int>]
    private let alphas: [String: Release.Alpha]
    private let figures: [Release.Figure]
    private let verdicts: [Release.Verdict]
    /// Where each group's own stand: both lists are in the order of the groups.
    private let figurePlaces: [Range<Int>]
    private let verdictPlaces: [Range<Int>]

    init(_ release: Release, _ instrument: Instrument, _ rounding: Rounding) {
        self.instrument = instrument
        self.rounding = rounding
        scales = Dictionary(instrument.scales.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let scales = scales
        ranges = Dictionary(
            instrument.themes.compactMap { theme in
                theme.items.first.flatMap { scales[$0.scale] }.map { (theme.id, $0.minimum...$0.maximum) }
            }, uniquingKeysWith: { first, _ in first })
        alphas = Dictionary(release.alphas.map { ($0.theme, $0) }, uniquingKeysWith: { first, _ in first })
        figures = release.figures
        verdicts = release.verdicts
        figurePlaces = Self.places(of: release.responses.count, in: release.figures, \.group)
        verdictPlaces = Self.places(of: release.responses.count, in: release.verdicts, \.group)
    }

    private static func places<Row>(of groups: Int, in rows: [Row], _ group: (Row) -> Int) -> [Range<Int>] {
        var places = Array(repeating: 0..<0, count: groups)
        var start = 0
        while start < rows.count {
            let own = group(rows[start])
            var end = start + 1
            while end < rows.count, group(rows[end]) == own { end += 1 }
            if places.indices.contains(own) { places[own] = start..<end }
            start = end
        }
        return places
    }

    /// What is told of each theme with its items, in the order of the questionnaire.
    func themes(of group: Int) -> [ThemeResult] {
        guard figurePlaces.indices.contains(group) else { return [] }
        let own = Dictionary(grouping: figures[figurePlaces[group]], by: \.theme)
        let seen = visibilities(of: group)
        return instrument.themes.map { theme in
            result(of: theme, own[theme.id] ?? [], seen[theme.id] ?? .noAnswers, in: group)
        }
    }

    /// One of them; nil where the questionnaire has no theme there.
    func theme(at place: Int, of group: Int) -> ThemeResult? {
        guard figurePlaces.indices.contains(group), instrument.themes.indices.contains(place) else { return nil }
        let theme = instrument.themes[place]
        let own = figures[figurePlaces[group]].filter { $0.theme == theme.id }
        let verdict = verdicts[verdictPlaces[group]].first { $0.theme == theme.id }
        return result(of: theme, own, verdict?.visibility ?? .noAnswers, in: group)
    }

    /// The same without the items and what is pooled of them: a row of a table.
    func means(of group: Int) -> [ThemeMean] {
        guard figurePlaces.indices.contains(group) else { return [] }
        var next = figurePlaces[group].lowerBound
        let seen = verdicts[verdictPlaces[group]]
        return zip(instrument.themes, seen).map { theme, verdict in
            guard verdict.visibility.isShown, next < figurePlaces[group].upperBound else {
                return ThemeMean(id: theme.id, visibility: verdict.visibility, mean: nil)
            }
            // The theme's own figure comes before those of its items.
            defer { next += 1 + theme.items.count }
            let told = theme.isLoose ? nil : ranges[theme.id].flatMap { mean(figures[next], $0) }
            return ThemeMean(id: theme.id, visibility: .shown, mean: told)
        }
    }

    private func visibilities(of group: Int) -> [String: Visibility] {
        Dictionary(
            verdicts[verdictPlaces[group]].map { ($0.theme, $0.visibility) }, uniquingKeysWith: { first, _ in first })
    }

    private func result(
        of theme: Theme, _ figures: [Release.Figure], _ visibility: Visibility, in group: Int
    ) -> ThemeResult {
        let items = theme.items.compactMap { answered($0, figures) }
        guard visibility.isShown, let figure = figures.first(where: { $0.item == nil }),
            let scale = items.first?.scale
        else {
            return ThemeResult(id: theme.id, hidden: visibility)
        }
        let told = items.map { result(of: $0.figure, $0.item, on: $0.scale) }
        guard !theme.isLoose else {
            return ThemeResult(
                id: theme.id, visibility: visibility, n: count(figure), mean: nil, deviation: nil, alpha: nil,
                distribution: nil, score: nil, band: nil, items: told)
        }
        let least = items.reduce(figure.n) { min($0, $1.figure.n) }
        let (mean, range) = (mean(figure, on: scale), scale.minimum...scale.maximum)
        let distribution = Distribution(items.map { ($0.figure.histogram, $0.scale) }, n: least, rounding)
        return ThemeResult(
            id: theme.id, visibility: visibility, n: count(figure), mean: mean,
            deviation: deviation(figure, on: scale), alpha: alpha(of: theme.id, in: group),
            distribution: distribution, score: Score(of: theme, on: range, mean: mean, distribution),
            band: mean.flatMap { theme.bands?.band(of: $0.thousandths)?.id },
            items: told)
    }

    private func answered(
        _ item: Item, _ figures: [Release.Figure]
    ) -> (item: String, figure: Release.Figure, scale: Scale)? {
        guard let scale = scales[item.scale], let figure = figures.first(where: { $0.item == item.id })
        else { return nil }
        return (item.id, figure, scale)
    }

    private func result(of figure: Release.Figure, _ item: String, on scale: Scale) -> ItemResult {
        ItemResult(
            id: item, n: count(figure), mean: mean(figure, on: scale),
            distribution: Distribution([(figure.histogram, scale)], n: figure.n, rounding))
    }

    private func count(_ figure: Release.Figure) -> Shown { rounding.count(figure.n) }

    private func mean(_ figure: Release.Figure, on scale: Scale) -> Shown? {
        mean(figure, scale.minimum...scale.maximum)
    }

    private func mean(_ figure: Release.Figure, _ range: ClosedRange<Int>) -> Shown? {
        rounding.mean(sum: figure.sum, unit: figure.unit, n: figure.n, on: range)
    }

    private func deviation(_ figure: Release.Figure, on scale: Scale) -> Shown? {
        let moments = Moments(n: figure.n, sum: figure.sum, squares: figure.squares, unit: figure.unit)
        guard figure.group == 0 || rounding == .none, let deviation = moments.standardDeviation else { return nil }
        return rounding.deviation(deviation, n: figure.n, on: scale.minimum...scale.maximum)
    }

    private func alpha(of theme: String, in group: Int) -> Shown? {
        guard group == 0, let alpha = alphas[theme] else { return nil }
        return rounding.alpha(alpha.value, n: alpha.n)
    }
}
