import Core
import Forge
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Testing

/// Lists of staff as people and programs really send them, through the page.
@Suite struct OddListsTests {
    private func house() async throws -> (House, Visitor) {
        let house = try await House()
        return (house, try await house.visitor(.hr))
    }

    private func send(
        _ bytes: [UInt8], _ name: String, _ visitor: Visitor, _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        try await visitor.upload("/admin/members/file", SentFile("file", name: name, bytes), client)
    }

    /// What a list that is read would change.
    private func preview(
        _ bytes: [UInt8], _ name: String, _ visitor: Visitor, _ client: any TestClientProtocol
    ) async throws -> (path: String, text: String) {
        let answer = try await send(bytes, name, visitor, client)
        let path = try #require(answer.headers[.location], "\(answer.text)")
        return (path, try await visitor.get(path, client).text)
    }

    private func carryOut(
        _ list: (path: String, text: String), _ visitor: Visitor, _ client: any TestClientProtocol
    ) async throws {
        let shown = list.text.between("name=\"shown\" value=\"", "\"") ?? ""
        #expect(try await visitor.post("\(list.path)/members", [("shown", shown)], client).status == .seeOther)
    }

    /// Everybody, with the team of now and its first day.
    private func lines(_ house: House) async throws -> [String] {
        let tree = try await house.store.units(in: house.organisation.id)
        return try await house.store.allMembers(in: house.organisation.id).map { member in
            let work = member.places.map { "\(tree[$0.unit]?.name ?? "") \($0.from?.description ?? "")" }
            return ([member.number ?? "", member.name] + work).joined(separator: ",")
        }
    }

    private func row(_ number: Int, _ cells: String...) -> String {
        let letters = ["A", "B", "C", "D"]
        let told = zip(letters, cells).filter { !$0.1.isEmpty }.map { letter, cell in
            cell.first?.isNumber == true
                ? "<c r=\"\(letter)\(number)\"><v>\(cell)</v></c>"
                : "<c r=\"\(letter)\(number)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
        }
        return "<row r=\"\(number)\">\(told.joined())</row>"
    }

    private func workbook(_ rows: [String], merged: [String] = []) -> PackedFolderForge {
        let cells = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        return .workbook(
            sheet: "<worksheet><sheetData>\(rows.joined())</sheetData><mergeCells>\(cells)</mergeCells></worksheet>")
    }

    @Test func `merged cells, two rows of headings and days that are numbers are read as people see them`() async throws
    {
        let (house, hr) = try await house()
        let list = workbook(
            [
                row(1, "Nummer", "Naam", "Werk"), row(2, "", "", "Team", "In dienst"),
                row(3, "1", "Ada", "Zorg", "45901"), row(4, "2", "Bo", "", "46331"), row(5, "3", "Cas", "", "45901"),
                row(6, "4", "Dee", "Keuken", "2025-09-01"), row(7, "5", "Eef", "", ""),
            ], merged: ["A1:A2", "B1:B2", "C1:D1", "C3:C5"])
        try await house.test { client async throws in
            let read = try await preview(list.whole, "personeel.xlsx", hr, client)
            #expect(read.text.contains("5 nieuwe medewerkers") && read.text.contains("2 teams komen erbij"))
            #expect(!read.text.contains("klopt niet") && !read.text.contains("kloppen niet"), "\(read.text)")
            try await carryOut(read, hr, client)
        }
        #expect(
            try await lines(house) == [
                "1,Ada,Zorg 2025-09-01", "2,Bo,Zorg 2026-11-05", "3,Cas,Zorg 2025-09-01", "4,Dee,Keuken 2025-09-01",
                "5,Eef",
            ])
        #expect(try await house.headcount("Zorg") == 2)
    }

    @Test func `two people of one number are both left out, and the page says which`() async throws {
        let (house, hr) = try await house()
        let list = "nummer;naam\n7;Ada Zwart\n7;Bo Wit\n8;Cas Grijs\n"
        try await house.test { client async throws in
            let read = try await preview(Array(list.utf8), "lijst.csv", hr, client)
            #expect(read.text.contains("1 nieuwe medewerker") && read.text.contains("1 regel klopt niet"))
            #expect(read.text.contains("Bo Wit en Ada Zwart (regel 2) hebben hetzelfde nummer 7"), "\(read.text)")
            try await carryOut(read, hr, client)
        }
        #expect(try await lines(house) == ["8,Cas Grijs"])
    }

    @Test func `of four hundred columns those that are known are read`() async throws {
        let (house, hr) = try await house()
        let more = (0..<400).map { "Kolom \($0)" }.joined(separator: ";")
        try await house.test { client async throws in
            let list = "Naam;\(more);Team\nAda;\(more);Zorg\n"
            let read = try await preview(Array(list.utf8), "breed.csv", hr, client)
            #expect(read.text.contains("1 nieuwe medewerker") && read.text.contains("Kolom 399"))
            try await carryOut(read, hr, client)
        }
        #expect(try await lines(house) == [",Ada,Zorg "])
    }

    @Test func `of a workbook with macros the cells are read, and nothing of the macros is kept`() async throws {
        let (house, hr) = try await house()
        var list = workbook([row(1, "Naam"), row(2, "Ada")])
        list.add("xl/vbaProject.bin", "Sub Auto_Open() : Shell \"kwaad\" : End Sub")
        let bytes = list.whole
        try await house.test { client async throws in
            let read = try await preview(bytes, "personeel.xlsm", hr, client)
            #expect(read.text.contains("1 nieuwe medewerker") && !read.text.contains("kwaad"))
            try await carryOut(read, hr, client)
        }
        #expect(try await lines(house) == [",Ada"])
    }

    @Test func `a workbook that unpacks without end, or is locked, is refused in words`() async throws {
        let (house, hr) = try await house()
        let bomb = PackedFolderForge.workbook(sheet: "<worksheet><c " + String(repeating: " ", count: 5 << 20)).whole
        let box: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600)
        let locked = box + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        // The same cells joined over and over fill as much as a list may be.
        let joined = workbook(
            [row(1, "Naam"), row(2, "A" + String(repeating: "a", count: 9_000)), row(3, "", "b"), row(4, "", "b")],
            merged: Array(repeating: "A2:A4", count: 5_000))
        try await house.test { client async throws in
            for (bytes, told) in [
                (bomb, "te groot"), (joined.whole, "te groot"), (locked, "Op deze werkmap zit een wachtwoord"),
                (box, "een werkmap van voor 2007"),
            ] {
                let answer = try await send(bytes, "personeel.xlsx", hr, client)
                #expect(answer.status == .unprocessableContent && answer.text.contains(told), "\(told)")
                #expect(answer.text.contains("href=\"#file\""))
            }
        }
        #expect(try await lines(house) == [])
    }

    @Test func `a list of nobody who works here ends nobody before it is said twice`() async throws {
        let (house, hr) = try await house()
        for name in ["Anna", "Bram", "Cees"] { try await house.addMember(name) }
        try await house.test { client async throws in
            let read = try await preview(Array("naam\nIemand Anders\n".utf8), "fout.csv", hr, client)
            #expect(read.text.contains("3 van de 3"))
            let shown = read.text.between("name=\"shown\" value=\"", "\"") ?? ""
            for fields in [[], [("leavers", "go")]] {
                let answer = try await hr.post("\(read.path)/members", [("shown", shown)] + fields, client)
                #expect(answer.status == .unprocessableContent)
            }
        }
        #expect(try await lines(house) == [",Anna", ",Bram", ",Cees"])
    }
}
