import Disclosure
public import Methods

/// What stands out in a group, by the rule of the questionnaire. It reads figures as they are told, so that it tells
/// nothing that they do not.
public struct Highlights: Equatable, Sendable {
    /// The strongest first.
    public let strengths: [ThemeResult]
    /// The weightiest first.
    public let concerns: [ThemeResult]

    /// - Parameters:
    ///   - themes: what is told of each theme of the group.
    ///   - instrument: the questionnaire, with its rule and its scales.
    public init(of themes: [ThemeResult], in instrument: Instrument) {
        let rule = instrument.highlights
        let seen = themes.compactMap { Candidate($0, instrument) }
        strengths = Self.first(
            rule.most, of: seen.filter { $0.isStrength(by: rule) }, by: \.favourable, orElse: \.height)
        concerns = Self.first(
            rule.most, of: seen.filter { $0.isConcern(by: rule) }, by: \.unfavourable, orElse: \.depth)
    }

    /// The furthest out, and whatever is told as the same as the last of them. Percentages are compared where all have
    /// them, and means where one has not.
    private static func first(
        _ most: Int, of candidates: [Candidate], by share: KeyPath<Candidate, Int?>,
        orElse mean: KeyPath<Candidate, Int>
    ) -> [ThemeResult] {
        let shares = candidates.compactMap { $0[keyPath: share] }
        let ranks = shares.count == candidates.count ? shares : candidates.map { $0[keyPath: mean] }
        let ranked = zip(candidates, ranks).map { (candidate: $0, rank: $1) }
            .enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }.map(\.element)
        guard ranked.count > most, most > 0 else { return ranked.map(\.candidate.theme) }
        return ranked.filter { $0.rank >= ranked[most - 1].rank }.map(\.candidate.theme)
    }
}

/// A theme that is told, on its scale.
private struct Candidate {
    let theme: ThemeResult
    /// How far the mean stands towards the better end of the scale, in thousandths of its range.
    let height: Int

    init?(_ theme: ThemeResult, _ instrument: Instrument) {
        guard let standing = Standing(theme, in: instrument) else { return nil }
        self.theme = theme
        height = standing.height
    }

    var depth: Int { -height }
    var favourable: Int? { theme.distribution?.favourable?.thousandths }
    var unfavourable: Int? { theme.distribution?.unfavourable?.thousandths }

    func isStrength(by rule: HighlightRule) -> Bool {
        favourable.map { $0 >= rule.favourableFrom * 1000 } ?? (height >= Int((rule.highFrom * 1000).rounded()))
    }

    func isConcern(by rule: HighlightRule) -> Bool {
        unfavourable.map { $0 >= rule.unfavourableFrom * 1000 } ?? (height <= Int((rule.lowTo * 1000).rounded()))
    }
}
