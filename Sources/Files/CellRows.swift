/// Delimited text in UTF-8 as rows of cells: a cell in quotes may hold the delimiter, ends of lines, and quotes doubled.
///
/// A quote within a cell that does not begin with one is a letter as any other. Rows without any letter are left out.
public struct CellRows {
    /// A cell where it stands in the text, without the quotes around it.
    public struct Cell: Sendable {
        /// Its first byte and the one behind its last.
        public let start: Int
        public let end: Int
        /// Whether quotes in it are doubled.
        let hasQuotes: Bool

        public var isEmpty: Bool { start == end }
    }

    private let text: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private var place: Int
    private var line = 1
    private var cells: [Cell] = []

    /// - Parameter start: where the first row begins.
    public init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from start: Int = 0) {
        self.text = text
        self.delimiter = delimiter
        place = start
        // A line that told the delimiter went before.
        line += text[..<start].count { $0 == 10 }
    }

    /// The next row: the line that it begins on, counted from 1 as an editor does, and its cells; nil at the end.
    public mutating func next() throws(TextFileFault) -> (line: Int, cells: [Cell])? {
        while place < text.count {
            let first = line
            cells.removeAll(keepingCapacity: true)
            try readRow()
            if cells.count > 1 || cells.contains(where: { !$0.isEmpty }) { return (first, cells) }
        }
        return nil
    }

    private mutating func readRow() throws(TextFileFault) {
        while true {
            let cell = place < text.count && text[place] == quote ? try quoted() : plain()
            cells.append(cell)
            guard place < text.count else { return }
            let byte = text[place]
            place += 1
            if byte == delimiter { continue }
            if byte == 13, place < text.count, text[place] == 10 { place += 1 }
            line += 1
            return
        }
    }

    private mutating func plain() -> Cell {
        let start = place
        var end = start
        while end < text.count {
            let byte = text[end]
            if byte == delimiter || byte == 10 || byte == 13 { break }
            end += 1
        }
        place = end
        return Cell(start: start, end: end, hasQuotes: false)
    }

    private mutating func quoted() throws(TextFileFault) -> Cell {
        let opened = line
        place += 1
        let start = place
        var hasQuotes = false
        while place < text.count {
            let byte = text[place]
            if byte == 10 { line += 1 }
            guard byte == quote else { place += 1; continue }
            guard place + 1 < text.count, text[place + 1] == quote else { break }
            hasQuotes = true
            place += 2
        }
        guard place < text.count else { throw .quoteNeverCloses(line: opened) }
        let cell = Cell(start: start, end: place, hasQuotes: hasQuotes)
        place += 1
        while place < text.count, text[place] == 32 { place += 1 }
        guard place == text.count || [delimiter, 10, 13].contains(text[place]) else {
            throw .textBehindQuote(line: opened)
        }
        return cell
    }

    private var quote: UInt8 { UInt8(ascii: "\"") }
}

extension CellRows.Cell {
    /// What stands in it.
    public func text(in whole: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: UnsafeBufferPointer(rebasing: whole[start..<end]), as: UTF8.self)
        return hasQuotes ? text.replacing("\"\"", with: "\"") : text
    }
}
