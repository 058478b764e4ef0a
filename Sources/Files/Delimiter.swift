/// The sign between the cells of a text.
public enum Delimiter {
    /// Where several would do, the first is taken.
    private static let signs: [UInt8] = Array(";\t,|".utf8)
    private static let sample = 64

    /// What a first line such as "sep=;" tells, by which spreadsheets tell each other, and where the rows begin.
    public static func told(in text: UnsafeBufferPointer<UInt8>) -> (sign: UInt8, rowsFrom: Int)? {
        let first = text.prefix { $0 != 10 && $0 != 13 }
        guard first.count == 5, first.starts(with: Array("sep=".utf8)) else { return nil }
        var next = 5
        if next < text.count, text[next] == 13 { next += 1 }
        if next < text.count, text[next] == 10 { next += 1 }
        return (first[4], next)
    }

    /// The sign that cuts the first rows into the most cells, as many in each.
    public static func guessed(in text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var (best, most) = (signs[0], 0.0)
        for sign in signs {
            let score = score(of: sign, in: text)
            if score > most { (best, most) = (sign, score) }
        }
        return best
    }

    /// Cells of the first row, times the share of rows that have as many; with one cell it cuts nothing.
    private static func score(of sign: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Double {
        var rows = CellRows(text, delimiter: sign)
        var counts: [Int] = []
        while counts.count < sample, let row = try? rows.next() { counts.append(row.cells.count) }
        let usual = Dictionary(grouping: counts) { $0 }.filter { $0.key > 1 }
            .max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
        guard let usual, !counts.isEmpty else { return 0 }
        return Double(usual.key) * Double(usual.value.count) / Double(counts.count)
    }
}
