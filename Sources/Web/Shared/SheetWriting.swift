import CXlsxWriter
import Files

/// Writes one sheet of a workbook.
struct SheetWriting {
    /// Of a sheet, with its heads.
    static let mostRows = 1_048_576
    /// A cell holds no longer text.
    private static let mostUnits = 32_767
    private static let widths = 8...60
    /// Where there are many, each is narrower, so that they lie on few pages.
    private static let narrow = (columns: 9, widest: 40)

    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: SheetFormats
    /// How long the longest text of each column is.
    private var longest: [Int] = []
    private var widest = widths.upperBound
    private var isWhole = true

    init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: SheetFormats) {
        (self.worksheet, self.formats) = (worksheet, formats)
    }

    /// - Returns: whether every cell was taken.
    mutating func write(_ sheet: Sheet) -> Bool {
        // A head goes on below itself, so that a column of numbers is not as wide as its head.
        widest = sheet.heads.count < Self.narrow.columns ? Self.widths.upperBound : Self.narrow.widest
        longest = sheet.heads.map { $0.split(separator: " ").map(\.utf8.count).max() ?? 0 }
        for (column, head) in sheet.heads.enumerated() { write(head, 0, column, formats.head) }
        for (row, values) in sheet.rows.enumerated() {
            var lines = 1
            for (column, value) in values.enumerated() { lines = max(lines, write(value, row + 1, column)) }
            makeRoom(for: lines, row + 1)
        }
        let widths = longest.map { min(max($0 + 2, Self.widths.lowerBound), widest) }
        for (column, width) in widths.enumerated() {
            note(worksheet_set_column(worksheet, UInt16(column), UInt16(column), Double(width), nil))
        }
        makeRoom(for: zip(sheet.heads, widths).map { Self.lines(of: $0, width: $1) }.max() ?? 1, 0)
        worksheet_freeze_panes(worksheet, 1, 0)
        prepareForPaper(SheetOnPaper(widths: widths))
        return isWhole
    }

    /// A4 on its side, with the heads on each page. What is too wide for one goes on at its right, with the first
    /// columns once more, and with numbers of rows, so that both halves can be laid together.
    private mutating func prepareForPaper(_ paper: SheetOnPaper) {
        worksheet_set_paper(worksheet, 9)
        worksheet_set_landscape(worksheet)
        let (side, top) = (SheetOnPaper.margin, SheetOnPaper.margin + 0.2)
        worksheet_set_margins(worksheet, side, side, top, top)
        note(worksheet_repeat_rows(worksheet, 0, 0))
        worksheet_set_footer(worksheet, "&C&A&R&P/&N")
        guard paper.isWide else { return worksheet_fit_to_pages(worksheet, 1, 0) }
        worksheet_set_print_scale(worksheet, UInt16(SheetOnPaper.smallest * 100))
        worksheet_print_across(worksheet)
        worksheet_print_row_col_headers(worksheet)
        note(worksheet_repeat_columns(worksheet, 0, UInt16(paper.repeated - 1)))
    }

    /// How many lines a text takes; words do not fill a line to its end.
    private static func lines(of text: String, width: Int) -> Int { text.count / max(1, width - 4) + 1 }

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
        case .marked(let number, let mark): write(number, row, column, formats.marks[mark])
        case .text(let text):
            if column < longest.count { longest[column] = max(longest[column], text.utf8.count) }
            let isLong = text.utf8.count > widest
            write(text, row, column, isLong ? formats.long : column == 0 ? nil : formats.beside)
            if isLong { return Self.lines(of: text, width: widest) }
        }
        return 1
    }

    private mutating func write(
        _ number: Double, _ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) {
        guard number.isFinite else { return }
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

/// How cells of a workbook look that are not plain.
struct SheetFormats {
    let head: UnsafeMutablePointer<lxw_format>?
    /// Goes on below itself where its column ends.
    let long: UnsafeMutablePointer<lxw_format>?
    /// Beside a long one: at its top, too.
    let plain: UnsafeMutablePointer<lxw_format>?
    /// Not against the number at its left.
    let beside: UnsafeMutablePointer<lxw_format>?
    /// Of numbers with a sign before them, which is none of the number.
    let marks: MarkFormats

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        marks = MarkFormats(workbook)
        head = workbook_add_format(workbook)
        long = workbook_add_format(workbook)
        plain = workbook_add_format(workbook)
        beside = workbook_add_format(workbook)
        format_set_bold(head)
        format_set_indent(beside, 1)
        for format in [head, long] { format_set_text_wrap(format) }
        for format in [head, long, plain] {
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
    }
}

/// Formats of numbers that show how they stand to the true one, as the pages do.
struct MarkFormats {
    private let about, atLeast, atMost: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        func format(_ sign: String) -> UnsafeMutablePointer<lxw_format>? {
            let format = workbook_add_format(workbook)
            format_set_num_format(format, "\"\(sign)\"\u{A0}General")
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            return format
        }
        (about, atLeast, atMost) = (format("±"), format("≥"), format("≤"))
    }

    subscript(mark: Sheet.Mark) -> UnsafeMutablePointer<lxw_format>? {
        switch mark {
        case .about: about
        case .atLeast: atLeast
        case .atMost: atMost
        }
    }
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
