import Foundation
import Testing

@testable import Core

@Suite struct `Lists of people as programs write them` {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func table(_ text: String) throws -> StaffTable { try StaffTable(Array(text.utf8), name: "p.csv", .real) }

    private func problem(_ bytes: [UInt8]) -> String? {
        do { _ = try StaffTable(bytes, name: "p", .real) } catch { return error.all.first?.key }
        return nil
    }

    @Test func `headings stand below titles, and may be printed again on every page`() throws {
        let table = try table(
            """
            Personeelslijst;;;
            Peildatum;1-11-2026;;
            ;Persoon;;Werk
            Persnr;Naam;E-mail;Team
            0042;Ada;ada@linde.example;Zuid
            Persnr;Naam;E-mail;Team
            0043;Bo;;Noord
            """)
        #expect(table.headings == ["Persnr", "Naam", "E-mail", "Team"])
        #expect(table.rows.map(\.line) == [5, 7])
        #expect(
            table.rows.map(\.cells) == [["0042", "Ada", "ada@linde.example", "Zuid"], ["0043", "Bo", "", "Noord"]])
    }

    @Test(arguments: [
        ("BSN", RefusedColumn.numberOfTheState), ("Burgerservicenummer", .numberOfTheState),
        ("Geb.datum", .birth), ("Geboortedatum", .birth), ("Date of birth", .birth), ("Leeftijd", .birth),
        ("Ziekteverzuim %", .health), ("Arbeidsongeschikt?", .health), ("Sick days", .health),
        ("Reden uit dienst", .reason), ("Reason for leaving", .reason),
    ])
    func `a column that an employer needs not is left out by its heading`(heading: String, why: RefusedColumn) throws {
        let table = try table("Naam;\(heading);Team\nAda;zegt niemand iets;Zuid\n")
        #expect(table.headings == ["Naam", "Team"])
        #expect(table.rows.map(\.cells) == [["Ada", "Zuid"]])
        #expect(table.refused == [.init(heading: heading, why: why)])
    }

    @Test(arguments: ["Teamleider", "Redenaar", "Agenda", "Manager", "Zorgteam", "Verantwoordelijke"])
    func `a heading that only looks like one stays`(heading: String) throws {
        #expect(try table("Naam;\(heading)\nAda;x\n").refused.isEmpty)
    }

    @Test func `numbers of the state are found where half of the filled cells are such, whatever they are called`()
        throws
    {
        let table = try table("Nr;Naam;Team\n123456782;Ada;Zuid\n7;Bo;Zuid\n;Cas;Zuid\n")
        #expect(table.refused == [.init(heading: "Nr", why: .numberOfTheState)])
        let other = try self.table("Nr;Naam;Team\n123456782;Ada;Zuid\n7;Bo;Zuid\n8;Cas;Zuid\n")
        #expect(other.refused.isEmpty)
    }

    @Test(arguments: ["openpyxl", "libreoffice"])
    func `of a workbook the page is read that looks like a list of people, and what is hidden is told`(
        program: String
    ) throws {
        let file = Self.root.appending(path: "Exports/workbooks/\(program).xlsx")
        let table = try StaffTable([UInt8](Data(contentsOf: file)), name: "p.xlsx", .real)
        #expect(table.headings == ["Nummer", "Naam", "E-mail", "Team", "In dienst", "Fte", "Uren"])
        #expect(table.rows.map { $0.cells[1] } == ["Ada van Dijk", "Noël Çelik-O’Brien", "Bo Groen", "Dee Zwart"])
        #expect(table.rows.map(\.line) == [4, 5, 6, 7])
        #expect(table.remarks.map(\.key) == ["staff.page_is_read", "staff.rows_are_hidden"])
    }

    @Test func `old letters are read, and told`() throws {
        let table = try StaffTable(Array("Naam;Team\nNo".utf8) + [0xEB] + Array("l;Zuid\n".utf8), name: "p.csv", .real)
        #expect(table.rows.map(\.cells) == [["Noël", "Zuid"]])
        #expect(table.remarks.map(\.key) == ["staff.file_is_cp1252"])
    }

    @Test func `what is no list says what to do`() {
        #expect(problem([]) == "staff.file_is_empty")
        #expect(problem(Array("Naam;Team\n".utf8)) == "staff.file_is_empty")
        #expect(problem([0x89, 0x50, 0x4E, 0x47, 0, 0, 0]) == "staff.file_is_no_list")
        #expect(problem(Array("Naam;Team\n\"Ada;Zuid\n".utf8)) == "staff.quote_never_closes")
        #expect(problem([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]) == "staff.workbook_is_broken")
        #expect(problem([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]) == "staff.workbook_is_old")
    }

    @Test func `four hundred columns are as good as four`() throws {
        let more = (0..<400).map { "Kolom \($0)" }.joined(separator: ";")
        let table = try table("Naam;\(more);Team\nAda;\(more);Zuid\n")
        let columns = StaffColumns(table.headings, .real)
        #expect(columns.places == [.name: 0, .team: 401])
    }
}
