import Core
import Methods

/// What each column of a file holds: an item, the unit, or nothing that is read.
struct FileColumns {
    /// For each column of an item its place in the file, and the place of the item in the questionnaire.
    private(set) var items: [(column: Int, item: Int)] = []
    private(set) var units: Int?
    private(set) var headings: [String]
    /// Columns that hold an item of which another counts, by the place of that one.
    private(set) var doubles: [Int: Int] = [:]
    /// Of those the ones that are found in the same way as the column that counts, by the place of that one.
    private(set) var rivals: [Int: Int] = [:]

    private let matching: HeadingMatch

    init(_ texts: HeadingTexts, _ matching: HeadingMatch, _ chosen: ColumnChoice, _ instrument: Instrument) {
        headings = texts.own
        self.matching = matching
        switch chosen.units {
        case .asFound: units = headings.indices.first { texts.names(of: $0).contains(where: matching.isUnits) }
        case .none: units = nil
        case .column(let place): units = headings.indices.contains(place) ? place : nil
        }
        var taken = take(chosen, instrument)
        var kinds: [Int: HeadingMatch.Kind] = [:]
        // What is told apart by its id or by the map goes before what only reads the same.
        for kind in HeadingMatch.Kind.allCases {
            for column in headings.indices where column != units && !items.contains(where: { $0.column == column }) {
                guard let item = matching.item(of: headings[column], kind) else { continue }
                if taken.insert(item).inserted {
                    items.append((column, item))
                    kinds[item] = kind
                } else if let first = items.first(where: { $0.item == item }) {
                    doubles[column] = first.column
                    // What is found by the words of the question alone may be another question.
                    if kinds[item] == kind { rivals[column] = first.column }
                }
            }
        }
        items.sort { $0.column < $1.column }
        for (column, _) in items { doubles[column] = nil }
        let held = Set(items.map(\.column))
        for column in headings.indices where !held.contains(column) { headings[column] = texts.name(of: column) }
    }

    /// Takes what was chosen by hand, and says which items are settled by that.
    private mutating func take(_ chosen: ColumnChoice, _ instrument: Instrument) -> Set<Int> {
        var taken: Set<Int> = []
        for (item, place) in instrument.items.enumerated().compactMap({ entry in
            chosen.items[entry.element.id].map { (entry.offset, $0) }
        }) {
            taken.insert(item)
            guard let place, headings.indices.contains(place), place != units,
                !items.contains(where: { $0.column == place })
            else { continue }
            items.append((place, item))
        }
        return taken
    }

    /// Columns that nothing is read from, with a heading.
    var leftOut: [String] { leftOutPlaces.map { headings[$0] } }

    var leftOutPlaces: [Int] {
        let read = Set(items.map(\.column) + [units].compactMap(\.self) + doubles.keys)
        return headings.indices.filter { !read.contains($0) && !headings[$0].trimmed.isEmpty }
    }
}

/// Which item a heading names.
struct HeadingMatch {
    /// Ways to name an item, the surest first.
    enum Kind: CaseIterable { case id, map, wording, damaged }

    private let ids: [LooseText: Int]
    private let mapped: [LooseText: Int]
    private let wordings: [LooseText: Int]
    private let unitHeading: LooseText?

    init(_ instrument: Instrument, _ map: ColumnMap, units: String?) {
        let items = instrument.items
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

    func item(of heading: String, _ kind: Kind) -> Int? {
        switch kind {
        case .id: ids[LooseText(heading)] ?? ids[LooseText(heading.replacing("_", with: "-"))]
        case .map: mapped[LooseText(heading)]
        case .wording: HeadingReadings(heading).texts.lazy.compactMap { wordings[$0] }.first
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
