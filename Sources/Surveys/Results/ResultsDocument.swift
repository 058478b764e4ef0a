public import Disclosure
public import Methods

/// The results of a wave as somebody may see them: the one source of pages and of `wave results`.
public struct ResultsDocument: Equatable, Sendable {
    /// How many people were asked; nil when nobody knows.
    public let invited: Shown?
    /// How many answered at least one question.
    public let respondents: Shown?
    public let threshold: Int
    /// Nil where no cards were made.
    public let cards: CardsResult?
    /// Of the whole.
    public let themes: [ThemeResult]
    /// Of each group below it that the reader may see, parents first.
    public let units: [UnitResult]

    /// - Parameters:
    ///   - release: the frozen figures.
    ///   - instrument: the questionnaire that they were computed with.
    ///   - groups: the reporting tree of the wave.
    ///   - scope: the groups that the reader may see.
    ///   - isTopAUnit: whether the whole is itself a unit of the organisation, and so begins each path.
    ///   - name: what a group is called, in the reader's language.
    public init(
        _ release: Release, of instrument: Instrument, groups: [Group], for scope: ResultsScope,
        isTopAUnit: Bool = true, name: (Group) -> String
    ) {
        let telling = Telling(release, instrument)
        var paths: [[String]] = []
        for group in groups {
            let above = group.parent.map { paths[$0] } ?? []
            paths.append(group.parent == nil && !isTopAUnit ? [] : above + [name(group)])
        }
        let whole = release.responses.first
        invited = groups.first.map { Shown($0.invited, .exact) }
        respondents = whole?.respondents.map { PrecisionLaw.count($0, isWhole: true) }
        threshold = release.threshold
        cards = release.cards.map(CardsResult.init)
        themes = whole.map { telling.themes(of: $0.group) } ?? []
        units = release.responses.dropFirst().filter { scope.contains($0.group) }.map { response in
            UnitResult(
                group: response.group, path: paths[response.group], visibility: response.visibility,
                n: response.respondents.map { PrecisionLaw.count($0, isWhole: false) },
                themes: telling.themes(of: response.group))
        }
    }
}

extension ResultsDocument: Encodable {
    private enum Key: String, CodingKey { case invited, respondents, threshold, cards, themes, units }

    /// Writes every key, with null for what is not told.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(invited, forKey: .invited)
        try fields.encode(respondents, forKey: .respondents)
        try fields.encode(threshold, forKey: .threshold)
        try fields.encode(cards, forKey: .cards)
        try fields.encode(themes, forKey: .themes)
        try fields.encode(units, forKey: .units)
    }
}
