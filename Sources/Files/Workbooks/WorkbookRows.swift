/// The rows of a page of a workbook, with the number that each bears there.
public struct WorkbookRows {
    public struct Row: Equatable, Sendable {
        /// As the program shows it, from 1.
        public let number: Int
        public let cells: [String]
        /// Hidden by hand or by a filter.
        public let isHidden: Bool
    }

    /// Cells of one column that were made one: what stands in the first is of all of them.
    public struct Joined: Equatable, Sendable {
        public let column: Int
        public let rows: ClosedRange<Int>
    }

    private let markup: MarkupReader
    private let texts: [String]
    private let formats: CellFormats
    private var number = 0

    /// So many columns a page may have.
    public static let mostColumns = 1_000
    /// Rows are counted by their numbers: programs write none for empty ones.
    static let mostRows = 1_048_576
    static let mostJoined = 100_000

    init(_ markup: MarkupReader, _ texts: [String], _ formats: CellFormats) {
        (self.markup, self.texts, self.formats) = (markup, texts, formats)
    }

    /// The next row with anything in it; nil at the end.
    public mutating func next() throws(WorkbookFault) -> Row? {
        while true {
            switch try markup.next() {
            case .end, .close("sheetData"): return nil
            case .open("row"):
                let own = markup.attribute("r").flatMap { Int($0) }
                number = own ?? number + 1
                guard (1...Self.mostRows).contains(number) else { throw .isBroken }
                let isHidden = ["1", "true"].contains(markup.attribute("hidden") ?? "")
                let cells = try cells()
                if cells.contains(where: { !$0.isEmpty }) {
                    return Row(number: number, cells: cells, isHidden: isHidden)
                }
            default: continue
            }
        }
    }

    /// Those that stand below one another, after the last row: there a workbook names them.
    public func joined() throws(WorkbookFault) -> [Joined] {
        var joined: [Joined] = []
        while true {
            switch try markup.next() {
            case .end: return joined
            case .open("mergeCell"):
                guard let found = markup.attribute("ref").flatMap(Self.joined) else { continue }
                guard joined.count < Self.mostJoined else { throw .isTooLarge }
                joined.append(found)
            default: continue
            }
        }
    }

    private static func joined(_ corners: String) -> Joined? {
        let corners = corners.split(separator: ":").map(String.init)
        guard corners.count == 2, let column = column(of: corners[0]), column < mostColumns,
            let first = row(of: corners[0]), let last = row(of: corners[1]), first < last
        else { return nil }
        return Joined(column: column, rows: first...last)
    }

    private func cells() throws(WorkbookFault) -> [String] {
        var cells: [String] = []
        while true {
            switch try markup.next() {
            case .end: throw .isBroken
            case .close("row"): return cells
            case .open("c"):
                let column = markup.attribute("r").flatMap(Self.column) ?? cells.count
                guard column >= cells.count, column < Self.mostColumns else {
                    throw column >= Self.mostColumns ? .isTooLarge : .isBroken
                }
                cells += Array(repeating: "", count: column - cells.count)
                cells.append(try cell(markup.attribute("t") ?? "n", style: markup.attribute("s").flatMap { Int($0) }))
            default: continue
            }
        }
    }

    private func cell(_ kind: String, style: Int?) throws(WorkbookFault) -> String {
        var (value, inline, isValue) = ("", CellText(), false)
        while true {
            let event = try markup.next()
            switch event {
            case .end: throw .isBroken
            case .close("c"): return try text(value, inline.whole, kind, style)
            case .open("v"): isValue = true
            case .close("v"): isValue = false
            case .text(let more) where isValue:
                value += more
                guard value.utf8.count <= CellText.mostBytes else { throw .isTooLarge }
            default: try inline.take(event)
            }
        }
    }

    private func text(_ value: String, _ inline: String, _ kind: String, _ style: Int?) throws(WorkbookFault) -> String
    {
        switch kind {
        case "s":
            guard !value.isEmpty else { return "" }
            guard let place = Int(value), texts.indices.contains(place) else { throw .isBroken }
            return texts[place]
        case "inlineStr": return inline
        case "b": return value
        case "str", "d", "e": return value
        default: return value.isEmpty ? "" : formats.text(of: value, style: style)
        }
    }

    private static func row(of place: String) -> Int? {
        Int(place.drop { $0.isLetter }).flatMap { (1...mostRows).contains($0) ? $0 : nil }
    }

    /// "C7" stands in column 2.
    private static func column(of place: String) -> Int? {
        let letters = place.utf8.prefix { (65...90).contains($0) || (97...122).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1 & 0x1F) } - 1
    }
}
