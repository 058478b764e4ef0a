import Core
import Methods

extension FileReading {
    /// What was read, where nothing keeps it from being counted.
    func answers(_ account: FileAccount) -> FileAnswers {
        FileAnswers(instrument, bytes: bytes, units: units, paths: shelf.paths, account: account)
    }

    func finished() throws(Problems) -> FileAccount {
        guard !units.isEmpty else { throw refused("files.has_no_rows") }
        guard !seen.isEverythingDouble else { throw refused("files.rows_are_double") }
        guard shelf.paths.count <= FileAnswers.mostUnits else { throw refused("files.has_too_many_units") }
        let (items, strange) = (instrument.items, Misunderstood(readings).columns)
        var account = account
        account.rows = units.count
        account.rowsWithoutUnit = units.count { $0 < 0 }
        account.items = zip(plan, readings).enumerated().map { place, column in
            FileAccount.Column(
                heading: columns.headings[column.0.column], item: items[column.0.place].id, column.1,
                isRefused: strange.contains(place))
        }
        account.remarks += shelf.lookalikes.map { Problem("files.units_look_alike", ["units": $0]) }
        account.remarks += sumUnits.map { Problem("files.unit_looks_like_a_sum", ["unit": $0]) }
        account.noUnitTexts = shelf.noUnits
        account.remarks += shelf.noUnits.map { Problem("files.text_is_no_unit", ["text": $0]) }
        return account
    }

    /// Units that are called like a sum of the others, and have people.
    private var sumUnits: [String] {
        let held = Set(units)
        return shelf.paths.enumerated().filter { place, path in
            held.contains(Int32(place)) && path.last.map { words.isTotal(LooseText($0)) } == true
        }
        .map { $0.element.joined(separator: Unit.separator) }
    }

    /// Why the answers cannot be counted: of some columns too much is not understood.
    func misunderstood(_ account: FileAccount) -> Problems? {
        let refused = account.items.filter(\.isRefused)
        guard !refused.isEmpty else { return nil }
        var all = refused.prefix(Self.mostNamed).map { column in
            let values = [
                "heading": column.heading.cut(to: 80), "count": "\(column.unknown)",
                "total": "\(column.answers + column.unknown)", "found": column.examples.joined(separator: " · "),
            ]
            let key = column.answers == 0 ? "files.no_answer_is_understood" : "files.answers_are_not_understood"
            return Problem(key, values, file: name)
        }
        let more = refused.count - all.count
        if more > 0 { all.append(Problem("files.more_columns", ["count": "\(more)"], file: name)) }
        return Problems(all)
    }
}
