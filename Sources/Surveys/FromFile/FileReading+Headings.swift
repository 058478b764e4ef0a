import Core
import Files
import Methods

extension FileReading {
    mutating func begin(
        _ text: UnsafeBufferPointer<UInt8>
    ) throws(Problems) -> (rows: CellRows, heading: HeadingRow) {
        let told = Delimiter.told(in: text)
        let sign = told?.sign ?? Delimiter.guessed(in: text)
        account.delimiter = Character(Unicode.Scalar(sign))
        let rows = CellRows(text, delimiter: sign, from: told?.rowsFrom ?? 0)
        let heading = try findHeading(rows, text)
        settleUnits(rows, heading, text)
        return (rows, heading)
    }

    /// The row of the first ten that names most items; what stands above it is a title. Where none names any, the first with
    /// words in half of its width: an index without a heading makes every row of answers fuller.
    private mutating func findHeading(
        _ rows: CellRows, _ text: UnsafeBufferPointer<UInt8>
    ) throws(Problems) -> HeadingRow {
        var rows = rows
        var best: (found: Int, texts: HeadingTexts, heading: HeadingRow)?
        var above: [String] = []
        do throws(TextFileFault) {
            for _ in 0..<10 {
                guard let (line, cells) = try rows.next() else { break }
                let texts = HeadingTexts(cells.map { $0.text(in: text).trimmed }, above: above)
                above = texts.own
                let found = FileColumns(texts, matching, .init(), asked).items.count
                let isFuller = found == best?.found && texts.isFuller(than: best?.texts)
                guard texts.own.contains(where: { !$0.isEmpty }), best.map({ found > $0.found || isFuller }) ?? true
                else {
                    continue
                }
                best = (found, texts, HeadingRow(line: line, cells, text))
            }
        } catch {
            throw refused(error)
        }
        guard let best else { throw refused("files.is_empty") }
        columns = FileColumns(best.texts, matching, chosen, asked)
        if best.heading.line > 1 { remark("files.heading_is_lower", ["line": "\(best.heading.line)"]) }
        return best.heading
    }

    /// Decides what is read, once the headings are known.
    mutating func settle() throws(Problems) {
        noteColumns()
        try refuseOptions()
        if columns.items.isEmpty {
            let named = columns.headings.filter { !$0.isEmpty }.prefix(5).map { $0.cut(to: 40) }
            throw refused("files.no_column_matches", ["found": named.joined(separator: ", ")])
        }
        if let unitsHeading, columns.units == nil, [.asFound, .likely].contains(chosen.units) {
            throw Problems(.unitsColumnIsMissing(unitsHeading, among: columns.leftOut, name))
        }
        let (themes, places) = wholeThemes()
        guard !themes.isEmpty else { throw refused("files.no_theme_is_whole") }
        instrument = asked.keeping(themes)
        let items = asked.items
        let own = OwnNumbers(map, columns.items.compactMap { asked.scale(of: items[$0.item])?.range })
        var (kept, turned) = ([String](), [String]())
        for (column, item) in columns.items {
            guard let place = places[item], let scale = asked.scale(of: items[item]) else { continue }
            plan.append((column, place))
            let numbers = own.kept(on: scale.range)
            let isTold = headingTurns(column, scale, numbers, isSaid: map.turned.contains(items[item].id))
            let isTurned = map.turned.contains(items[item].id)
            readings.append(AnswerReading(scale, map, words, own: numbers, isTurned: isTurned || isTold))
            if isTurned { turned.append(columns.headings[column].cut(to: 80)) }
            if !numbers.isEmpty { kept.append(columns.headings[column]) }
        }
        if !kept.isEmpty { remark("files.map_is_for_other_scale", ["headings": kept.joined(separator: " · ")]) }
        if !turned.isEmpty {
            let values = ["count": "\(turned.count)", "headings": turned.joined(separator: " · ")]
            remark("files.numbers_are_turned", values)
        }
        noteStems()
        account.remarks += scales.remarks
        lastColumn = max(plan.map(\.column).max() ?? 0, columns.units ?? 0, columns.staffGroups ?? 0)
        sums = SumRows(columns, plan.map(\.column), words)
    }

    /// The themes that are asked as a whole, and where the answers to their items stand; the others are noted.
    private mutating func wholeThemes() -> (themes: [Theme], places: [Int: Int]) {
        let held = Set(columns.items.map(\.item))
        var (next, themes, places) = (0, [Theme](), [Int: Int]())
        for theme in asked.themes {
            let own = next..<next + theme.items.count
            next += theme.items.count
            let lacking = zip(own, theme.items).filter { !held.contains($0.0) }.map(\.1.id)
            if lacking.isEmpty, !tellsWhoWasAsked(theme, among: themes) { continue }
            if lacking.isEmpty {
                for item in own { places[item] = places.count }
                themes.append(theme)
            } else {
                account.lackingThemes.append(FileAccount.Theme(theme: theme.id, items: lacking))
            }
        }
        return (themes, places)
    }

    /// Whether the heading says that numbers stand the other way round; what somebody says of the file goes before that.
    private mutating func headingTurns(_ column: Int, _ scale: Scale, _ own: Set<Int>, isSaid: Bool) -> Bool {
        guard !isSaid else { return false }
        let stand = HeadingScale(columns.texts.names(of: column)).stand(on: scale) { number in
            own.contains(number) ? number : map.answers["\(number)"] ?? number
        }
        let heading = columns.headings[column]
        return scales.take(stand, HeadingReadings.note(behind: heading)?.question.trimmed ?? heading, scale)
    }

    private mutating func noteColumns() {
        account.leftOut = columns.leftOut.map { $0.cut(to: 120) }
        account.unitsHeading = columns.units.map { columns.headings[$0] }
        let headings = Set(columns.headings.map(LooseText.init))
        for column in map.columns where !headings.contains(LooseText(column.heading)) {
            remark("files.map_heading_is_missing", ["heading": column.heading])
        }
        let mayBe =
            chosen.units == .asFound ? columns.leftOutPlaces.first { matching.maySayUnits(columns.headings[$0]) } : nil
        if columns.units == nil, let mayBe {
            remark("files.column_may_be_units", ["heading": columns.headings[mayBe].cut(to: 80)])
        }
        for change in map.changedNumbers { remark("files.map_changes_a_number", change) }
    }
}

extension String {
    /// No longer than so many letters, with a mark where some are gone.
    func cut(to most: Int) -> String { count > most ? prefix(most - 1).trimmed + "…" : self }
}

extension Scale {
    var range: ClosedRange<Int> { minimum...maximum }
}
