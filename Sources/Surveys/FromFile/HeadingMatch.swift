import Core
import Methods

/// Which item a heading names.
struct HeadingMatch {
    /// Ways to name an item, the surest first.
    enum Kind: Int, CaseIterable, Comparable {
        case id, map, wording, ending, damaged

        static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
    }

    private let ids: [LooseText: Int]
    private let mapped: [LooseText: Int]
    private let wordings: [LooseText: Int]
    private let unitHeading: LooseText?
    private let likelyUnits: Set<LooseText>
    private let which: Set<LooseText>
    private let staffGroupHeadings: Set<LooseText>
    /// What each staff group may be called, with its place.
    let staffGroups: [LooseText: Int8]

    init(_ instrument: Instrument, _ map: ColumnMap, units: String?, _ words: FileWords) {
        (likelyUnits, which) = (words.units, words.which)
        let items = instrument.items
        let named = instrument.staffGroups.enumerated().flatMap { place, group in
            ([group.id] + group.name.texts.map(\.value)).map { (LooseText($0), Int8(clamping: place)) }
        }
        staffGroups = Dictionary(named) { first, _ in first }
        let mappedGroups = map.columns.filter { $0.item == Submission.staffGroup }.map(\.heading)
        staffGroupHeadings = named.isEmpty ? [] : Set(([Submission.staffGroup] + mappedGroups).map(LooseText.init))
        ids = Dictionary(items.enumerated().map { (LooseText($1.id), $0) }) { first, _ in first }
        let places = Dictionary(items.enumerated().map { ($1.id, $0) }) { first, _ in first }
        mapped = Dictionary(
            map.columns.compactMap { column in places[column.item].map { (LooseText(column.heading), $0) } }
        ) { first, _ in first }
        var wordings: [LooseText: Int?] = [:]
        for (place, item) in items.enumerated() {
            for text in Set(item.wording.texts.map { LooseText($0.value) }) {
                // Two items that read the same are told apart by nobody.
                wordings[text] = .some(wordings.keys.contains(text) ? nil : place)
            }
        }
        self.wordings = wordings.compactMapValues { $0 }
        unitHeading = (units ?? map.units).map(LooseText.init)
    }

    func isUnits(_ heading: String) -> Bool { unitHeading == LooseText(heading) }

    /// Whether the kind of everybody's work stands here, which decides who gets some of the themes.
    func isStaffGroup(_ heading: String) -> Bool {
        [heading, Self.withLines(heading)].contains { staffGroupHeadings.contains(LooseText($0)) }
    }

    /// Programs of statistics take no line in a name.
    private static func withLines(_ heading: String) -> String {
        String(heading.map { "_.".contains($0) ? "-" : $0 })
    }

    /// Whether columns of units are mostly called so, and nobody says what this one is called.
    func isLikelyUnits(_ heading: String) -> Bool { unitHeading == nil && likelyUnits.contains(LooseText(heading)) }

    /// Whether somebody may have been asked for their unit here: "Jouw team", "Op welke afdeling werk je?".
    func maySayUnits(_ heading: String) -> Bool {
        guard unitHeading == nil else { return false }
        let words = heading.split { !$0.isLetter }.map { LooseText(String($0)) }
        return words.contains(where: likelyUnits.contains)
            && (words.count <= Self.fewWords || words.contains(where: which.contains))
    }

    private static let fewWords = 3

    /// By its own heading, or by the one above it where its own says nothing.
    func item(of texts: HeadingTexts, _ column: Int, _ kind: Kind) -> Int? {
        // Rows of answers are looked at, too, and most of their cells are numbers.
        texts.names(of: column).prefix(2).lazy.filter { $0.contains(where: \.isLetter) || kind < .wording }
            .compactMap { item(of: $0, kind) }.first
    }

    /// What stands before the question at the end of a heading.
    func stem(_ heading: String) -> String? { HeadingReadings.stem(of: heading) { wordings[$0] != nil } }

    func item(of heading: String, _ kind: Kind) -> Int? {
        switch kind {
        case .id: ids[LooseText(heading)] ?? ids[LooseText(Self.withLines(heading))]
        case .map: mapped[LooseText(heading)]
        case .wording: HeadingReadings(heading).texts.lazy.compactMap { wordings[$0] }.first
        case .ending: HeadingReadings(heading).endings.lazy.compactMap { wordings[$0] }.first
        case .damaged: damaged(heading)
        }
    }

    /// A heading of which an old encoding lost letters, where only one question can be meant.
    private func damaged(_ heading: String) -> Int? {
        let found = HeadingReadings(heading).texts.filter(\.hasLostLetters).flatMap { text in
            wordings.filter { text.mayBe($0.key) }.map(\.value)
        }
        return Set(found).count == 1 ? found.first : nil
    }
}
