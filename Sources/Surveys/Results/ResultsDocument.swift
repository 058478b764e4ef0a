public import Disclosure
import Methods

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
    /// Of the themes that are told in bands, where these begin and who says so.
    public let bands: [ToldBands]
    /// What stands out in the whole.
    public let highlights: Highlights
    /// Of each group below it that the reader may see, parents first.
    public let units: [UnitResult]

    /// - Parameters:
    ///   - report: the figures as the reader may see them.
    ///   - name: what a group is called, in the reader's language.
    public init(_ report: Report, name: (Group) -> String) {
        // Where the whole is itself a unit of the organisation, it begins each path.
        let isTopAUnit = report.groups.isTopAUnit
        var paths: [[String]] = []
        for group in report.groups {
            let above = group.parent.map { paths[$0] } ?? []
            paths.append(group.parent == nil && !isTopAUnit ? [] : above + [name(group)])
        }
        invited = report.invited.map { Shown($0, .exact) }
        respondents = report.respondents(of: 0)
        threshold = report.threshold
        cards = report.cards
        themes = report.themes(of: 0)
        bands = report.instrument.themes.compactMap(ToldBands.init)
        highlights = Highlights(of: themes, in: report.instrument)
        units = report.below.map { group in
            UnitResult(
                group: group, path: paths[group], visibility: report.visibility(of: group),
                n: report.respondents(of: group), themes: report.themes(of: group))
        }
    }
}

extension ResultsDocument: Encodable {
    private enum Key: String, CodingKey {
        case invited, respondents, threshold, cards, themes, bands, strengths, concerns, units
    }

    /// Writes every key, with null for what is not told.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(invited, forKey: .invited)
        try fields.encode(respondents, forKey: .respondents)
        try fields.encode(threshold, forKey: .threshold)
        try fields.encode(cards, forKey: .cards)
        try fields.encode(themes, forKey: .themes)
        try fields.encode(bands, forKey: .bands)
        try fields.encode(highlights.strengths.map(\.id), forKey: .strengths)
        try fields.encode(highlights.concerns.map(\.id), forKey: .concerns)
        try fields.encode(units, forKey: .units)
    }
}
