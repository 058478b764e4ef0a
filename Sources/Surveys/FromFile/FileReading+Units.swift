public import Core

/// A column of names or addresses that is taken for the one of teams would tell who took part.
extension FileReading {
    /// From so many teams on with one row each they are people; of a few everybody may be the only one.
    private static let manyUnits = 10

    /// Why what is taken for teams are people; nil where it may be teams.
    var peopleAsUnits: Problem? {
        guard let column = columns.units else { return nil }
        var rows = shelf.paths.map { _ in 0 }
        for unit in units where unit >= 0 { rows[Int(unit)] += 1 }
        let (count, single) = (rows.count { $0 > 0 }, rows.count { $0 == 1 })
        let addresses = zip(shelf.paths, rows).count { $0.1 > 0 && $0.0.contains(where: Self.isAddress) }
        let values = [
            "heading": columns.headings[column].cut(to: 80), "count": "\(count)", "single": "\(single)",
        ]
        if addresses * 2 > count { return Problem("files.units_are_addresses", values, file: name) }
        guard count >= Self.manyUnits, single * 5 >= count * 4 else { return nil }
        return Problem("files.units_are_people", values, file: name)
    }

    /// "jan@zorg.nl", not "Team @ Home".
    private static func isAddress(_ name: String) -> Bool {
        name.contains(/[^\s@]@[^\s@]/)
    }

    /// Whether the column of units was found by what it is called alone: nobody said it.
    var hasLikelyUnits: Bool { chosen.units == .likely && unitsHeading == nil && columns.units != nil }
}

extension Problem {
    /// With the headings that could be meant: those that are no question.
    public static func unitsColumnIsMissing(_ heading: String, among left: [String], _ file: String) -> Problem {
        let found = left.isEmpty ? "–" : left.prefix(8).map { $0.cut(to: 40) }.joined(separator: ", ")
        return Problem("files.units_column_is_missing", ["heading": heading, "found": found], file: file)
    }
}
