import Core
import Foundation
import Methods
import Surveys

/// What somebody chose for a file of answers so far. It rests beside the file, and goes with it.
struct ImportChoices: Codable, Equatable, Sendable {
    let pack: String
    /// What the file is called on its owner's machine.
    let file: String
    /// What stands above each column; columns are chosen by their place.
    let headings: [String]
    /// The map of columns that came along; none where there was no map.
    let map: [UInt8]
    let mapName: String
    /// The columns as they stand on the page, by the id of the question; a question without one is not in it.
    private(set) var columns: [String: Int]
    /// Kept since questions are told apart by this; a file that rested before has none.
    private var chosenItems: Set<String>?
    /// The questions whose column was chosen because it comes next, and that nobody changed or confirmed since; none in
    /// a file that rested before these were kept.
    private var filledItems: Set<String>?
    /// The questions whose numbers stand the other way round; none in a file that rested before these were kept.
    private var turnedItems: Set<String>?
    private(set) var units: Int?
    /// Columns that may hold the team, until somebody says whether one does; none in a file that rested before.
    private(set) var openUnits: [Int]?
    /// Whether every text in the column of units is one, also "NA" and "onbekend".
    private(set) var hasEveryUnit = false
    /// Texts that are no answer, as they were typed.
    private(set) var missing: [String]
    private(set) var meanings: [Meaning] = []
    private(set) var title = ""
    private(set) var held = ""
    private(set) var threshold = "\(Wave.threshold)"

    /// What a text of the file stands for: a value of a scale, or no answer.
    struct Meaning: Codable, Hashable, Sendable {
        let text: String
        let value: Int?
        /// The question on whose scale the value stands.
        let item: String
    }

    init(
        pack: String, file: String, map: [UInt8], mapName: String, _ outline: FileOutline, missing: [String],
        turned: [String] = []
    ) {
        turnedItems = Set(turned)
        (self.pack, self.file, self.map, self.mapName, self.missing) = (pack, file, map, mapName, missing)
        (headings, units, columns) = (outline.headings, outline.units, outline.columns)
        openUnits = outline.mayBeUnits
    }

    /// The questions of which somebody chose the column, or said that it counts. Those of all others are found anew at
    /// every reading: what was found once says nothing of a second column.
    private(set) var chosen: Set<String> {
        get { chosenItems ?? [] }
        set { chosenItems = newValue }
    }

    private(set) var filled: Set<String> {
        get { filledItems ?? [] }
        set { filledItems = newValue }
    }

    private(set) var turned: Set<String> {
        get { turnedItems ?? [] }
        set { turnedItems = newValue }
    }

    init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) }

    var bytes: [UInt8] { get throws { Array(try JSONEncoder().encode(self)) } }

    /// Takes over what was typed and chosen.
    mutating func take(_ form: Form, _ instrument: Instrument) {
        for item in instrument.items where form.has(Self.field(of: item.id)) { takeColumn(of: item.id, form) }
        if form.has("units"), form["units"] != Self.open {
            (units, openUnits) = (place(form["units"]), nil)
            hasEveryUnit = form.has("units-all")
        }
        if form.has(Self.confirmation) { filled = [] }
        if form.has("fill") { fillOn(instrument) }
        for meaning in Self.meanings(in: form, instrument) { take(meaning.text, meaning.chosen) }
        takeTurned(form, instrument)
        if form.has("missing") { missing = Self.list(form["missing"]) }
        if form.has("title") { title = form["title"] }
        if form.has("held") { held = form["held"] }
        if form.has("threshold") { threshold = form["threshold"] }
    }

    private func place(_ text: String) -> Int? { Int(text).flatMap { headings.indices.contains($0) ? $0 : nil } }

    private mutating func takeColumn(of item: String, _ form: Form) {
        let place = place(form[Self.field(of: item)])
        if columns[item] != place { filled.remove(item) }
        if columns[item] != place || form.has(Self.tick(of: item)) {
            chosen.insert(item)
        } else if form.has(Self.tickShown(of: item)) {
            chosen.remove(item)
        }
        columns[item] = place
    }

    /// The tick of a question says that it stands otherwise than its scale; that of a scale, where it is not as the page
    /// showed it, turns all of its questions.
    private mutating func takeTurned(_ form: Form, _ instrument: Instrument) {
        for scale in instrument.scales {
            let (items, isTurned) = (
                instrument.items.filter { $0.scale == scale.id }.map(\.id), isTurned(scale, instrument)
            )
            for item in items where form.has(Self.turnShown(of: item)) {
                if form.has(Self.turn(of: item)) != isTurned { turned.insert(item) } else { turned.remove(item) }
            }
            let shown = Self.turnShown(of: scale.id, isScale: true)
            guard form.has(shown), form.has(Self.turn(of: scale.id, isScale: true)) != (form[shown] == "all") else {
                continue
            }
            turned.formSymmetricDifference(items)
        }
    }

    /// Whether the numbers of most questions on a scale stand the other way round.
    func isTurned(_ scale: Scale, _ instrument: Instrument) -> Bool {
        let items = instrument.items.filter { $0.scale == scale.id }
        return items.count { turned.contains($0.id) } * 2 > items.count
    }

    /// Says of questions that the column which stands there counts.
    mutating func count(_ items: [String]) { chosen.formUnion(items) }

    /// What nobody chose stands where it was found. As long as one column stands at two things it stays as it was typed.
    mutating func settle(_ outline: FileOutline, _ instrument: Instrument) {
        filled.formIntersection(chosen)
        guard doubles(instrument).isEmpty else { return }
        for item in instrument.items where !chosen.contains(item.id) { columns[item.id] = outline.columns[item.id] }
    }

    private mutating func take(_ text: String, _ meaning: Meaning?) {
        guard let place = meanings.firstIndex(where: { $0.text == text }) else {
            return meanings += [meaning].compactMap(\.self)
        }
        if let meaning { meanings[place] = meaning } else { meanings.remove(at: place) }
    }

    /// Where questions stand in the file as in the questionnaire, one column says where the others are: each question that
    /// has none gets the column behind that of the question before it, as long as nothing else is in that column.
    private mutating func fillOn(_ instrument: Instrument) {
        let items = instrument.items
        var held = Set(columns.values).union([units].compactMap(\.self))
        for (before, item) in zip(items, items.dropFirst()) where columns[item.id] == nil {
            guard let place = columns[before.id], let next = column(behind: place), held.insert(next).inserted else {
                continue
            }
            columns[item.id] = next
            chosen.insert(item.id)
            filled.insert(item.id)
        }
    }

    /// The next column; where headings are numbered, the next that is numbered in the same way: what stands between is no
    /// question.
    private func column(behind place: Int) -> Int? {
        let pattern = Self.pattern(headings[place])
        let rest = headings.indices.dropFirst(place + 1)
        return pattern.contains("#") ? rest.first { Self.pattern(headings[$0]) == pattern } : rest.first
    }

    private static func pattern(_ heading: String) -> String { heading.replacing(/\d+/, with: "#") }

    /// Whether several questions have no column yet.
    func canFill(_ instrument: Instrument) -> Bool { instrument.items.count { columns[$0.id] == nil } > 1 }

    static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// A text as it is compared with what somebody typed.
    static func plain(_ text: String) -> String {
        let line = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return String(line.reversed().drop { ".:;,?!…*".contains($0) }.reversed())
    }

    /// Whether the file reads the same with both, and the same groups are large enough.
    func readsAs(_ other: Self) -> Bool {
        (columns, chosen, units) == (other.columns, other.chosen, other.units)
            && (hasEveryUnit, missing, turned) == (other.hasEveryUnit, other.missing, other.turned)
            && Set(meanings) == Set(other.meanings)
            && threshold.trimmed == other.threshold.trimmed
    }

    /// The threshold, where it is a number that may be chosen.
    var chosenThreshold: Int? { Int(threshold.trimmed).flatMap { Wave.thresholds.contains($0) ? $0 : nil } }
}

extension ImportChoices {
    /// So many texts are asked for at a time.
    static let mostMeanings = 120

    /// What a form says of texts; nil where a text stands for nothing yet.
    private static func meanings(
        in form: Form, _ instrument: Instrument
    ) -> [(text: String, chosen: Meaning?)] {
        (0..<mostMeanings).lazy.filter { form.has("meaning-\($0)") && form.has("meaning-text-\($0)") }.map { number in
            let (text, chosen) = (form["meaning-text-\(number)"], form["meaning-\(number)"])
            let item = instrument.items.first { $0.id == form["meaning-item-\(number)"] } ?? instrument.items[0]
            let values = instrument.scale(of: item)?.values.map(\.value) ?? []
            // What counts as no answer by itself is no choice, either: it is looked at anew at every reading.
            if chosen == "none", form.has("meaning-usual-\(number)") { return (text, nil) }
            if chosen == "none" { return (text, Meaning(text: text, value: nil, item: item.id)) }
            let value = Int(chosen).flatMap { values.contains($0) ? $0 : nil }
            // A number that stands for itself is no choice.
            if let value, Int(text) == value { return (text, nil) }
            return (text, value.map { Meaning(text: text, value: $0, item: item.id) })
        }
    }

    /// What was chosen by hand goes before what the map says.
    func columnMap() throws(Problems) -> ColumnMap {
        var all = map.isEmpty ? .none : try ColumnMap(map, name: mapName)
        // A text with a comma cannot be typed in a list with commas: it stays as the map says.
        let typed = all.missing.filter { $0.contains(",") } + missing
        let (none, said) = (meanings.filter { $0.value == nil }.map(\.text), Set(meanings.map { Self.plain($0.text) }))
        all.missing = typed.filter { !said.contains(Self.plain($0)) } + none
        for meaning in meanings { all.answers[meaning.text] = meaning.value }
        let nothing = Set(all.missing.map(Self.plain))
        all.answers = all.answers.filter { !nothing.contains(Self.plain($0.key)) }
        if hasEveryUnit { all.withoutUnit = [] }
        if turnedItems != nil { all.turned = turned.sorted() }
        return all
    }

    /// What the reading has to keep to; all else it finds.
    var columnChoice: ColumnChoice {
        let items = chosen.map { ($0, columns[$0]) }
        return ColumnChoice(items: Dictionary(items) { first, _ in first }, units: units.map { .column($0) } ?? .none)
    }

    /// The questions whose column holds something else as well, each with that: another question, or the units.
    func doubles(_ instrument: Instrument) -> [(item: Item, other: Item?)] {
        let items = instrument.items
        return items.compactMap { item in
            guard let place = columns[item.id] else { return nil }
            if place == units { return (item, nil) }
            let other = items.first { $0.id != item.id && columns[$0.id] == place }
            return other.map { (item, $0) }
        }
    }
}
