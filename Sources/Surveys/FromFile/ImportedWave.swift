public import Core
import Methods

/// A wave that was held elsewhere, as its file brings it here: closed, with its groups and figures, and no answers.
public struct ImportedWave: Sendable {
    public let wave: Wave
    public let groups: [Group]
    public let release: Release

    /// What somebody says of it.
    public struct Wish: Equatable, Sendable {
        public let title: String
        /// The last day on which people could answer.
        public let heldUntil: Day
        public let threshold: Int

        public init(title: String, heldUntil: Day, threshold: Int) {
            (self.title, self.heldUntil, self.threshold) = (title.trimmed, heldUntil, threshold)
        }

        public func check(on today: Day) throws(Wave.Refusal) {
            guard !title.isEmpty else { throw .titleIsEmpty }
            guard title.isName(upTo: Wave.longestTitle) else { throw .titleIsTooLong }
            guard heldUntil <= today else { throw .heldInTheFuture }
            guard Wave.thresholds.contains(threshold) else { throw .thresholdIsOutside }
        }
    }

    /// - Parameters:
    ///   - answers: what the file holds.
    ///   - wish: what it is called, and when it was held.
    ///   - id: the identifier that it gets.
    ///   - slug: the last part of its address.
    ///   - home: whose wave it is.
    ///   - today: the day on which it is read.
    public init(
        _ answers: FileAnswers, _ wish: Wish, id: Wave.ID, slug: String, in home: Organisation, on today: Day
    ) throws {
        try wish.check(on: today)
        let figures = try ImportedFigures(answers, of: home.name, threshold: wish.threshold)
        guard !figures.areAllHidden else { throw Wave.Refusal.tellsNothing }
        (groups, release) = (figures.groups, figures.release)
        let held = wish.heldUntil
        let manifest = Manifest(Self.terms(answers.instrument, wish, groups, id, home, today))
        wave = Wave(
            id: id, organisation: home.id, slug: slug, title: wish.title, pack: answers.instrument.id,
            threshold: wish.threshold, sharing: .totals, opensOn: nil, closesOn: held, resultsOn: today, keepDays: 0,
            way: .imported, state: .closed, openedOn: held, closedOn: held, manifest: manifest)
    }

    /// What everybody together chose.
    public var counts: AnswerCounts { AnswerCounts(release) }

    /// No block has people to agree on: how many were asked stands in no file.
    private static func terms(
        _ instrument: Instrument, _ wish: Wish, _ groups: [Group], _ id: Wave.ID, _ home: Organisation, _ today: Day
    ) -> Manifest.Terms {
        Manifest.Terms(
            wave: "\(id)", organisation: home.name, title: wish.title,
            pack: .init(id: instrument.id, version: instrument.version, hash: instrument.hash),
            languages: instrument.answeringLanguages.map(\.rawValue), threshold: wish.threshold,
            rules: Manifest.Terms.rules, way: Wave.Way.imported.rawValue,
            blocks: groups.filter(\.isBlock).map { .init(name: $0.label, people: $0.invited) },
            sharing: Wave.Sharing.totals.rawValue, benchmark: false, opened: "\(wish.heldUntil)",
            closes: "\(wish.heldUntil)", results: "\(today)", keepDays: 0, imported: "\(today)",
            themes: instrument.themes.map(\.id))
    }
}
