import Core
import Files

/// The units that a file names, each once.
struct UnitShelf {
    private(set) var paths: [[String]] = []
    private var places: [[String]: Int32] = [:]
    private var known: [String: Int32] = [:]
    /// Texts that were taken for no unit.
    private(set) var noUnits: [String] = []

    /// The place of the unit that a cell names, or -1 for none.
    mutating func place(
        of cell: CellRows.Cell, in text: UnsafeBufferPointer<UInt8>, isNone: (String) -> Bool
    ) -> Int32 {
        let raw = cell.text(in: text)
        if let place = known[raw] { return place }
        let place = isNone(raw) ? -1 : add(Self.path(raw))
        if place < 0, !LooseText(raw).text.isEmpty { noUnits.append(raw.trimmed) }
        known[raw] = place
        return place
    }

    /// Whether somebody named it as a unit.
    func knows(_ raw: String) -> Bool { known[raw].map { $0 >= 0 } ?? false }

    private mutating func add(_ path: [String]) -> Int32 {
        guard !path.isEmpty else { return -1 }
        if let place = places[path] { return place }
        let place = Int32(paths.count)
        paths.append(path)
        places[path] = place
        return place
    }

    /// Levels are parted by ">" between spaces, which a name may hold, too; spaces of all kinds around and between words are one.
    private static func path(_ raw: String) -> [String] {
        raw.split(separator: /\s>\s/).map { part in
            part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        .filter { !$0.isEmpty }
    }

    /// Forgets all but these: the others had rows of sums only.
    mutating func keep(_ kept: Set<Int32>) -> [Int32: Int32] {
        let places = paths.indices.map { Int32($0) }.filter(kept.contains)
        paths = places.map { paths[Int($0)] }
        return Dictionary(uniqueKeysWithValues: places.enumerated().map { ($0.element, Int32($0.offset)) })
    }

    /// Units that differ in case or signs alone: whoever knows them says whether they are the same.
    var lookalikes: [String] {
        let names = paths.map { $0.joined(separator: Core.Unit.separator) }
        return Dictionary(grouping: names) { LooseText($0) }.values.filter { $0.count > 1 }
            .map { $0.sorted().joined(separator: ", ") }.sorted()
    }
}
