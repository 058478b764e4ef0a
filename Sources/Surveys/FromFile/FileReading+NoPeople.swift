import Core
import Files
import Methods

/// Rows that nobody answered: headings of a second kind, and sums of the other rows.
extension FileReading {
    /// A row right behind the headings with headings of another kind: they name questions, or nothing in them is an
    /// answer. The latter may also be how the first person answered, so it waits until the others are read.
    mutating func isHeadingAgain(
        _ cells: [CellRows.Cell], on line: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if let options = options(in: cells.map { $0.text(in: text) }) {
            fault(options.key, options.values, line: line)
            return true
        }
        guard holdsNoAnswer(cells, text) else { return false }
        if namesQuestions(cells, text) {
            remark("files.heading_is_double", ["line": "\(line)"])
            return true
        }
        guard doubtful == nil else { return false }
        doubtful = (line, cells)
        return true
    }

    /// It is a heading where the rows below it are understood, and none of them says the same.
    mutating func settleSecondHeading(_ text: UnsafeBufferPointer<UInt8>) {
        guard let (line, cells) = doubtful else { return }
        doubtful = nil
        let isHeading = zip(plan, readings).allSatisfy { part, reading in
            let own = LooseText(part.column < cells.count ? cells[part.column].text(in: text) : "")
            return reading.isUnderstood && !reading.texts.contains { LooseText($0.text) == own }
        }
        let hasUnit = columns.units.map { $0 < cells.count && shelf.knows(cells[$0].text(in: text)) } ?? false
        if isHeading, !units.isEmpty, !hasUnit, !holdsNumberBeside(cells, text) {
            remark("files.heading_is_double", ["line": "\(line)"])
        } else {
            add(cells, text)
        }
    }

    /// What counts people stands beside their answers: headings are words.
    private func holdsNumberBeside(_ cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let read = Set(plan.map(\.column))
        return cells.indices.contains { place in
            !read.contains(place) && !cells[place].isEmpty && AnswerReading.isNumber(cells[place].text(in: text))
        }
    }

    private func holdsNoAnswer(_ cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard plan.count > 1 else { return false }
        var filled = 0
        for (reading, (column, _)) in plan.enumerated() where column < cells.count && !cells[column].isEmpty {
            filled += 1
            guard readings[reading].meaning(of: cells[column], in: text) == .notUnderstood else { return false }
        }
        return filled * 2 > plan.count
    }

    /// Most of its cells are what questions are called somewhere, or marks by which a program finds its columns.
    private func namesQuestions(_ cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let texts = plan.filter { $0.column < cells.count }.map { cells[$0.column].text(in: text) }
        let named = texts.count { text in
            text.contains("ImportId") || HeadingMatch.Kind.allCases.contains { matching.item(of: text, $0) != nil }
        }
        return named * 2 > texts.count
    }

    /// Numbers stand where answers stand, and one at least is none: somebody answers with what can be chosen.
    func holdsSums(_ cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var sums = 0
        for (reading, (column, _)) in plan.enumerated() where column < cells.count && !cells[column].isEmpty {
            // What the row is called may stand in the first of these cells.
            guard column > 0 || AnswerReading.isNumber(cells[column].text(in: text)) else { continue }
            guard AnswerReading.isNumber(cells[column].text(in: text)) else { return false }
            if readings[reading].meaning(of: cells[column], in: text) == .notUnderstood { sums += 1 }
        }
        return sums > 0
    }

    /// By what it is called: where texts have line breaks, no program shows its line. What stands behind the first word may
    /// be the name of a team.
    mutating func remarkTotal(_ label: SumRows.Label, on line: Int) {
        let called = label.called + (label.text.text.contains(" ") ? " …" : "")
        remark("files.row_is_total", ["label": called, "line": "\(line)"])
    }

    /// Takes out the rows that only look like answers.
    mutating func dropSums(_ text: UnsafeBufferPointer<UInt8>) {
        let names = Set(shelf.paths.compactMap(\.last).map(LooseText.init))
        let rows = sums.rows { names.contains($0) }
        guard !rows.isEmpty else { return }
        for row in rows {
            remarkTotal(row.label, on: row.line)
            for (reading, (column, _)) in plan.enumerated() where column < row.cells.count {
                readings[reading].forget(row.cells[column], in: text)
            }
        }
        drop(Set(rows.map(\.row)))
        let places = shelf.keep(Set(units))
        units = units.map { places[$0] ?? -1 }
    }

    /// Moves what stands behind a row that goes: such rows mostly stand at the end.
    mutating func drop(_ gone: Set<Int>) {
        guard var kept = gone.min() else { return }
        seen.drop(gone)
        let width = plan.count
        for row in kept..<units.count where !gone.contains(row) {
            for cell in 0..<width { bytes[kept * width + cell] = bytes[row * width + cell] }
            units[kept] = units[row]
            if !groups.isEmpty { groups[kept] = groups[row] }
            kept += 1
        }
        bytes.removeLast((units.count - kept) * width)
        if !groups.isEmpty { groups.removeLast(groups.count - kept) }
        units.removeLast(units.count - kept)
    }
}
