import Files

/// Where the headings stand, and what a repetition of them looks like.
struct HeadingRow {
    let line: Int
    let width: Int
    private let hash: UInt64

    init(line: Int, _ cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) {
        (self.line, width) = (line, cells.count)
        hash = SeenRows.hash(of: cells.dropFirst(), in: text)
    }

    /// In the first cell stands the mark of the file that was put behind another.
    func isRepeated(by cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        cells.count == width && width > 1 && SeenRows.hash(of: cells.dropFirst(), in: text) == hash
    }
}
