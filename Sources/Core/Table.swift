public import Files

/// Rows and cells of delimited text as spreadsheets write it: `;`, `,` or tab, quotes doubled inside quotes.
public struct Table: Sendable {
    public struct Row: Equatable, Sendable {
        /// Counted from 1, as an editor shows it.
        public let line: Int
        public let cells: [String]
    }

    public let rows: [Row]

    public init(_ text: String) throws(TextFileFault) {
        let bytes = Array(text.utf8)
        let read: Result<[Row], TextFileFault> = bytes.withUnsafeBufferPointer { text in
            Result { () throws(TextFileFault) in try Self.rows(of: text) }
        }
        rows = try read.get()
    }

    private static func rows(of text: UnsafeBufferPointer<UInt8>) throws(TextFileFault) -> [Row] {
        let told = Delimiter.told(in: text)
        var reading = CellRows(text, delimiter: told?.sign ?? Delimiter.guessed(in: text), from: told?.rowsFrom ?? 0)
        var rows: [Row] = []
        while let (line, cells) = try reading.next() {
            let cells = cells.map { $0.text(in: text) }
            if !cells.allSatisfy(\.trimmed.isEmpty) { rows.append(Row(line: line, cells: cells)) }
        }
        return rows
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
