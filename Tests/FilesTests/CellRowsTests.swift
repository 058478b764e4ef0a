import Files
import Testing

@Suite struct `Rows of delimited text` {
    private func read(_ text: String, _ sign: Character = ";") throws(TextFileFault) -> [[String]] {
        try Array(text.utf8).withUnsafeBufferPointer { text throws(TextFileFault) in
            var reading = CellRows(text, delimiter: sign.asciiValue ?? 0)
            var rows: [[String]] = []
            while let row = try reading.next() { rows.append(row.cells.map { $0.text(in: text) }) }
            return rows
        }
    }

    private func lines(_ text: String) throws -> [Int] {
        try Array(text.utf8).withUnsafeBufferPointer { text in
            var reading = CellRows(text, delimiter: 59)
            var lines: [Int] = []
            while let row = try reading.next() { lines.append(row.line) }
            return lines
        }
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `lines end in three ways, and the last needs no end`(end: String) throws {
        #expect(try read("a;b\(end)1;2\(end)\(end)3;4") == [["a", "b"], ["1", "2"], ["3", "4"]])
        #expect(try lines("a;b\(end)1;2\(end)\(end)3;4") == [1, 2, 4])
    }

    @Test func `a cell in quotes holds delimiters, ends of lines and doubled quotes`() throws {
        #expect(
            try read("\"a;b\";\"c\nd\r\ne\";\"f\"\"g\"\"\"\n1;2;3") == [
                ["a;b", "c\nd\r\ne", "f\"g\""], ["1", "2", "3"],
            ])
        #expect(try lines("\"c\nd\r\ne\";1\n2;3") == [1, 4])
    }

    @Test func `a quote within a cell, and a backslash at its end, are letters`() throws {
        #expect(try read("5\" buis;a\\\n\"b\\\";c") == [["5\" buis", "a\\"], ["b\\", "c"]])
    }

    @Test func `empty cells stay where they are`() throws {
        #expect(try read(";a;;b;\n\"\";;\n;;;;") == [["", "a", "", "b", ""], ["", "", ""], ["", "", "", "", ""]])
        #expect(try read("a;") == [["a", ""]])
        #expect(try read("") == [])
    }

    @Test func `spaces behind a quote are no text`() throws {
        #expect(try read("\"a\" ;b") == [["a", "b"]])
    }

    @Test func `a quote without an end is told by the line where it opens`() {
        #expect(throws: TextFileFault.quoteNeverCloses(line: 2)) { try read("a;b\n1;\"2\n3;4\n") }
        #expect(throws: TextFileFault.textBehindQuote(line: 2)) { try read("a;b\n1;\"2\n3;\"4\n") }
    }

    @Test(arguments: [("a;b,c;d\n1;2,5;3\n", ";"), ("a,b\n1,2\n", ","), ("a\tb;c\n1\t2\n", "\t"), ("a|b\n1|2", "|")])
    func `the delimiter is what cuts every row alike`(text: String, sign: String) {
        let found = Array(text.utf8).withUnsafeBufferPointer { Delimiter.guessed(in: $0) }
        #expect(found == sign.utf8.first)
    }

    @Test func `texts with many of another sign do not mislead`() {
        let text = "id,reden,x\n1,a;b;c;d;e;f,2\n2,\"g;h,i\",3\n3,j;k,4\n"
        #expect(Array(text.utf8).withUnsafeBufferPointer { Delimiter.guessed(in: $0) } == UInt8(ascii: ","))
    }

    @Test func `a spreadsheet may tell the delimiter in the first line`() throws {
        let text = Array("sep=,\r\na,b\n".utf8)
        let told = text.withUnsafeBufferPointer { Delimiter.told(in: $0) }
        #expect(told?.sign == UInt8(ascii: ",") && told?.rowsFrom == 7)
    }

    @Test func `no bytes make the reader stop`() {
        var state: UInt64 = 11
        for _ in 0..<5_000 {
            let bytes = (0..<80).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return Array("a;,\t|\"\"\r\n\\=1".utf8)[Int(state >> 33) % 12]
            }
            let cells = bytes.withUnsafeBufferPointer { text in
                var rows = CellRows(text, delimiter: Delimiter.guessed(in: text))
                var count = 0
                while let row = try? rows.next() {
                    count += row.cells.map { $0.text(in: text).utf8.count }.reduce(0, +)
                }
                return count
            }
            #expect(cells <= bytes.count)
        }
    }
}
