import CXlsxWriter
import Files

/// Writes one sheet of a workbook.
struct SheetWriting {
    /// Of a sheet, with its heads.
    static let mostRows = 1_048_576
    /// A cell holds no longer text.
    private static let mostUnits = 32_767
    private static let widths = 8...60

    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let heads: UnsafeMutablePointer<lxw_format>?
    /// How long the longest text of each column is.
    private var longest: [Int] = []
    private var isWhole = true

    init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, heads: UnsafeMutablePointer<lxw_format>?) {
        (self.worksheet, self.heads) = (worksheet, heads)
    }

    /// - Returns: whether every cell was taken.
    mutating func write(_ sheet: Sheet) -> Bool {
        longest = sheet.heads.map(\.utf8.count)
        for (column, head) in sheet.heads.enumerated() { write(head, 0, column, heads) }
        for (row, values) in sheet.rows.enumerated() {
            for (column, value) in values.enumerated() { write(value, row + 1, column) }
        }
        for (column, length) in longest.enumerated() {
            let width = min(max(length + 2, Self.widths.lowerBound), Self.widths.upperBound)
            note(worksheet_set_column(worksheet, UInt16(column), UInt16(column), Double(width), nil))
        }
        worksheet_freeze_panes(worksheet, 1, 0)
        return isWhole
    }

    private mutating func write(_ value: Sheet.Value, _ row: Int, _ column: Int) {
        switch value {
        case .nothing: break
        case .number(let number):
            guard number.isFinite else { return }
            note(worksheet_write_number(worksheet, UInt32(row), UInt16(column), number, nil))
        case .text(let text):
            if column < longest.count { longest[column] = max(longest[column], text.utf8.count) }
            write(text, row, column, nil)
        }
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
