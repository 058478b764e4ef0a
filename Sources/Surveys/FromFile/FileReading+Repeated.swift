import Core
import Files
import Methods

/// A file that was put behind itself, or behind another that holds some of the same people, would lift a small team over
/// the threshold. Who is told apart by what stands in a column of which nothing is read counts once; where nobody is, the
/// file is refused.
extension FileReading {
    mutating func settleRepeated(_ heading: HeadingRow, _ text: UnsafeBufferPointer<UInt8>) throws(Problems) {
        let read = Set(plan.map(\.column) + [columns.units, columns.staffGroups].compactMap(\.self))
        let whole = RepeatedRows(seen.wholes)
        if whole.hasAny {
            let first = firsts
            let unread = (0..<heading.width).filter { !read.contains($0) && columns.doubles[$0] == nil }
            let marks = unread.isEmpty ? [] : marks(among: unread, of: first, text)
            let isCertain = hasOnlyRich || (first.count >= Self.enoughAllMarked && !marks.isEmpty)
            if whole.isRepeated || (whole.mayBeRepeated && isCertain) {
                throw refused("files.rows_are_double")
            }
            if first.count >= Self.enoughMarked, let mark = marks.first { countOnce(by: mark, first, text) }
        }
        try refuseRepeated(RepeatedRows(seen.wholes))
        // Programs number rows anew that were put together.
        if !read.contains(0), heading.width > 1 { try refuseRepeated(RepeatedRows(seen.tails)) }
    }

    private func refuseRepeated(_ rows: RepeatedRows) throws(Problems) {
        guard rows.hasAny else { return }
        let isWhole = rows.isRepeated || rows.isNearlyRepeated || (rows.mayBeRepeated && hasOnlyRich)
        guard !isWhole else { throw refused("files.rows_are_double") }
        let again = rows.again
        guard again == 0 else { throw refused("files.rows_stand_again", ["count": "\(again)"]) }
    }

    /// Of fewer rows each may differ in a column that tells nobody apart, such as their work.
    private static let enoughMarked = 8
    /// The same where every row is repeated.
    private static let enoughAllMarked = 5
    /// Two people do not give the same answers to so many questions, unless they give one to all.
    private static let (manyAnswers, manyValues) = (12, 3)

    /// Whether everybody answered so much that two people can hardly be equal.
    private var hasOnlyRich: Bool {
        let width = plan.count
        guard width >= Self.manyAnswers else { return false }
        return units.indices.allSatisfy { row in
            let answers = bytes[row * width..<(row + 1) * width].filter { $0 != UInt8.max }
            return answers.count >= Self.manyAnswers && Set(answers).count >= Self.manyValues
        }
    }

    /// The first of the rows that are equal, for each that differs; without empty ones.
    private var firsts: [Int] {
        var known: Set<UInt64> = [0]
        return seen.wholes.indices.filter { known.insert(seen.wholes[$0]).inserted }
    }

    private func cells(of row: Int, _ text: UnsafeBufferPointer<UInt8>) -> [CellRows.Cell] {
        var rows = CellRows(text, delimiter: account.delimiter.asciiValue ?? 0)
        return (try? rows.next())?.cells ?? []
    }

    /// The columns that are filled in nearly all of these rows, and different in each: the mark of a person, such as a token
    /// or a moment. Of many rows some are looked at first: mostly there is no such column.
    private func marks(
        among columns: [Int], of rows: [Int], _ text: UnsafeBufferPointer<UInt8>
    ) -> [Int] {
        let some = stride(from: 0, to: rows.count, by: max(1, rows.count / 400)).map { rows[$0] }
        let found = marked(columns, in: some, text)
        return some.count == rows.count || found.isEmpty ? found : marked(Array(found.prefix(4)), in: rows, text)
    }

    private func marked(_ columns: [Int], in rows: [Int], _ text: UnsafeBufferPointer<UInt8>) -> [Int] {
        var values = columns.map { _ in Set<UInt64>(minimumCapacity: rows.count) }
        for row in rows {
            let own = seen.text(from: row, of: text)
            let cells = cells(of: row, own)
            for (place, column) in columns.enumerated() where column < cells.count && !cells[column].isEmpty {
                values[place].insert(SeenRows.hash(cells[column].start..<cells[column].end, in: own))
            }
        }
        return zip(columns, values).filter { $0.1.count * 100 >= rows.count * 97 }.map(\.0)
    }

    /// Whether nearly all that stands in a column holds a digit: a number, a token, a moment.
    private func isNumbered(_ column: Int, _ rows: [Int], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let some = stride(from: 0, to: rows.count, by: max(1, rows.count / 100)).map { rows[$0] }
        let numbered = some.count { row in
            let own = seen.text(from: row, of: text)
            let cells = cells(of: row, own)
            return column < cells.count && cells[column].text(in: own).contains(where: \.isNumber)
        }
        return numbered * 10 >= some.count * 9
    }

    /// Several may be called "x" or "onbekend" where others have a number.
    private func isMark(_ raw: String, isNumbered: Bool) -> Bool {
        let loose = LooseText(raw)
        return !loose.text.isEmpty && !words.none.contains(loose) && (!isNumbered || raw.contains(where: \.isNumber))
    }

    /// Leaves out the rows that are equal to one before them, the mark of a person too, and tells how many.
    private mutating func countOnce(by mark: Int, _ first: [Int], _ text: UnsafeBufferPointer<UInt8>) {
        var gone = Set(units.indices.filter { seen.wholes[$0] != 0 }).subtracting(first)
        let isNumbered = isNumbered(mark, first, text)
        for row in gone {
            let own = seen.text(from: row, of: text)
            let cells = cells(of: row, own)
            guard mark < cells.count, isMark(cells[mark].text(in: own), isNumbered: isNumbered) else {
                gone.remove(row)
                continue
            }
            for (reading, (column, _)) in plan.enumerated() where column < cells.count {
                readings[reading].forget(cells[column], in: own)
            }
        }
        guard !gone.isEmpty else { return }
        drop(gone)
        let heading = columns.headings[mark].trimmed
        let column = heading.isEmpty ? FileOutline.letters(of: mark) : "“\(heading.cut(to: 40))”"
        remark("files.rows_count_once", ["count": "\(gone.count)", "column": column])
    }
}
