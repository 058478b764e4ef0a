import Core
import Testing

@Suite struct UnitsFileTests {
    private func read(_ text: String) throws(Problems) -> UnitsFile {
        try UnitsFile(Array(text.utf8), name: "units.csv")
    }

    private func problems(in text: String) -> [Problem] {
        do { _ = try read(text) } catch { return error.all }
        return []
    }

    @Test(arguments: [";", ",", "\t"])
    func `a file may have any of three delimiters, and either order of columns`(sign: String) throws {
        let file = try read("headcount\(sign)path\r\n34\(sign)Zorg > Lindehof\r\n0\(sign)\"Keuken\"\r\n")
        #expect(
            file.lines == [.init(path: ["Zorg", "Lindehof"], headcount: 34), .init(path: ["Keuken"], headcount: 0)])
        #expect(file.remarks.isEmpty)
    }

    @Test func `what a spreadsheet adds does no harm, and Dutch headings are read`() throws {
        let file = try read("sep=;\r\nTeam;Aantal;;\r\nZorg > Lindehof;34;;\r\n;;;\r\nKeuken;5;;\r\n")
        #expect(file.lines.map(\.headcount) == [34, 5])
        #expect(problems(in: "path;headcount\nZorg;3;nog iets\n").map(\.key) == ["units.cells_are_missing"])
        #expect(problems(in: "path;team\nZorg;3\n").map(\.key) == ["units.columns_are_wrong"])
    }

    @Test func `a list that Weefsel wrote is read back, without what was archived`() throws {
        let text = """
            path,headcount,id,parent_id,archived_on
            Zorg,3,0a,,
            Zorg > Oud,5,0b,0a,2026-01-31
            '=Keuken,5,0c,,
            'Nacht,2,0d,,
            """
        let file = try read(text)
        #expect(
            file.lines == [
                .init(path: ["Zorg"], headcount: 3), .init(path: ["=Keuken"], headcount: 5),
                .init(path: ["'Nacht"], headcount: 2),
            ])
        #expect(problems(in: "path,headcount,id\nZorg,3,0a\n").map(\.key) == ["units.columns_are_wrong"])
    }

    @Test func `a workbook or a photo is no list, and nothing of it is shown`() {
        let workbook: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0]
        #expect(throws: Problems(Problem("units.file_is_no_text", file: "u.xlsx"))) {
            try UnitsFile(workbook, name: "u.xlsx")
        }
    }

    @Test func `an old encoding is read, and said`() throws {
        let bytes = Array("path;headcount\nCaf".utf8) + [0xE9, 0x20, 0x80] + Array(";12\n".utf8)
        let file = try UnitsFile(bytes, name: "units.csv")
        #expect(file.lines.first?.path == ["Café €"])
        #expect(file.remarks.map(\.key) == ["units.file_is_cp1252"])
    }

    @Test func `a mark at the start of the file is no part of the first heading`() throws {
        #expect(try read("\u{FEFF}path;headcount\nZorg;12").lines.count == 1)
    }

    @Test func `each wrong line is named`() {
        let found = problems(in: "path;headcount\nZorg;-1\nNacht;veel\nZorg;3\n > ;4\nKeuken\n")
        #expect(found.map(\.line) == [2, 3, 4, 5, 6])
        #expect(
            found.map(\.key) == [
                "units.headcount_is_no_number", "units.headcount_is_no_number", "units.path_is_twice",
                "units.path_is_empty", "units.cells_are_missing",
            ])
        #expect(found[2].values["first"] == "2")
    }

    @Test func `two lines that differ in case are the same unit`() {
        #expect(problems(in: "path;headcount\nZorg;1\nzorg;2").map(\.key) == ["units.path_is_twice"])
    }

    @Test func `wrong columns are one problem, however many there are`() {
        let wide = (1...300).map { "k\($0)" }.joined(separator: ";")
        let found = problems(in: wide + "\n" + wide)
        #expect(found.map(\.key) == ["units.columns_are_wrong"])
        #expect(found[0].values["count"] == "300")
        #expect(problems(in: "afdeling;aantal\nZorg;1").map(\.key) == ["units.columns_are_wrong"])
    }

    @Test(arguments: ["", "path;headcount\n", "\n\n"])
    func `a file without units says so`(text: String) {
        #expect(problems(in: text).map(\.key) == ["units.file_is_empty"])
    }

    @Test func `a file that is too large is refused unread`() {
        let large = [UInt8](repeating: 65, count: UnitsFile.largest + 1)
        #expect(throws: Problems(Problem("units.file_is_too_large", file: "u"))) { try UnitsFile(large, name: "u") }
    }

    @Test func `no bytes make the reader stop`() {
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            let bytes = (0..<60).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return Array("path;headcount\n\r\",>1é".utf8)[Int(state >> 33) % 22]
            }
            _ = try? UnitsFile(Array("path;headcount\n".utf8) + bytes, name: "u")
        }
    }
}
