import Files
import Foundation
import Testing

@Suite struct `Workbooks that other programs wrote` {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    private func workbook(_ program: String) throws -> WorkbookFile {
        try WorkbookFile([UInt8](Data(contentsOf: Self.root.appending(path: "Exports/workbooks/\(program).xlsx"))))
    }

    private func rows(_ workbook: WorkbookFile, _ page: Int) throws -> [WorkbookRows.Row] {
        var (rows, found) = (try workbook.rows(of: workbook.pages[page]), [WorkbookRows.Row]())
        while let row = try rows.next() { found.append(row) }
        return found
    }

    @Test(arguments: ["openpyxl", "libreoffice"])
    func `rows are what a person sees in them: days, numbers as they were typed, texts with bold letters`(
        program: String
    ) throws {
        let rows = try rows(try workbook(program), 0)
        #expect(rows.map(\.number) == [1, 3, 4, 5, 6, 7])
        #expect(rows[0].cells.filter { !$0.isEmpty } == ["Personeelslijst De Linde"])
        #expect(rows[1].cells.prefix(6) == ["Nummer", "Naam", "E-mail", "Team", "In dienst", "Fte"])
        #expect(
            rows[2].cells.prefix(6) == ["0001", "Ada van Dijk", "ada@linde.example", "Keuken", "2019-03-01", "0.8"])
        #expect(rows[3].cells.prefix(6) == ["1042", "Noël Çelik-O’Brien", "", "Team Zuid", "1998-02-28", "1"])
        #expect(rows[4].cells[1...3] == ["Bo Groen", " bo@linde.example ", "Team \"Oost\" & <West>"])
        #expect(rows[4].cells[4...5] == ["2026-11-05 08:30", "0.3"])
        #expect(rows[5].cells[3] == "Nacht\n(dienst)")
        #expect(rows[5].cells[4] == "1900-03-01")
    }

    @Test(arguments: ["openpyxl", "libreoffice"])
    func `what is hidden says so`(program: String) throws {
        let workbook = try workbook(program)
        #expect(workbook.pages.map(\.name) == ["Personeel", "Oud", "Leeg"])
        #expect(workbook.pages.map(\.isHidden) == [false, true, false])
        #expect(try rows(workbook, 0).filter(\.isHidden).map(\.number) == [6])
        #expect(try rows(workbook, 1).map(\.cells) == [["", "", "hier"]])
        #expect(try rows(workbook, 2).isEmpty)
    }

    @Test func `of a formula the result counts that its program kept`() throws {
        let rows = try rows(try workbook("libreoffice"), 0)
        #expect(rows[2].cells[6] == "28.8")
        #expect(rows[3].cells[6] == "36")
    }
}
