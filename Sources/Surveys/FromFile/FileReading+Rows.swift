import Core
import Files
import Methods

extension FileReading {
    /// Takes one row, or notes why it does not count.
    mutating func take(
        _ cells: [CellRows.Cell], on line: Int, _ heading: HeadingRow, _ text: UnsafeBufferPointer<UInt8>
    ) {
        if heading.isRepeated(by: cells, text) { return fault("files.heading_repeats", line: line) }
        if isTotal(cells, text) { return remark("files.row_is_total", ["line": "\(line)"]) }
        guard fits(cells, heading, on: line) else { return }
        if units.isEmpty, isSecondHeading(cells, text) { return remark("files.heading_is_double", ["line": "\(line)"]) }
        seen.add(SeenRows.hash(of: cells[...], in: text))
        let start = bytes.count
        for _ in 0..<plan.count { bytes.append(UInt8.max) }
        for (reading, (column, place)) in plan.enumerated() where column < cells.count {
            bytes[start + place] = readings[reading].byte(of: cells[column], in: text)
        }
        units.append(unit(of: cells, text))
    }

    private mutating func unit(of cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard let column = columns.units, column < cells.count else { return -1 }
        return shelf.place(of: cells[column], in: text) { [map, words] unit in
            let loose = LooseText(unit)
            let isNone = loose.text.isEmpty || map.missing.contains { LooseText($0) == loose }
            return isNone || words.none.contains(loose)
        }
    }

    private mutating func fault(_ key: String, _ values: [String: String] = [:], line: Int) {
        problems.append(Problem(key, values, file: name, line: line))
    }

    /// Empty cells at the end may be more, as spreadsheets add them, or lack where nothing is read from them.
    private mutating func fits(_ cells: [CellRows.Cell], _ heading: HeadingRow, on line: Int) -> Bool {
        let values = ["count": "\(cells.count)", "expected": "\(heading.width)"]
        if cells.count > heading.width, cells[heading.width...].contains(where: { !$0.isEmpty }) {
            fault("files.row_is_long", values, line: line)
            return false
        }
        let last = max(plan.map(\.column).max() ?? 0, columns.units ?? 0)
        guard cells.count > last else {
            fault("files.row_is_short", values, line: line)
            return false
        }
        return true
    }

    /// Programs that add up write so before the sums.
    private func isTotal(_ cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cells.first(where: { !$0.isEmpty }), !(48...57).contains(text[first.start]) else {
            return false
        }
        return words.totals.contains(LooseText(first.text(in: text)))
    }

    /// A second row of headings: it holds texts where answers stand, and none is an answer.
    private func isSecondHeading(_ cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard plan.count > 1 else { return false }
        var (texts, filled) = (0, 0)
        for (reading, (column, _)) in plan.enumerated() where column < cells.count && !cells[column].isEmpty {
            filled += 1
            var trial = readings[reading]
            guard trial.byte(of: cells[column], in: text) == UInt8.max, trial.unknown > readings[reading].unknown
            else { return false }
            texts += 1
        }
        return filled * 2 > plan.count && texts == filled
    }
}
