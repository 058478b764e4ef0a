import Core
import Files

/// What stands elsewhere than in the one heading of a column: before a question, in a second row, in a column of the same name.
extension FileReading {
    private static let mostStems = 3
    private static let rowsBelow = 4

    /// What stands before questions that are only found at the end of their headings: it may ask something else of them.
    mutating func noteStems() {
        let stems = columns.items.compactMap { column, item in
            columns.kinds[item] == .ending
                ? columns.texts.names(of: column).prefix(2).lazy.compactMap(matching.stem).first : nil
        }
        .filter { $0.contains(where: \.isLetter) }
        guard !stems.isEmpty else { return }
        var shown: [String] = []
        for stem in stems.map({ $0.cut(to: 60) }) where !shown.contains(stem) { shown.append(stem) }
        let more = shown.count > Self.mostStems ? " · …" : ""
        let values = ["count": "\(stems.count)", "stems": shown.prefix(Self.mostStems).joined(separator: " · ") + more]
        remark("files.questions_end_headings", values)
    }

    /// Where the row of headings does not name the column of units, a second one may, and of two the first may be empty.
    mutating func settleUnits(_ rows: CellRows, _ heading: HeadingRow, _ text: UnsafeBufferPointer<UInt8>) {
        guard [.asFound, .likely].contains(chosen.units) else { return }
        if columns.units == nil {
            guard let place = unitsBelow(rows, heading, text) else { return }
            return columns = FileColumns(columns.texts, matching, choosing(place), asked)
        }
        let called = columns.unitColumns
        guard called.count > 1, let first = columns.units else { return }
        let filled = filled(called, rows, heading, text)
        guard let most = filled.max(by: { $0.count < $1.count }), most.count > 0 else { return }
        let own = filled.first { $0.column == first }?.count ?? 0
        // What a second row of headings leaves in a column does not fill it.
        let counted = own * 20 < most.count ? most.column : first
        if counted != first { columns = FileColumns(columns.texts, matching, choosing(counted), asked) }
        let values = [
            "heading": columns.texts.own[counted].cut(to: 80), "letters": FileOutline.letters(of: counted),
        ]
        remark("files.units_column_is_twice", values)
    }

    private func choosing(_ units: Int) -> ColumnChoice {
        var chosen = chosen
        chosen.units = .column(units)
        return chosen
    }

    /// In a row of headings below the first: it names questions as well.
    private func unitsBelow(_ rows: CellRows, _ heading: HeadingRow, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var (rows, below) = (rows, 0)
        let held = Set(columns.items.map(\.column))
        while below < Self.rowsBelow, let (line, cells) = try? rows.next() {
            guard line > heading.line else { continue }
            below += 1
            let texts = HeadingTexts(cells.map { $0.text(in: text).trimmed })
            guard FileColumns(texts, matching, .init(), asked).items.count * 2 > held.count, !held.isEmpty else {
                return nil
            }
            let isCalled = { (column: Int) in
                matching.isUnits(texts.own[column])
                    || chosen.units == .likely && matching.isLikelyUnits(texts.own[column])
            }
            if let found = texts.own.indices.first(where: { isCalled($0) && !held.contains($0) }),
                found < columns.headings.count
            {
                return found
            }
        }
        return nil
    }

    /// How many rows have something in each of these columns.
    private func filled(
        _ called: [Int], _ rows: CellRows, _ heading: HeadingRow, _ text: UnsafeBufferPointer<UInt8>
    ) -> [(column: Int, count: Int)] {
        var (rows, found) = (rows, called.map { (column: $0, count: 0) })
        while let (line, cells) = try? rows.next() {
            guard line > heading.line else { continue }
            for place in found.indices where found[place].column < cells.count && !cells[found[place].column].isEmpty {
                found[place].count += 1
            }
        }
        return found
    }
}
