import CXlsxWriter
import Files

/// Writes one sheet of a workbook.
struct SheetWriting {
    /// Of a sheet, with its heads.
    static let mostRows = 1_048_576
    /// A cell holds no longer text.
    private static let mostUnits = 32_767

    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: SheetFormats
    private var columns: [SheetColumn] = []
    private var isWhole = true

    init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: SheetFormats) {
        (self.worksheet, self.formats) = (worksheet, formats)
    }

    /// - Returns: whether every cell was taken.
    mutating func write(_ sheet: Sheet) -> Bool {
        columns = SheetColumn.all(of: sheet)
        makeRoom(for: zip(columns, sheet.heads).map { $0.lines(of: $1) }.max() ?? 1, 0)
        for (column, head) in sheet.heads.enumerated() { write(head, 0, column, formats.head) }
        for (row, values) in sheet.rows.enumerated() {
            var lines = 1
            for (column, value) in values.enumerated() { lines = max(lines, write(value, row + 1, column)) }
            makeRoom(for: lines, row + 1)
        }
        setWidths(aside: sheet.aside)
        worksheet_freeze_panes(worksheet, 1, 0)
        prepareForPaper(rows: sheet.rows.count, columns: columns.count - sheet.aside)
        return isWhole
    }

    /// What is for programs is folded away at the right.
    private mutating func setWidths(aside: Int) {
        for (place, column) in columns.enumerated() {
            let (place, isAside) = (UInt16(place), place >= columns.count - aside)
            var options = lxw_row_col_options(hidden: isAside ? 1 : 0, level: isAside ? 1 : 0, collapsed: 0)
            note(worksheet_set_column_opt(worksheet, place, place, Double(column.width), nil, &options))
        }
        guard aside > 0 else { return }
        var folded = lxw_row_col_options(hidden: 0, level: 0, collapsed: 1)
        let beside = UInt16(columns.count)
        note(worksheet_set_column_opt(worksheet, beside, beside, LXW_DEF_COL_WIDTH, nil, &folded))
    }

    /// A4 on its side, as wide as the sheet, with the heads on each page; without what is for programs.
    private mutating func prepareForPaper(rows: Int, columns: Int) {
        worksheet_set_paper(worksheet, 9)
        worksheet_set_landscape(worksheet)
        let (side, top) = (SheetOnPaper.margin, SheetOnPaper.margin + 0.2)
        worksheet_set_margins(worksheet, side, side, top, top)
        note(worksheet_repeat_rows(worksheet, 0, 0))
        note(worksheet_set_footer(worksheet, "&C&A&R&P/&N"))
        worksheet_fit_to_pages(worksheet, 1, 0)
        guard columns > 0 else { return }
        note(worksheet_print_area(worksheet, 0, 0, UInt32(rows), UInt16(columns - 1)))
    }

    /// Not every spreadsheet looks by itself how high a row must be.
    private mutating func makeRoom(for lines: Int, _ row: Int) {
        guard lines > 1 else { return }
        note(worksheet_set_row(worksheet, UInt32(row), Double(lines) * LXW_DEF_ROW_HEIGHT, formats.plain))
    }

    /// - Returns: how many lines it takes.
    private mutating func write(_ value: Sheet.Value, _ row: Int, _ column: Int) -> Int {
        switch value {
        case .nothing: break
        case .number(let number): write(number, row, column, nil)
        case .marked(let number, let mark): write(number, row, column, mark)
        case .text(let text):
            let lines = column < columns.count ? columns[column].lines(of: text) : 1
            write(text, row, column, formats.text(isLong: lines > 1, isFirst: column == 0))
            return lines
        }
        return 1
    }

    private mutating func write(_ number: Double, _ row: Int, _ column: Int, _ mark: Sheet.Mark?) {
        guard number.isFinite else { return }
        let decimals = column < columns.count ? columns[column].decimals : 0
        let format = formats.number(mark, decimals: decimals)
        note(worksheet_write_number(worksheet, UInt32(row), UInt16(column), number, format))
    }

    private mutating func write(
        _ text: String, _ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) {
        let held = text.utf8.count > Self.mostUnits ? text.cut(toUnits: Self.mostUnits) : text
        note(worksheet_write_string(worksheet, UInt32(row), UInt16(column), held.heldByXML, format))
    }

    private mutating func note(_ error: lxw_error) { isWhole = isWhole && error == LXW_NO_ERROR }
}

/// Names of sheets that a spreadsheet takes: short, without signs that mean something to it, each once.
struct SheetNames {
    private static let most = 31
    let all: [String]

    init(_ wanted: [String]) {
        var taken: Set<String> = []
        all = wanted.enumerated().map { place, wanted in
            let plain = String(wanted.heldByXML.map { "[]:*?/\\".contains($0) ? " " : $0 })
            let bare = String(plain.drop(while: Self.isEdge).reversed().drop(while: Self.isEdge).reversed())
            var name = bare.isEmpty ? "\(place + 1)" : bare.cut(toUnits: Self.most)
            while !taken.insert(name.lowercased()).inserted {
                name = name.cut(toUnits: Self.most - 4) + " \(place + 1)"
            }
            return name
        }
    }

    private static func isEdge(_ sign: Character) -> Bool { sign == "'" || sign.isWhitespace }
}

extension String {
    /// Without what no XML can hold; and with what reads as the mark of such a sign kept apart from one.
    var heldByXML: String {
        guard utf8.contains(where: { $0 < 32 || $0 == UInt8(ascii: "_") || $0 == 0xEF }) else { return self }
        var held = String.UnicodeScalarView()
        held.append(contentsOf: unicodeScalars.filter(\.isHeldByXML))
        // A pattern costs more than a cell: most ids have an underscore, and none this.
        guard String(held).contains("_x") else { return String(held) }
        return String(held).replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }

    /// As many of its first signs as are so many units of UTF-16, which spreadsheets count in.
    fileprivate func cut(toUnits most: Int) -> String {
        var (cut, units) = ("", 0)
        for sign in self {
            units += sign.utf16.count
            guard units <= most else { break }
            cut.append(sign)
        }
        return cut
    }
}

extension Unicode.Scalar {
    fileprivate var isHeldByXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: true
        case 0x00...0x1F, 0xFFFE...0xFFFF: false
        default: true
        }
    }
}
