import Files

/// Which rows of a file were seen, and where they stand in it, to notice what stands there more than once.
struct SeenRows {
    /// Of each row as it stands in the file, with what is between its cells; 0 for an empty one.
    private(set) var wholes: [UInt64] = []
    /// The same without the first cell, where programs number the rows.
    private(set) var tails: [UInt64] = []
    /// Where each begins. No file is larger than this can say.
    private var starts: [UInt32] = []

    mutating func add(_ cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) {
        guard let first = cells.first, let last = cells.last else {
            wholes.append(0)
            tails.append(0)
            return starts.append(0)
        }
        let tail = cells.count > 1 ? Self.hash(first.end..<last.end, in: text) : 0
        wholes.append(Self.hash(first.start..<first.end, in: text, after: tail))
        tails.append(tail)
        let isQuoted = first.start > 0 && text[first.start - 1] == UInt8(ascii: "\"")
        starts.append(UInt32(first.start - (isQuoted ? 1 : 0)))
    }

    /// The text from where a row begins.
    func text(from row: Int, of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[Int(starts[row])...])
    }

    /// Forgets rows, as those behind them move up.
    mutating func drop(_ gone: Set<Int>) {
        guard var kept = gone.min() else { return }
        for row in kept..<wholes.count where !gone.contains(row) {
            (wholes[kept], tails[kept], starts[kept]) = (wholes[row], tails[row], starts[row])
            kept += 1
        }
        let rest = wholes.count - kept
        wholes.removeLast(rest)
        tails.removeLast(rest)
        starts.removeLast(rest)
    }

    /// Of the cells as they stand in the file, with what is between them.
    static func hash(of cells: ArraySlice<CellRows.Cell>, in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let first = cells.first, let last = cells.last else { return 0 }
        return hash(first.start..<last.end, in: text)
    }

    /// FNV-1a: only whether rows are equal matters, and nobody gains by making two alike.
    static func hash(
        _ places: Range<Int>, in text: UnsafeBufferPointer<UInt8>, after start: UInt64 = 0
    ) -> UInt64 {
        var hash = start ^ 0xCBF2_9CE4_8422_2325
        for place in places { hash = (hash ^ UInt64(text[place])) &* 0x100_0000_01B3 }
        return hash
    }
}
