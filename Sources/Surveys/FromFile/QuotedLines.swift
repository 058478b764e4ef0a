import Files

/// A file of which each line is one cell in quotes, with what was the row in it: a spreadsheet that parts cells otherwise
/// opened and saved it so.
enum QuotedLines {
    private static let sample = 64
    private static let signs: Set<UInt8> = Set(Array(";\t,|".utf8))

    /// The rows as they were before; nil where the file is not so.
    static func unwrapped(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard bytes.first == UInt8(ascii: "\"") else { return nil }
        return bytes.withUnsafeBufferPointer { text in
            let sign = Delimiter.guessed(in: text)
            guard let some = lines(text, sign, upTo: sample), some.count > 1 else { return nil }
            return lines(text, sign, upTo: .max).map { lines in
                var (rows, last) = ([UInt8](), 1)
                for (line, row) in lines {
                    // So that problems name the lines as an editor does.
                    while last < line { rows.append(10); last += 1 }
                    rows += row.utf8
                    last += row.utf8.count { $0 == 10 }
                }
                rows.append(10)
                return rows
            }
        }
    }

    /// Nil where a row has more than its first cell, or that one holds no sign between cells.
    private static func lines(
        _ text: UnsafeBufferPointer<UInt8>, _ sign: UInt8, upTo most: Int
    ) -> [(line: Int, row: String)]? {
        var (rows, found) = (CellRows(text, delimiter: sign), [(line: Int, row: String)]())
        while found.count < most {
            guard let next = try? rows.next() else { break }
            let first = next.cells[0]
            guard first.start > 0, text[first.start - 1] == UInt8(ascii: "\""),
                next.cells.dropFirst().allSatisfy(\.isEmpty),
                text[first.start..<first.end].contains(where: signs.contains)
            else { return nil }
            found.append((next.line, first.text(in: text)))
        }
        return found
    }
}
