/// Rows and cells of delimited text as spreadsheets write it: `;`, `,` or tab, quotes doubled inside quotes.
public struct Table: Sendable {
    public struct Row: Equatable, Sendable {
        /// Counted from 1, as an editor shows it.
        public let line: Int
        public let cells: [String]
    }

    public let rows: [Row]

    public init(_ text: String) {
        let bytes = Array(text.utf8)
        let told = Self.toldDelimiter(of: bytes)
        var reading = Reading(delimiter: told ?? Self.delimiter(of: bytes), isTold: told != nil)
        for byte in bytes { reading.take(byte) }
        reading.endRow()
        rows = reading.rows
    }

    /// A first line such as "sep=;", by which spreadsheets tell each other.
    private static func toldDelimiter(of bytes: [UInt8]) -> UInt8? {
        let first = bytes.prefix { $0 != 10 && $0 != 13 }
        return first.count == 5 && first.starts(with: Array("sep=".utf8)) ? first[4] : nil
    }

    /// The sign that stands most often in the first line.
    private static func delimiter(of bytes: [UInt8]) -> UInt8 {
        let first = bytes.prefix { $0 != 10 && $0 != 13 }
        let signs: [UInt8] = [59, 44, 9]
        func count(_ sign: UInt8) -> Int { first.count { $0 == sign } }
        return signs.max { count($0) < count($1) } ?? 59
    }

    private struct Reading {
        let delimiter: UInt8
        var rows: [Row] = []
        private var cells: [String] = []
        private var cell: [UInt8] = []
        private var isQuoted = false
        private var mayCloseQuote = false
        private var line = 1
        private var rowLine = 1
        private var afterReturn = false
        /// Whether the first line tells the delimiter, and is no row.
        private var isTold: Bool

        init(delimiter: UInt8, isTold: Bool) {
            self.delimiter = delimiter
            self.isTold = isTold
        }

        mutating func take(_ byte: UInt8) {
            defer { afterReturn = byte == 13 }
            if byte == 10 && afterReturn && !isQuoted { return }
            if isQuoted && !(mayCloseQuote && byte != 34) { return takeQuoted(byte) }
            if mayCloseQuote { (isQuoted, mayCloseQuote) = (false, false) }
            switch byte {
            case 34 where cell.isEmpty: isQuoted = true
            case delimiter: endCell()
            case 10, 13: endRow(); line += 1; rowLine = line
            default: cell.append(byte)
            }
        }

        private mutating func takeQuoted(_ byte: UInt8) {
            if byte == 10 { line += 1 }
            if byte == 34 && !mayCloseQuote { mayCloseQuote = true; return }
            mayCloseQuote = false
            cell.append(byte)
        }

        private mutating func endCell() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }

        mutating func endRow() {
            (isQuoted, mayCloseQuote) = (false, false)
            endCell()
            defer { isTold = false }
            if !isTold, !cells.allSatisfy({ $0.trimmed.isEmpty }) { rows.append(Row(line: rowLine, cells: cells)) }
            cells.removeAll(keepingCapacity: true)
        }
    }
}

extension StringProtocol {
    /// Without the white space around it.
    public var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
