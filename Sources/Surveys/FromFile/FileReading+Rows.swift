import Core
import Files
import Methods

extension FileReading {
    mutating func readRows(
        _ rows: CellRows, _ heading: HeadingRow, _ text: UnsafeBufferPointer<UInt8>
    ) throws(Problems) {
        var rows = rows
        // Each item is a byte; rows are seldom shorter than two bytes a column.
        bytes.reserveCapacity(min(text.count / 2, text.count / max(1, heading.width) / 2 * plan.count))
        do throws(TextFileFault) {
            while let (line, cells) = try rows.next() {
                if line <= heading.line { continue }
                take(cells, on: line, heading, text)
                guard problems.count < Self.mostNamed, units.count + emptyRows <= FileAnswers.mostRows else { break }
            }
        } catch {
            throw refused(error)
        }
        // Where everybody may be a computed row, nobody is there yet to hold a second heading against.
        if !units.isEmpty { settleSecondHeading(text) }
        settleComputed(heading, text)
        settleSecondHeading(text)
        guard units.count + emptyRows <= FileAnswers.mostRows else { throw refused("files.has_too_many_rows") }
        guard problems.isEmpty else { throw Problems(problems) }
        dropSums(text)
        try settleRepeated(heading, text)
    }

    /// Takes one row, or notes why it does not count.
    private mutating func take(
        _ cells: [CellRows.Cell], on line: Int, _ heading: HeadingRow, _ text: UnsafeBufferPointer<UInt8>
    ) {
        // Spreadsheets leave such rows at the end; between people it is one who answered nothing.
        if cells.allSatisfy(\.isEmpty) { return emptyRows += units.isEmpty ? 0 : 1 }
        if heading.isRepeated(by: cells, text) { return fault("files.heading_repeats", line: line) }
        let label = sums.label(of: cells, text)
        if let label, cells.count <= lastColumn || holdsSums(cells, text) {
            computed.noteSum()
            return remarkTotal(label, on: line)
        }
        let name = label == nil ? sums.name(of: cells, text) : nil
        if label != nil || name != nil {
            let row = ComputedRows.Row(cells: cells, line: line, empty: emptyRows, sum: label, name: name)
            if computed.wait(row) { return emptyRows = 0 }
        }
        for row in computed.release(next: name, isFirst: units.isEmpty) {
            count(row.cells, heading, on: row.line, sum: row.sum, below: row.empty, text)
        }
        let empty = emptyRows
        emptyRows = 0
        count(cells, heading, on: line, sum: label, below: empty, text)
    }

    /// Counts a row that may be somebody, or notes why it does not count.
    ///
    /// - Parameter empty: how many empty rows stand above it.
    mutating func count(
        _ cells: [CellRows.Cell], _ heading: HeadingRow, on line: Int, sum: SumRows.Label?, below empty: Int,
        _ text: UnsafeBufferPointer<UInt8>
    ) {
        guard fits(cells, heading, on: line) else { return }
        if units.isEmpty, isHeadingAgain(cells, on: line, text) { return }
        for _ in 0..<empty { add([], text) }
        if let sum { sums.note(sum, cells, row: units.count, line: line) } else { sums.lastOther = units.count }
        add(cells, text)
    }

    /// Counts the row.
    mutating func add(_ cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) {
        seen.add(cells, text)
        let start = bytes.count
        for _ in 0..<plan.count { bytes.append(UInt8.max) }
        for (reading, (column, place)) in plan.enumerated() where column < cells.count {
            bytes[start + place] = readings[reading].byte(of: cells[column], in: text)
        }
        units.append(unit(of: cells, text))
        if columns.staffGroups != nil { groups.append(staffGroup(of: cells, text)) }
        if !columns.rivals.isEmpty { addRivals(cells, at: start, text) }
    }

    /// Where the first column of a question is empty, the second stands in for it.
    private mutating func addRivals(
        _ cells: [CellRows.Cell], at start: Int, _ text: UnsafeBufferPointer<UInt8>
    ) {
        for (reading, (column, place)) in plan.enumerated() {
            for rival in columns.rivals(of: column) where rival < cells.count && !cells[rival].isEmpty {
                let isEmpty = column >= cells.count || cells[column].isEmpty
                let (own, byte) = (cells[rival].text(in: text), bytes[start + place])
                var beside = rivals[rival] ?? RivalColumn()
                rivals[rival] = nil
                let meaning = beside.meaning(of: own) { readings[reading].meaning($0) }
                if isEmpty, case .answer = meaning, byte == UInt8.max {
                    bytes[start + place] = readings[reading].byte(of: cells[rival], in: text)
                }
                let first: (meaning: AnswerReading.Meaning, isSameText: Bool)? =
                    isEmpty
                    ? nil
                    : (
                        byte < UInt8.max ? .answer(byte) : readings[reading].meaning(of: cells[column], in: text),
                        own == cells[column].text(in: text)
                    )
                beside.add(meaning, own, first: first)
                rivals[rival] = beside
            }
        }
    }

    private mutating func unit(of cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard let column = columns.units, column < cells.count else { return -1 }
        return shelf.place(of: cells[column], in: text) { [map, words] unit in
            let loose = LooseText(unit)
            if loose.text.isEmpty { return true }
            // What is no answer to a question may well be the name of a team.
            return map.withoutUnit.map { $0.contains { LooseText($0) == loose } } ?? words.none.contains(loose)
        }
    }

    mutating func fault(_ key: String, _ values: [String: String] = [:], line: Int) {
        problems.append(Problem(key, values, file: name, line: line))
    }

    /// Empty cells at the end may be more, as spreadsheets add them, or lack where nothing is read from them.
    private mutating func fits(_ cells: [CellRows.Cell], _ heading: HeadingRow, on line: Int) -> Bool {
        let values = ["count": "\(cells.count)", "expected": "\(heading.width)"]
        if cells.count > heading.width, cells[heading.width...].contains(where: { !$0.isEmpty }) {
            fault("files.row_is_long", values, line: line)
            return false
        }
        guard cells.count > lastColumn else {
            fault("files.row_is_short", values, line: line)
            return false
        }
        return true
    }
}
