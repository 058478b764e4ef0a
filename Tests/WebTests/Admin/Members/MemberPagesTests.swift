import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Support
import Testing

@Suite struct MemberPagesTests {
    private static let units = "path;headcount\nLinde > Zorg;0\nLinde > Nacht;34"

    private func house() async throws -> (House, Visitor) {
        let house = try await House()
        try await house.addUnits(Self.units)
        return (house, try await house.visitor(.hr))
    }

    private func unit(_ name: String, _ house: House) async throws -> String {
        let tree = try await house.store.units(in: house.organisation.id)
        return "\(try #require(tree.unit(at: ["Linde", name])).id)"
    }

    private func members(_ house: House) async throws -> [Member] {
        try await house.store.allMembers(in: house.organisation.id)
    }

    @Test func `somebody new is in the list after one page, and counts in the team`() async throws {
        let (house, hr) = try await house()
        let fields = [
            ("name", "Fatima el Idrissi"), ("number", "0042"), ("email", "f@linde.example"), ("function", "zorg"),
            ("work-unit-0", try await unit("Zorg", house)), ("work-from-0", "1-9-2026"), ("work-until-0", ""),
        ]
        try await house.test { client async throws in
            let empty = try await hr.get("/admin/members", client)
            #expect(empty.text.contains("Er staat nog niemand in de lijst") && !empty.text.contains("role=\"search\""))
            let answer = try await hr.post("/admin/members", fields, client)
            #expect(answer.status == .seeOther && answer.headers[.location] == "/admin/members")
            let page = try await hr.get("/admin/members", client).text
            #expect(page.contains("1 medewerker") && page.contains("Fatima el Idrissi"))
            #expect(page.contains("Linde &gt; Zorg") && page.contains("0042"))
        }
        let member = try #require(try await members(house).first)
        #expect(member.places.map(\.from) == [Day(2026, 9, 1)] && member.number == "0042")
        #expect(try await house.headcount("Linde", "Zorg") == 1)
    }

    @Test(arguments: [
        (["name": ""], "Vul een naam in", "name"),
        (["number": "123456782"], "Dit is een burgerservicenummer", "number"),
        (["number": "7"], "Dit personeelsnummer heeft al iemand anders", "number"),
        (["email": "anna@linde"], "Dit is geen e-mailadres", "email"),
        (["work-from-0": "31-2-2026"], "is geen dag", "work-from-0"),
        (["work-from-0": "2-1-2026", "work-until-0": "1-1-2026"], "ligt voor de eerste", "work-until-0"),
        (["work-unit-0": ""], "Kies een team, of maak deze regel leeg", "work-unit-0"),
        (["work-unit-0": "00000000000000000000000000000000"], "Dit team is er niet meer", "work-unit-0"),
    ])
    func `somebody who cannot be is refused beside the field, and what was typed stays`(
        typed: [String: String], told: String, field: String
    ) async throws {
        let (house, hr) = try await house()
        try await house.addMember("Bram", number: "7")
        var fields = [
            "name": "Anna", "number": "", "email": "", "function": "zorg",
            "work-unit-0": try await unit("Zorg", house), "work-from-0": "1-1-2020", "work-until-0": "",
        ]
        fields.merge(typed) { $1 }
        let sent = fields.map { ($0.key, $0.value) }
        try await house.test { client async throws in
            let answer = try await hr.post("/admin/members", sent, client)
            #expect(answer.status == .unprocessableContent)
            let page = answer.page
            #expect(answer.text.contains("id=\"\(field)-wrong\"") && answer.text.contains("href=\"#\(field)\""))
            #expect(answer.text.lowercased().contains(told.lowercased()), "\(page.texts)")
            #expect(answer.text.contains("value=\"zorg\""))
        }
        #expect(try await members(house).map(\.name) == ["Bram"])
    }

    @Test func `all that is wrong is said at once`() async throws {
        let (house, hr) = try await house()
        try await house.test { client async throws in
            let text = try await hr.post(
                "/admin/members", [("name", ""), ("email", "x"), ("number", "111222333")], client
            ).text
            for told in ["Vul een naam in", "Dit is geen e-mailadres", "Dit is een burgerservicenummer"] {
                #expect(text.contains(told))
            }
        }
    }

    @Test func `who works in two teams has a row for each, and one more to fill in`() async throws {
        let (house, hr) = try await house()
        let id = try await house.addMember("Anna", ["Linde", "Zorg"], ["Linde", "Nacht"])
        let night = try await unit("Nacht", house)
        try await house.test { client async throws in
            let page = try await hr.get("/admin/members/\(id)", client).text
            #expect(page.contains("name=\"work-unit-2\"") && !page.contains("name=\"work-unit-3\""))
            // The first row is emptied: where somebody works elsewhere stays.
            let fields = [
                ("name", "Anna"), ("version", "0"), ("work-unit-0", ""), ("work-unit-1", night),
                ("work-until-1", "31-12-2026"), ("work-unit-2", ""), ("last-day", "31-12-2026"),
            ]
            #expect(try await hr.post("/admin/members/\(id)", fields, client).status == .seeOther)
        }
        let member = try await house.store.member(id, in: house.organisation.id)
        #expect(member.places == [.init(unit: try #require(.init(night)), until: Day(2026, 12, 31))])
        #expect(member.leftOn == Day(2026, 12, 31))
        #expect(try await house.headcount("Linde", "Zorg") == 0)
    }

    @Test func `where a sign-in ends, all that was typed of somebody is shown back`() async throws {
        let (house, hr) = try await house()
        let id = try await house.addMember("Anna", ["Linde", "Zorg"])
        try await house.test { client async throws in
            let page = try await hr.get("/admin/members/\(id)", client).text
            let names = page.matches(of: /<input id="([^"]+)" name="([^"]+)"/).map { String($0.2) }
            #expect(names.contains("last-day") && names.contains("work-until-0") && names.count == 9, "\(names)")
            let fields = names.enumerated().map { ($0.element, "1-1-\(2_000 + $0.offset)") }
            let answer = try await client.send("/admin/members/\(id)", [("token", "x")] + fields)
            for (name, text) in fields { #expect(answer.text.contains(text), "\(name)") }
        }
    }

    @Test func `of two who change somebody the second sees what the first made of it, and can go on`() async throws {
        let (house, hr) = try await house()
        let id = try await house.addMember("Anna")
        try await house.test { client async throws in
            #expect(
                try await hr.post("/admin/members/\(id)", [("name", "Anna Zwart"), ("version", "0")], client).status
                    == .seeOther)
            let second = [("name", "Anna"), ("email", "anna@linde.example"), ("version", "0")]
            let answer = try await hr.post("/admin/members/\(id)", second, client)
            #expect(answer.status == .conflict && answer.text.contains("Anna Zwart"))
            #expect(
                answer.text.contains("value=\"anna@linde.example\"")
                    && answer.text.contains("name=\"version\" value=\"1\""))
        }
    }

    @Test func `one finds by name, by team, and who left`() async throws {
        let (house, hr) = try await house()
        let today = House.morning.day(in: house.organisation.zone)
        try await house.addMember("Anna & Zoon", ["Linde", "Zorg"])
        try await house.addMember("Bram", ["Linde", "Nacht"])
        try await house.addMember("Cees", leftOn: today - 30)
        let night = try await unit("Nacht", house)
        try await house.test { client async throws in
            func found(_ query: String) async throws -> [String] {
                let text = try await hr.get("/admin/members\(query)", client).text
                return ["Anna &amp; Zoon", "Bram", "Cees"].filter { text.contains(">\($0)</a>") }
            }
            #expect(try await found("") == ["Anna &amp; Zoon", "Bram"])
            #expect(try await found("?q=a%20%26") == ["Anna &amp; Zoon"])
            #expect(try await found("?q=&unit=\(night)") == ["Bram"])
            #expect(try await found("?left=1") == ["Cees"])
            #expect(try await found("?unit=zomaar&page=99") == ["Anna &amp; Zoon", "Bram"])
            let none = try await hr.get("/admin/members?q=zzz", client).text
            #expect(none.contains("Niemand gevonden") && none.contains("value=\"zzz\""))
        }
    }

    @Test func `the page of a team says that its people are counted, and takes another name`() async throws {
        let (house, hr) = try await house()
        try await house.addMember("Anna", ["Linde", "Zorg"])
        let unit = try await unit("Zorg", house)
        try await house.test { client async throws in
            let page = try await hr.get("/admin/units/\(unit)", client).text
            #expect(page.contains("1 mens direct in dit team, geteld uit de lijst van medewerkers"))
            #expect(!page.contains("name=\"headcount\""))
            let version = page.between("name=\"version\" value=\"", "\"") ?? ""
            let fields = [("name", "Wonen"), ("version", version)]
            #expect(try await hr.post("/admin/units/\(unit)", fields, client).status == .seeOther)
        }
        #expect(try await house.headcount("Linde", "Wonen") == 1)
    }

    @Test func `where a number was typed, the page of the team and those of its people say so`() async throws {
        let (house, hr) = try await house()
        let id = try await house.addMember("Anna", ["Linde", "Nacht"])
        let (night, care) = (try await unit("Nacht", house), try await unit("Zorg", house))
        let typed = "Dit aantal is getypt en wordt niet geteld"
        try await house.test { client async throws in
            let page = try await hr.get("/admin/units/\(night)", client).text
            #expect(page.contains(typed) && page.contains("name=\"headcount\" value=\"34\""))
            #expect(!(try await hr.get("/admin/units/\(care)", client).text.contains(typed)))
            #expect(
                try await hr.get("/admin/members/\(id)", client).text.contains(
                    "Het aantal mensen van Linde &gt; Nacht is getypt en wordt niet geteld uit deze lijst"))
            #expect(try await hr.get("/admin/members/new", client).text.contains("getypt is, verandert dat niet"))
        }
        #expect(try await house.headcount("Linde", "Nacht") == 34)
    }

    @Test func `the list goes along in a file, and leaves out who left`() async throws {
        let (house, hr) = try await house()
        let today = House.morning.day(in: house.organisation.zone)
        try await house.addMember(
            "=Anna", number: "0042", email: "a@linde.example", ["Linde", "Zorg"], ["Linde", "Nacht"])
        try await house.addMember("Cees", leftOn: today - 1)
        try await house.test { client async throws in
            let answer = try await hr.get("/admin/members/members.csv", client)
            let lines = answer.text.split(separator: "\r\n")
            #expect(lines.count == 3 && lines[0].contains("Personeelsnummer;Naam;E-mailadres;Functiegroep;Pad"))
            #expect(lines[1] == "0042;'=Anna;a@linde.example;;Linde > Zorg;;")
            #expect(answer.headers[.contentDisposition]?.contains("Medewerkers%20De%20Linde.csv") == true)
            let workbook = try await hr.get("/admin/members/members.xlsx", client)
            #expect(workbook.status == .ok && workbook.body.readableBytes > 1_000)
        }
    }

    @Test func `the log says who was put in the list and changed`() async throws {
        let (house, hr) = try await house()
        let council = try await house.visitor(.council)
        try await house.test { client async throws in
            _ = try await hr.post("/admin/members", [("name", "Anna Zwart")], client)
            let log = try await council.get("/admin/log", client).text
            #expect(log.contains("Medewerker in de lijst gezet") && log.contains("Anna Zwart"))
            try await house.store.erasePerson("Anna Zwart")
            #expect(!(try await council.get("/admin/log", client).text.contains("Zwart")))
        }
    }
}
