import Files

/// Where a sheet is wider than a page its texts go on below themselves: with these widths its rows are the lowest.
struct ColumnFit {
    /// Texts are made narrower, words seldom.
    static let narrowest = 16
    /// So many rows tell enough of the others.
    private static let mostRows = 200
    /// How much a column gives to another at once.
    private static let steps = [1, 2, 4, 8]

    private let columns: [Int]
    /// How long the texts of these columns are.
    private let rows: [[Int]]

    init(_ columns: [Int], of sheet: Sheet) {
        self.columns = columns
        let every = max(1, sheet.rows.count / Self.mostRows)
        rows = stride(from: 0, to: sheet.rows.count, by: every).map { row in
            columns.map { sheet.rows[row][$0].length }
        }
    }

    /// - Parameters:
    ///   - natural: how wide each column would be.
    ///   - excess: how much they are too wide together.
    func widths(_ natural: [Int], less excess: Int) -> [Int] {
        var widths = natural
        for _ in 0..<excess {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest
            else { break }
            widths[widest] -= 1
        }
        while let better = better(widths, natural) { widths = better }
        return widths
    }

    /// The first exchange that makes the sheet lower; nil where none does.
    private func better(_ widths: [Int], _ natural: [Int]) -> [Int]? {
        let height = height(widths)
        for step in Self.steps {
            for (giver, taker) in widths.indices.flatMap({ giver in widths.indices.map { (giver, $0) } }) {
                guard giver != taker, widths[giver] - step >= Self.narrowest, widths[taker] + step <= natural[taker]
                else { continue }
                var tried = widths
                tried[giver] -= step
                tried[taker] += step
                if self.height(tried) < height { return tried }
            }
        }
        return nil
    }

    private func height(_ widths: [Int]) -> Int {
        rows.reduce(0) { sum, lengths in
            var most = 1
            for (length, width) in zip(lengths, widths) where length >= width {
                // Words leave some room at the end of lines that go on.
                most = max(most, (length + width + 1) / (width - 2))
            }
            return sum + most
        }
    }
}

extension Sheet.Value {
    fileprivate var length: Int { if case .text(let text) = self { text.utf8.count } else { 0 } }
}
