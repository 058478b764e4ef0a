import Files

extension StaffTable {
    /// The page of a workbook that looks most like a list of people; what is hidden in it counts as all else does.
    static func page(
        of bytes: [UInt8], _ name: String, _ words: StaffWords
    ) throws(Problems) -> (rows: [Row], remarks: [Problem]) {
        do throws(WorkbookFault) {
            let workbook = try WorkbookFile(bytes)
            let shown = workbook.pages.filter { !$0.isHidden }
            let page = try likeliest(shown, in: workbook, words)
            let (rows, hidden) = try rows(of: page, in: workbook)
            var remarks: [Problem] = []
            if shown.count > 1 { remarks.append(Problem("staff.page_is_read", ["page": page.name], file: name)) }
            if hidden > 0 { remarks.append(Problem("staff.rows_are_hidden", ["count": "\(hidden)"], file: name)) }
            return (rows, remarks)
        } catch {
            throw Problems(problem(error, name))
        }
    }

    private static func likeliest(
        _ pages: [WorkbookFile.Page], in workbook: WorkbookFile, _ words: StaffWords
    ) throws(WorkbookFault) -> WorkbookFile.Page {
        var found: (page: WorkbookFile.Page, fields: Int)?
        for page in pages {
            var (rows, left, fields) = (try workbook.rows(of: page), deepestHeading, -1)
            while left > 0, let row = try rows.next() {
                fields = max(fields, StaffColumns.fields(in: row.cells, words))
                left -= 1
            }
            if fields > found?.fields ?? -2 { found = (page, fields) }
        }
        guard let found else { throw .hasNoSheet }
        return found.page
    }

    private static func rows(
        of page: WorkbookFile.Page, in workbook: WorkbookFile
    ) throws(WorkbookFault) -> (rows: [Row], hidden: Int) {
        var (reading, rows, hidden) = (try workbook.rows(of: page), [Row](), 0)
        while let row = try reading.next() {
            guard rows.count < mostRows else { throw .isTooLarge }
            rows.append(Row(line: row.number, cells: row.cells))
            if row.isHidden { hidden += 1 }
        }
        return (try fill(rows, try reading.joined()), hidden)
    }

    /// What stands in cells that were made one, below one another, is of each of their rows: a team of three people.
    private static func fill(_ rows: [Row], _ joined: [WorkbookRows.Joined]) throws(WorkbookFault) -> [Row] {
        let places = Dictionary(rows.enumerated().map { ($0.element.line, $0.offset) }) { first, _ in first }
        var (cells, left) = (rows.map(\.cells), largest)
        for one in joined {
            guard let first = places[one.rows.lowerBound], one.column < cells[first].count else { continue }
            let text = cells[first][one.column]
            for place in rows.indices.dropFirst(first + 1) {
                guard one.rows.contains(rows[place].line) else { break }
                left -= text.utf8.count + 1
                // A workbook can join the same cells over and over.
                guard left >= 0 else { throw .isTooLarge }
                if one.column >= cells[place].count {
                    cells[place] += Array(repeating: "", count: one.column + 1 - cells[place].count)
                }
                if cells[place][one.column].isEmpty { cells[place][one.column] = text }
            }
        }
        return zip(rows, cells).map { Row(line: $0.line, cells: $1) }
    }

    private static func problem(_ fault: WorkbookFault, _ name: String) -> Problem {
        let key =
            switch fault {
            case .isBroken: "staff.workbook_is_broken"
            case .isLocked: "staff.workbook_is_locked"
            case .isOldWorkbook: "staff.workbook_is_old"
            case .isOtherWorkbook: "staff.workbook_is_other"
            case .isTooLarge: "staff.file_is_too_large"
            case .hasNoSheet: "staff.file_is_empty"
            }
        return Problem(key, file: name)
    }
}
