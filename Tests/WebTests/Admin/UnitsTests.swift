import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Testing

@Suite struct UnitsTests {
    private static let list = "path;headcount\nDe Linde > Zorg > Lindehof;34\nDe Linde > Nacht;22"

    private func tree(_ house: House) async throws -> UnitTree {
        try await house.store.units(in: house.organisation.id)
    }

    private func id(_ house: House, _ path: String...) async throws -> Core.Unit.ID {
        try #require(try await tree(house).unit(at: path)).id
    }

    @Test func `an organisation without teams gets an example to begin with`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let page = try await hr.get("/admin/units", client)
            #expect(page.text.contains("De Linde is klaar om te beginnen"))
            #expect(page.text.contains("team;aantal"))
        }
    }

    @Test func `a team that is typed stands in the tree with its people`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.addUnits(Self.list)
        let above = try await id(house, "De Linde", "Zorg")
        try await house.test { client async throws in
            let fields = [("name", " Lindeveld "), ("parent", "\(above)"), ("headcount", "38")]
            #expect(try await hr.post("/admin/units", fields, client).status == .seeOther)
            let page = try await hr.get("/admin/units", client)
            #expect(page.text.contains("Lindeveld"))
            #expect(page.text.contains("94 mensen"))
        }
        #expect(try await tree(house).unit(at: ["De Linde", "Zorg", "Lindeveld"])?.headcount == 38)
    }

    @Test(arguments: [
        ("", "5", "", "Vul de naam van het team in"), ("A > B", "5", "", "zonder het teken &gt;"),
        ("Nieuw", "-1", "", "Vul een heel getal in"), ("Nieuw", "veel", "", "Vul een heel getal in"),
        ("de linde", "5", "", "al een team met deze naam"), ("Nieuw", "5", "zomaar", "Dit team bestaat niet"),
        ("Nieuw", "5", "00000000000000000000000000000000", "Dit team bestaat niet"),
    ])
    func `a team that cannot be is refused, and what was typed stays`(
        name: String, headcount: String, parent: String, told: String
    ) async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.addUnits(Self.list)
        let before = try await tree(house).units
        try await house.test { client async throws in
            let fields = [("name", name), ("headcount", headcount), ("parent", parent)]
            let page = try await hr.post("/admin/units", fields, client)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(told))
            #expect(page.text.contains("<span class=\"wrong\" id=\""))
            #expect(page.text.contains("name=\"headcount\" value=\"\(headcount)\""))
            #expect(page.text.contains("name=\"name\" value=\"\(name.replacing(">", with: "&gt;"))\""))
        }
        #expect(try await tree(house).units == before)
    }

    @Test func `all that is wrong with a team is said at once`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let page = try await hr.post("/admin/units", [("name", ""), ("headcount", "")], client).text
            #expect(page.contains("Vul de naam van het team in") && page.contains("Vul een heel getal in"))
        }
    }

    @Test func `of two who change a team the second sees what the first made of it`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.addUnits(Self.list)
        let night = try await id(house, "De Linde", "Nacht")
        try await house.test { client async throws in
            let first = [("name", "Nachtdienst"), ("headcount", "20"), ("version", "0")]
            #expect(try await hr.post("/admin/units/\(night)", first, client).status == .seeOther)
            let second = [("name", "Nacht"), ("headcount", "25"), ("version", "0")]
            let page = try await hr.post("/admin/units/\(night)", second, client)
            #expect(page.status == .conflict)
            #expect(page.text.contains("Nachtdienst, 20 mensen direct in dit team"))
            #expect(page.text.contains("name=\"headcount\" value=\"25\""))
            let version = try #require(page.text.between("name=\"version\" value=\"", "\""))
            let again = [("name", "Nacht"), ("headcount", "25"), ("version", version)]
            #expect(try await hr.post("/admin/units/\(night)", again, client).status == .seeOther)
        }
        #expect(try await tree(house)[night]?.headcount == 25)
    }

    @Test func `archiving says first what goes along, and then takes it from the tree`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.addUnits(Self.list)
        let care = try await id(house, "De Linde", "Zorg")
        _ = try await house.visitor(.leader, unit: try await id(house, "De Linde", "Zorg", "Lindehof"))
        try await house.test { client async throws in
            let page = try await hr.get("/admin/units/\(care)/archive", client)
            #expect(page.text.contains("34 mensen"))
            #expect(page.text.contains("De Linde &gt; Zorg &gt; Lindehof"))
            #expect(page.text.contains("leader-"))
            #expect(try await tree(house)[care]?.archivedOn == nil)
            #expect(try await hr.post("/admin/units/\(care)/archive", [], client).status == .seeOther)
            #expect(try await hr.post("/admin/units/\(care)/archive", [], client).status == .notFound)
            #expect(try await hr.get("/admin/units", client).text.contains("Gearchiveerde teams"))
        }
        #expect(try await tree(house).units.count { $0.archivedOn != nil } == 2)
    }

    @Test func `an archived team has a page, from which it comes back with what went along`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.addUnits(Self.list)
        let care = try await id(house, "De Linde", "Zorg")
        let ward = try await id(house, "De Linde", "Zorg", "Lindehof")
        try await house.store.archiveUnit(care, by: nil, in: house.organisation.id)
        try await house.test { client async throws in
            let list = try await hr.get("/admin/units", client)
            #expect(list.text.contains("href=\"/admin/units/\(care)\""))
            for language in ["nl", "en"] {
                let page = try await hr.get("/admin/units/\(care)", client, language: language)
                #expect(page.status == .ok && page.text.contains("De Linde &gt; Zorg &gt; Lindehof"))
                #expect(page.text.contains(language == "nl" ? "Zet terug" : "Bring it back"))
            }
            let first = try await hr.post("/admin/units/\(ward)/archive/removal", [], client)
            #expect(first.status == .unprocessableContent)
            #expect(first.text.contains("Het team erboven is gearchiveerd. Zet dat eerst terug"))
            #expect(
                try await hr.post("/admin/units/\(care)", [("name", "x"), ("headcount", "1")], client).status
                    == .notFound)
            let back = try await hr.post("/admin/units/\(care)/archive/removal", [], client)
            #expect(back.headers[.location] == "/admin/units/\(care)")
            #expect(try await hr.get("/admin/units/\(care)", client).text.contains("name=\"headcount\""))
        }
        #expect(try await tree(house).units.allSatisfy { $0.archivedOn == nil })
    }
}
