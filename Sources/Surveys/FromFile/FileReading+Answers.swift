import Core
import Methods

extension FileReading {
    /// What was read, where nothing keeps it from being counted.
    func answers(_ account: FileAccount) -> FileAnswers {
        FileAnswers(instrument, bytes: bytes, units: units, paths: shelf.paths, account: account)
    }

    mutating func finished() throws(Problems) -> FileAccount {
        guard !units.isEmpty else { throw refused("files.has_no_rows") }
        guard !seen.isEverythingDouble else { throw refused("files.rows_are_double") }
        guard shelf.paths.count <= FileAnswers.mostUnits else { throw refused("files.has_too_many_units") }
        let (items, judged) = (instrument.items, Misunderstood(readings))
        for (text, places) in judged.doubtful { for place in places { readings[place].doubt(text) } }
        var account = account
        account.rows = units.count
        account.rowsWithoutUnit = units.count { $0 < 0 }
        account.items = zip(plan, readings).enumerated().map { place, column in
            FileAccount.Column(
                heading: columns.headings[column.0.column], item: items[column.0.place].id, column.1,
                isRefused: judged.columns.contains(place),
                isDisordered: judged.disordered.contains(place))
        }
        account.remarks += columnsTwice
        account.remarks += shelf.lookalikes.map { Problem("files.units_look_alike", ["units": $0]) }
        account.remarks += sumUnits.map { Problem("files.unit_looks_like_a_sum", ["unit": $0]) }
        account.noUnitTexts = shelf.noUnits
        account.remarks += shelf.noUnits.map { Problem("files.text_is_no_unit", ["text": $0]) }
        return account
    }

    /// Questions of which a second column says something else: which of them counts, nobody can know.
    private var columnsTwice: [Problem] {
        columns.doubles.sorted { $0.key < $1.key }.filter { rivals[$0.key]?.isRefused != true }.map { column, counted in
            let values = [
                "heading": columns.headings[column].cut(to: 80), "letters": FileOutline.letters(of: column),
                "counted": columns.headings[counted].cut(to: 80), "counted_letters": FileOutline.letters(of: counted),
            ]
            let isJoined = rivals[column].map { $0.joined > 0 && $0.differing == 0 } ?? false
            return Problem(isJoined ? "files.columns_are_joined" : "files.column_is_twice", values)
        }
    }

    private var refusedRivals: [Problem] {
        rivals.filter(\.value.isRefused).keys.sorted().compactMap { rival in
            guard let first = columns.rivals[rival], plan.contains(where: { $0.column == first }) else { return nil }
            let values = [
                "first": columns.headings[first].cut(to: 80), "second": columns.headings[rival].cut(to: 80),
                "item": asked.items[columns.items.first { $0.column == first }?.item ?? 0].id,
            ]
            return Problem("files.question_has_two_columns", values, file: name)
        }
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
        let twice = refusedRivals.prefix(Self.mostNamed)
        guard !refused.isEmpty || !twice.isEmpty else { return nil }
        var all = Array(twice)
        if let one = manyMisunderstood(refused, account) { return Problems(all + [one]) }
        all += refused.prefix(Self.mostNamed).map { column in
            let values = [
                "heading": column.heading.cut(to: 80), "count": "\(column.unknown)",
                "total": "\(column.answers + column.unknown)", "found": column.examples.joined(separator: " · "),
            ]
            if column.isDisordered { return Problem("files.numbers_are_in_no_order", values, file: name) }
            let key = column.answers == 0 ? "files.no_answer_is_understood" : "files.answers_are_not_understood"
            return Problem(key, values, file: name)
        }
        let more = refused.count - (all.count - twice.count)
        if more > 0 { all.append(Problem("files.more_columns", ["count": "\(more)"], file: name)) }
        return Problems(all)
    }

    private static let mostColumns = 3

    /// Many columns have one cause: then the texts say more than a line for each.
    private func manyMisunderstood(_ refused: [FileAccount.Column], _ account: FileAccount) -> Problem? {
        let (texts, most) = (account.unknownTexts, Self.mostNamed)
        guard refused.count > Self.mostColumns, !refused.contains(where: \.isDisordered), !texts.isEmpty else {
            return nil
        }
        let found =
            texts.prefix(most).map { "\($0.text.cut(to: 40)) (\($0.count))" } + (texts.count > most ? ["…"] : [])
        let values = ["count": "\(refused.count)", "found": found.joined(separator: " · ")]
        return Problem("files.columns_are_not_understood", values, file: name)
    }
}
