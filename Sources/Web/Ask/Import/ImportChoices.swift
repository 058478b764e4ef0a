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
    /// The columns that were chosen by hand, by the id of the question.
    private(set) var columns: [String: Int] = [:]
    private(set) var units: Int?
    /// Texts that are no answer.
    private(set) var missing: [String]
    private(set) var title = ""
    private(set) var held = ""
    private(set) var threshold = "\(Wave.threshold)"

    init(pack: String, file: String, map: [UInt8], mapName: String, _ outline: FileOutline, missing: [String]) {
        (self.pack, self.file, self.map, self.mapName, self.missing) = (pack, file, map, mapName, missing)
        (headings, units) = (outline.headings, outline.units)
    }

    init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) }

    var bytes: [UInt8] { get throws { Array(try JSONEncoder().encode(self)) } }

    /// Takes over what was typed and chosen.
    mutating func take(_ form: Form, _ instrument: Instrument) {
        for item in instrument.items where form.has(Self.field(of: item.id)) {
            columns[item.id] = place(form[Self.field(of: item.id)])
        }
        if form.has("units") { units = place(form["units"]) }
        if form.has("missing") { missing = Self.list(form["missing"]) }
        if form.has("title") { title = form["title"] }
        if form.has("held") { held = form["held"] }
        if form.has("threshold") { threshold = form["threshold"] }
    }

    private func place(_ text: String) -> Int? { Int(text).flatMap { headings.indices.contains($0) ? $0 : nil } }

    static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    static func field(of item: String) -> String { "column-\(item)" }

    /// Whether the file reads the same with both, and the same groups are large enough.
    func readsAs(_ other: Self) -> Bool {
        (columns, units, missing) == (other.columns, other.units, other.missing)
            && threshold.trimmed == other.threshold.trimmed
    }

    /// What was chosen by hand goes before what the map says.
    func columnMap() throws(Problems) -> ColumnMap {
        var all = map.isEmpty ? .none : try ColumnMap(map, name: mapName)
        let chosen = columns.sorted { $0.key < $1.key }.map {
            ColumnMap.Column(heading: headings[$0.value], item: $0.key, line: 0)
        }
        all.columns = all.columns.filter { columns[$0.item] == nil } + chosen
        all.units = units.map { headings[$0] }
        // A text with a comma cannot be typed in a list with commas: it stays as the map says.
        all.missing = all.missing.filter { $0.contains(",") } + missing
        return all
    }

    /// The questions for which somebody chose a column that is in use already.
    var doubles: [String] {
        var taken = Set([units].compactMap(\.self))
        return columns.sorted { $0.key < $1.key }.filter { !taken.insert($0.value).inserted }.map(\.key)
    }

    /// The threshold, where it is a number that may be chosen.
    var chosenThreshold: Int? { Int(threshold.trimmed).flatMap { Wave.thresholds.contains($0) ? $0 : nil } }
}
