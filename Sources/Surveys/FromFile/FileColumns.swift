import Core
import Methods

/// What each column of a file holds: an item, the unit, or nothing that is read.
struct FileColumns {
    /// For each column of an item its place in the file, and the place of the item in the questionnaire.
    private(set) var items: [(column: Int, item: Int)] = []
    private(set) var units: Int?
    /// Columns that are called as that of the units, the first of which is it.
    private(set) var unitColumns: [Int] = []
    /// The column that tells the kind of everybody's work.
    private(set) var staffGroups: Int?
    private(set) var headings: [String]
    /// How the items were found, by their places in the questionnaire; none for what was chosen by hand.
    private(set) var kinds: [Int: HeadingMatch.Kind] = [:]
    /// Columns that hold an item of which another counts, by the place of that one.
    private(set) var doubles: [Int: Int] = [:]
    /// Of those the ones that are found in the same way as the column that counts, by the place of that one.
    private(set) var rivals: [Int: Int] = [:]

    /// What the file has above them, in one row or two.
    let texts: HeadingTexts
    private let matching: HeadingMatch

    init(_ texts: HeadingTexts, _ matching: HeadingMatch, _ chosen: ColumnChoice, _ instrument: Instrument) {
        headings = texts.own
        self.texts = texts
        self.matching = matching
        switch chosen.units {
        case .asFound, .likely:
            let named = headings.indices.filter { texts.names(of: $0).contains(where: matching.isUnits) }
            let likely = headings.indices.filter { texts.names(of: $0).contains(where: matching.isLikelyUnits) }
            unitColumns = named.isEmpty && chosen.units == .likely ? likely : named
            units = unitColumns.first
        case .none: units = nil
        case .column(let place): units = headings.indices.contains(place) ? place : nil
        }
        var taken = take(chosen, instrument)
        var held = Set(items.map(\.column))
        staffGroups = headings.indices.first {
            $0 != units && !held.contains($0) && texts.names(of: $0).contains(where: matching.isStaffGroup)
        }
        if let staffGroups { held.insert(staffGroups) }
        // What is told apart by its id or by the map goes before what only reads the same, and that before what ends so.
        for kind in HeadingMatch.Kind.allCases {
            for column in headings.indices where column != units && !held.contains(column) {
                guard let item = matching.item(of: texts, column, kind) else { continue }
                if taken.insert(item).inserted {
                    items.append((column, item))
                    held.insert(column)
                    kinds[item] = kind
                } else if let first = items.first(where: { $0.item == item }), doubles[column] == nil {
                    // "Toelichting: " before a question is another column about it.
                    if kind == .ending, kinds[item] != .ending { continue }
                    doubles[column] = first.column
                    // What is found by the words of the question alone may be another question.
                    if kinds[item] == kind { rivals[column] = first.column }
                }
            }
        }
        items.sort { $0.column < $1.column }
        for (column, _) in items { doubles[column] = nil }
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

    func rivals(of column: Int) -> [Int] {
        rivals.isEmpty ? [] : rivals.filter { $0.value == column }.map(\.key).sorted()
    }

    /// Columns that nothing is read from, with a heading.
    var leftOut: [String] { leftOutPlaces.map { headings[$0] } }

    /// What is called exactly as columns of units are was looked at, and held people.
    var mayBeUnits: [Int] {
        guard units == nil else { return [] }
        return leftOutPlaces.filter { matching.maySayUnits(headings[$0]) && !matching.isLikelyUnits(headings[$0]) }
    }

    var leftOutPlaces: [Int] {
        let read = Set(items.map(\.column) + [units, staffGroups].compactMap(\.self) + doubles.keys)
        return headings.indices.filter { !read.contains($0) && !headings[$0].trimmed.isEmpty }
    }
}
