import Core
import Methods

extension FileReading {
    /// What was read, where nothing keeps it from being counted.
    func answers(_ account: FileAccount) -> FileAnswers {
        FileAnswers(instrument, bytes: bytes, units: units, paths: shelf.paths, account: account)
    }

    mutating func finished() throws(Problems) -> FileAccount {
        guard !units.isEmpty else { throw refused("files.has_no_rows") }
        guard shelf.paths.count <= FileAnswers.mostUnits else { throw refused("files.has_too_many_units") }
        leaveOutWhatWasNotAsked()
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
        account.contrary = contrary
        account.seconds = seconds
        account.remarks += seconds.filter { $0.kind != .refused }.map { $0.remark(columns.headings) }
        account.remarks += unusedEnds
        account.remarks += shelf.lookalikes.map { Problem("files.units_look_alike", ["units": $0]) }
        account.remarks += sumUnits.map { Problem("files.unit_looks_like_a_sum", ["unit": $0]) }
        account.noUnitTexts = shelf.noUnits
        account.remarks += shelf.noUnits.map { Problem("files.text_is_no_unit", ["text": $0]) }
        return account
    }

    private var seconds: [FileAccount.SecondColumn] {
        columns.doubles.sorted { $0.key < $1.key }.compactMap { column, counted in
            guard let item = columns.items.first(where: { $0.column == counted })?.item else { return nil }
            let (rival, isRead) = (rivals[column], plan.contains { $0.column == counted })
            let kind: FileAccount.SecondColumn.Kind =
                switch rival {
                case let rival? where rival.isRefused && isRead: .refused
                case let rival? where rival.joined > 0 && rival.differing == 0: .joined
                default: .left
                }
            return .init(item: asked.items[item].id, column: column, counted: counted, kind: kind)
        }
    }

    /// Questions of which a second column says something else: which of them counts, nobody can know.
    private func columnsTwice(_ account: FileAccount) -> [Problem] {
        account.seconds.filter { $0.kind == .refused }.map { second in
            let headings = columns.headings
            let values = [
                "first": headings[second.counted].cut(to: 80), "second": headings[second.column].cut(to: 80),
                "question": second.item,
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
        let twice = columnsTwice(account).prefix(Self.mostNamed)
        if let optionProblem { return Problems(optionProblem) }
        let otherwise = scales.problems.map { Problem($0.key, $0.values, file: name) }
        guard !refused.isEmpty || !twice.isEmpty || !otherwise.isEmpty else { return nil }
        var all = otherwise + twice
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
        let more = refused.count - (all.count - twice.count - otherwise.count)
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
