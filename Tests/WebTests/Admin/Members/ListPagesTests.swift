import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Testing

@Suite struct ListPagesTests {
    private static let list = """
        BSN;Personeelsnummer;Naam;Geboortedatum;Afdeling
        123456782;1;Anna Zwart;1-1-1980;Zorg
        111222333;2;Bram Wit;;Keuken

        """

    private func house() async throws -> (House, Visitor) {
        let house = try await House()
        return (house, try await house.visitor(.hr))
    }

    private func send(_ text: String, _ visitor: Visitor, _ client: any TestClientProtocol) async throws -> String {
        let file = SentFile("file", name: "lijst.csv", Array(text.utf8))
        let answer = try await visitor.upload("/admin/members/file", file, client)
        #expect(answer.status == .seeOther, "\(answer.text)")
        return try #require(answer.headers[.location])
    }

    /// Carries out what a page shows.
    private func carryOut(
        _ path: String, _ fields: [(String, String)] = [], _ visitor: Visitor, _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        let shown = try await visitor.get(path, client).text.between("name=\"shown\" value=\"", "\"") ?? ""
        return try await visitor.post("\(path)/members", [("shown", shown)] + fields, client)
    }

    private func names(_ house: House) async throws -> [String] {
        try await house.store.allMembers(in: house.organisation.id).map(\.name)
    }

    @Test func `a list is looked at person by person before anything is stored, and carried out once`() async throws {
        let (house, hr) = try await house()
        try await house.test { client async throws in
            let path = try await send(Self.list, hr, client)
            let page = try await hr.get(path, client).text
            for told in [
                "2 nieuwe medewerkers", "Anna Zwart", "Bram Wit", "2 teams komen erbij", "BSN", "Geboortedatum",
                "een nummer van de overheid", "regel 2",
            ] { #expect(page.contains(told), "\(told)") }
            #expect(!page.contains("123456782") && !page.contains("1980"))
            #expect(try await names(house).isEmpty)
            #expect(try await carryOut(path, [], hr, client).headers[.location] == "/admin/members")
            #expect(try await names(house) == ["Anna Zwart", "Bram Wit"])
            #expect(try await hr.get(path, client).status == .notFound)
            let members = try await hr.get("/admin/members", client).text
            #expect(members.contains("2 nieuw, 0 gewijzigd, 0 vertrokken") && members.contains("Maak ongedaan"))
        }
    }

    @Test func `a team whose number was typed and that the list counts from now on is told of`() async throws {
        let (house, hr) = try await house()
        try await house.addUnits("path;headcount\nZorg;34\n")
        try await house.test { client async throws in
            let path = try await send("naam;team\nAnna Zwart;Zorg\n", hr, client)
            let page = try await hr.get(path, client).text
            #expect(page.contains("1 team wordt voortaan geteld uit deze lijst"))
            #expect(page.contains("nu 34 mensen, getypt"), "\(page)")
            #expect(try await carryOut(path, [], hr, client).status == .seeOther)
            let next = try await send("naam;team\nAnna Zwart;Zorg\nBram Wit;Zorg\n", hr, client)
            #expect(!(try await hr.get(next, client).text.contains("voortaan geteld")))
        }
    }

    @Test func `nothing of what is left out rests on disk`() async throws {
        let (house, hr) = try await house()
        try await house.test { client async throws in _ = try await send(Self.list, hr, client) }
        let temporary = house.folder.appendingPathComponent("tmp")
        let files = try FileManager.default.contentsOfDirectory(at: temporary, includingPropertiesForKeys: nil)
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        #expect(texts.contains { $0.contains("Anna Zwart") })
        #expect(!texts.contains { $0.contains("123456782") || $0.contains("1980") })
    }

    @Test func `whoever is not in the list stays or leaves as somebody says, and many are asked about again`()
        async throws
    {
        let (house, hr) = try await house()
        for name in ["Anna Zwart", "Bram Wit", "Cees Grijs"] { try await house.addMember(name) }
        try await house.test { client async throws in
            let path = try await send("naam\nAnna Zwart\n", hr, client)
            let page = try await hr.get(path, client).text
            #expect(page.contains("2 medewerkers staan niet in deze lijst") && page.contains("2 van de 3"))
            let unsure = try await carryOut(path, [], hr, client)
            #expect(unsure.status == .unprocessableContent && unsure.text.contains("href=\"#leavers\""))
            let many = try await carryOut(path, [("leavers", "go")], hr, client)
            #expect(many.status == .unprocessableContent && many.text.contains("meer dan een vijfde"))
            #expect(many.text.contains("value=\"go\" checked"))
            #expect(try await hr.get("/admin/members", client).text.contains("3 medewerkers"))
            #expect(try await carryOut(path, [("leavers", "go"), ("many", "1")], hr, client).status == .seeOther)
            #expect(try await hr.get("/admin/members", client).text.contains("1 medewerker<"))
            #expect(try await hr.post("/admin/members/undo", [("shown", "zomaar")], client).status == .conflict)
            let shown =
                try await hr.get("/admin/members/undo", client).text.between("name=\"shown\" value=\"", "\"") ?? ""
            #expect(try await hr.post("/admin/members/undo", [("shown", shown)], client).status == .seeOther)
            #expect(try await hr.get("/admin/members", client).text.contains("3 medewerkers"))
        }
    }

    @Test func `of who leaves the last day is told, as the list has it`() async throws {
        let (house, hr) = try await house()
        for name in ["Anna Zwart", "Bram Wit"] { try await house.addMember(name) }
        try await house.test { client async throws in
            let path = try await send("naam;tot\nAnna Zwart;1-9-2026\nBram Wit;31-12-2026\n", hr, client)
            let page = try await hr.get(path, client).text
            #expect(
                page.contains("laatste dag dinsdag 1 september") && page.contains("laatste dag donderdag 31 december"),
                "\(page)")
        }
    }

    @Test func `the log that the council reads says how many members of staff a list was of`() async throws {
        let (house, hr) = try await house()
        let council = try await house.visitor(.council)
        try await house.test { client async throws in
            _ = try await carryOut(try await send("naam\nAnna Zwart\n", hr, client), [], hr, client)
            #expect(try await council.get("/admin/log", client).text.contains("<span>1 medewerker</span>"))
            _ = try await carryOut(try await send("naam\nAnna Zwart\nBo\nCas\n", hr, client), [], hr, client)
            try await house.undoStaffImport()
            let log = try await council.get("/admin/log", client)
            #expect(log.text.matches(of: /<span>2 medewerkers<\/span>/).count == 2, "\(log.page.texts)")
            let english = try await council.get("/admin/log", client, language: "en").text
            #expect(english.contains("<span>2 members of staff</span>"))
        }
    }

    @Test func `who stays though the list is undone is named`() async throws {
        let (house, hr) = try await house()
        try await house.test { client async throws in
            _ = try await carryOut(try await send(Self.list, hr, client), [], hr, client)
            var anna = try #require(try await house.store.allMembers(in: house.organisation.id).first)
            anna.functionGroup = "leiding"
            try await house.store.change(anna, by: nil, in: house.organisation.id)
            let shown =
                try await hr.get("/admin/members/undo", client).text.between("name=\"shown\" value=\"", "\"") ?? ""
            let answer = try await hr.post("/admin/members/undo", [("shown", shown)], client)
            #expect(answer.status == .ok && answer.page.headings.first == "De lijst is ongedaan gemaakt")
            #expect(answer.text.contains("1 medewerker bleef zoals die is, omdat iemand die intussen wijzigde"))
            #expect(answer.text.contains("<a href=\"/admin/members/\(anna.id)\">Anna Zwart</a>"))
            #expect(!answer.text.contains("Bram Wit"))
            #expect(try await names(house) == ["Anna Zwart"])
        }
    }

    @Test func `another column is chosen and remembered for the next list`() async throws {
        let (house, hr) = try await house()
        try await house.test { client async throws in
            let path = try await send("Wie;Plek\nAnna Zwart;Zorg\n", hr, client)
            let unread = try await hr.get(path, client).text
            #expect(unread.contains("Kies welke kolom de naam is") && unread.contains("Wie, Plek"))
            #expect(!unread.contains("Doorvoeren"))
            let chosen = [("column-name", "0"), ("column-team", "1")]
            #expect(try await hr.post(path, chosen, client).headers[.location] == path)
            let page = try await hr.get(path, client).text
            #expect(page.contains("1 nieuwe medewerker") && page.contains("Zorg"))
            #expect(try await carryOut(path, [], hr, client).status == .seeOther)
            let next = try await send("Wie;Plek\nAnna Zwart;Zorg\nBram Wit;Zorg\n", hr, client)
            #expect(try await hr.get(next, client).text.contains("1 nieuwe medewerker"))
        }
    }

    @Test(arguments: [
        ("leeg.csv", "", "staat niemand"), ("plaatje.png", "\u{1}\u{0}\u{2}PNG", "geen lijst van medewerkers"),
        ("oud.xls", "", "Kies eerst een bestand"),
    ])
    func `what is no list is refused in words`(name: String, text: String, told: String) async throws {
        let (house, hr) = try await house()
        try await house.test { client async throws in
            let file = told.hasPrefix("Kies") ? nil : SentFile("file", name: name, Array(text.utf8))
            let answer = try await hr.upload("/admin/members/file", file, client)
            #expect(answer.status == .unprocessableContent && answer.text.contains(told), "\(answer.text)")
        }
    }

    @Test func `of two who change people the second looks again`() async throws {
        let (house, hr) = try await house()
        try await house.test { client async throws in
            let path = try await send("naam\nAnna Zwart\n", hr, client)
            let shown = try await hr.get(path, client).text.between("name=\"shown\" value=\"", "\"") ?? ""
            try await house.addMember("Bram Wit")
            let answer = try await hr.post("\(path)/members", [("shown", shown)], client)
            #expect(answer.status == .conflict && answer.text.contains("Kijk nog eens goed"))
            #expect(try await names(house) == ["Bram Wit"])
        }
    }

    @Test func `a list rests for whoever sent it, and can be thrown away`() async throws {
        let (house, hr) = try await house()
        let colleague = try await house.visitor(.hr)
        try await house.test { client async throws in
            let path = try await send(Self.list, hr, client)
            #expect(try await colleague.get(path, client).status == .notFound)
            #expect(try await colleague.post("\(path)/removal", [], client).status == .notFound)
            #expect(try await hr.post("\(path)/removal", [], client).headers[.location] == "/admin/members")
            #expect(try await hr.get(path, client).status == .notFound)
        }
    }

    @Test func `of many lines each kind has a page of its own`() async throws {
        let (house, hr) = try await house()
        let rows = (100..<220).map { "\($0);Naam \($0)" }.joined(separator: "\n")
        try await house.test { client async throws in
            let path = try await send("nummer;naam\n\(rows)\n", hr, client)
            let page = try await hr.get(path, client).text
            #expect(page.contains("Naam 109") && !page.contains("Naam 110") && page.contains("Alle 120"))
            let third = try await hr.get("\(path)?kind=new&page=3", client).text
            #expect(third.contains("Naam 219") && !third.contains("Naam 199") && third.contains("Bladzijde 3 van 3"))
            #expect(try await hr.get("\(path)?kind=zomaar", client).text.contains("Naam 100"))
        }
    }
}
