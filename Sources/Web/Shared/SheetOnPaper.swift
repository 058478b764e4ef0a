/// How a sheet is printed: letters of eleven points are never made smaller than seven.
struct SheetOnPaper {
    /// How wide its columns are, in letters.
    let widths: [Int]

    static let smallest = 0.64
    /// In inches.
    static let margin = 0.4
    /// Of A4 on its side, between the margins, in points.
    private static let room = 842 - 2 * 72 * margin
    /// Of a page, for columns that each page has.
    private static let mostRepeated = room / 4

    var isWide: Bool { smallest(widths) > Self.room }

    /// How many of the first columns stand on each page: at least one.
    var repeated: Int {
        let fitting = widths.indices.prefix { smallest(widths[...$0]) <= Self.mostRepeated }
        return max(1, fitting.count)
    }

    /// In points; a column has some room beside its letters, which are wider where a machine has not those of Excel.
    private func smallest(_ widths: some Sequence<Int>) -> Double {
        widths.reduce(0) { $0 + (Double($1) * 9 + 5) * 0.75 } * Self.smallest
    }
}
