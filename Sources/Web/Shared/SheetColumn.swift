import Files

/// What a column of a sheet looks like, seen from all that stands in it: its width, and how many decimals its numbers have.
struct SheetColumn {
    private(set) var width = 8
    /// As many as the number with most of them needs, two at most.
    private(set) var decimals = 0
    /// How long its longest text is.
    private var longest = 0
    /// Whether it is folded away, so that its texts make no row higher.
    private let isAside: Bool

    private static let widest = 60
    private static let mostDecimals = 2

    /// A head goes on below itself, so that a column of numbers is not as wide as its head.
    static func all(of sheet: Sheet) -> [SheetColumn] {
        let printed = sheet.heads.count - sheet.aside
        var columns = sheet.heads.indices.map {
            SheetColumn(decimals: $0 < sheet.decimals.count ? sheet.decimals[$0] : 0, isAside: $0 >= printed)
        }
        for row in sheet.rows {
            for place in columns.indices where place < row.count { columns[place].look(at: row[place]) }
        }
        for (place, head) in sheet.heads.enumerated() {
            let words = place < printed ? head.split(separator: " ").map(\.utf8.count) : [head.utf8.count]
            let longest = max(columns[place].longest, words.max() ?? 0)
            columns[place].width = min(max(longest + 2, 8), widest)
        }
        narrow(&columns, of: sheet)
        return columns
    }

    /// Some texts go on below themselves where not all that is printed lies on one page.
    private static func narrow(_ columns: inout [SheetColumn], of sheet: Sheet) {
        let printed = columns.prefix(columns.count - sheet.aside)
        let excess = SheetOnPaper.excess(of: printed.map(\.width))
        let texts = printed.indices.filter { columns[$0].isText && columns[$0].width > ColumnFit.narrowest }
        guard excess > 0, !texts.isEmpty else { return }
        let widths = ColumnFit(texts, of: sheet).widths(texts.map { columns[$0].width }, less: excess)
        for (place, width) in zip(texts, widths) { columns[place].width = width }
    }

    private init(decimals: Int, isAside: Bool) { (self.decimals, self.isAside) = (decimals, isAside) }

    /// Whether its width comes from a text and not from its head.
    private var isText: Bool { longest + 2 >= width }

    /// How many lines a text takes.
    func lines(of text: String) -> Int {
        let room = width - 1
        guard !isAside, text.utf8.count > room else { return 1 }
        var (lines, taken) = (1, 0)
        for word in text.utf8.split(separator: UInt8(ascii: " ")) {
            if taken > 0, taken + word.count > room { (lines, taken) = (lines + 1, 0) }
            lines += max(0, word.count - 1) / room
            taken += word.count + 1
        }
        return lines
    }

    private mutating func look(at value: Sheet.Value) {
        switch value {
        case .text(let text): longest = max(longest, text.utf8.count)
        case .number(let number), .marked(let number, _):
            guard decimals < Self.mostDecimals else { return }
            decimals = max(decimals, Self.decimals(of: number))
        case .nothing: break
        }
    }

    private static func decimals(of number: Double) -> Int {
        if number.rounded() == number || !number.isFinite { return 0 }
        let tenths = number * 10
        return abs(tenths - tenths.rounded()) < 1e-6 ? 1 : mostDecimals
    }
}
