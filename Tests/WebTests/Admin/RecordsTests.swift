import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Testing

@Suite struct RecordsTests {
    private let good = [
        ("kind", "absence_data"), ("subject", "Export voor de meting"), ("asked_by", "Hanna"), ("agreed", "hr"),
        ("decided_on", "2026-10-01"), ("text", "Eén keer.\r\nDaarna weg."),
    ]

    private func withCouncil(_ kind: Organisation.CouncilKind) async throws -> House {
        let house = try await House()
        try await house.store.change(house.organisation.id, since: 0, by: nil) { $0.council = kind }
        return house
    }

    @Test func `a decision is written down, listed and printed`() async throws {
        let house = try await withCouncil(.worksCouncil)
        let (hr, board) = (try await house.visitor(.hr), try await house.visitor(.board))
        try await house.test { client async throws in
            let answer = try await hr.post("/admin/decisions/new", good, client)
            let path = try #require(answer.headers[.location])
            let page = try await board.get(path, client)
            for told in [
                "Verzuimgegevens", "donderdag 1 oktober 2026",
                "<dt>hr</dt><dd>Akkoord op maandag 5 oktober 2026</dd>", "<p>Daarna weg.</p>",
            ] {
                #expect(page.text.contains(told), "\(told)")
            }
            #expect(try await board.get("/admin/decisions", client).text.contains("Export voor de meting"))
            #expect(!(try await board.get("/admin/decisions", client).text.contains("/admin/decisions/new")))
            #expect(try await hr.get("/admin/decisions", client).text.contains("/admin/decisions/new"))
        }
    }

    @Test func `a decision holds when the other role has agreed too, by somebody else`() async throws {
        let house = try await withCouncil(.worksCouncil)
        let (hr, council) = (try await house.visitor(.hr), try await house.visitor(.council))
        try await house.test { client async throws in
            // Nobody ticks a box for a role of somebody else.
            let answer = try await hr.post("/admin/decisions/new", good + [("agreed", "council")], client)
            let path = try #require(answer.headers[.location])
            let page = try await hr.get(path, client)
            #expect(page.text.contains("Wacht op akkoord van de ondernemingsraad. Tot dan geldt dit besluit niet."))
            #expect(!page.text.contains("\(path)/agreement"))
            let again = try await hr.post("\(path)/agreement", [], client)
            #expect(again.status == .unprocessableContent && again.text.contains("Je gaf al akkoord"))

            #expect(try await council.get(path, client).text.contains("\(path)/agreement"))
            #expect(try await council.post("\(path)/agreement", [], client).status == .seeOther)
            let valid = try await hr.get(path, client).text
            #expect(valid.contains("Twee rollen gaven akkoord"))
            let late = try await council.post("\(path)/agreement", [], client)
            #expect(late.status == .unprocessableContent)
        }
    }

    @Test func `nobody is hr and council at once`() async throws {
        let house = try await House()
        let hanna = try await house.store.addAccount(
            "Hanna", password: "een lang en goed wachtwoord", role: .hr, in: house.organisation.id)
        await #expect(throws: Account.Refusal.watchesItself) {
            try await house.store.addRole(.council, unit: nil, to: hanna, in: house.organisation.id)
        }
    }

    @Test func `what is wrong with a decision stands beside its field, and what was typed stays`() async throws {
        let house = try await withCouncil(.worksCouncil)
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let fields = [
                ("kind", "x"), ("decided_on", "2027-01-01"), ("agreed", "staff_meeting"), ("text", "Zo \"dus\""),
            ]
            let page = try await hr.post("/admin/decisions/new", fields, client)
            #expect(page.status == .unprocessableContent)
            for told in [
                "Kies een soort besluit", "Schrijf waar het besluit over gaat", "Vul in wie erom vroeg",
                "Kies wie akkoord gaf", "Kies vandaag of een eerdere dag",
            ] {
                #expect(page.text.contains(told), "\(told)")
            }
            #expect(page.text.contains("Zo &quot;dus&quot;</textarea>"))
            #expect(page.text.contains("value=\"2027-01-01\""))
            let day = try await hr.post("/admin/decisions/new", good + [("decided_on", "gisteren")], client)
            #expect(day.text.contains("Vul een dag in"))
        }
        #expect(try await house.store.decisions(in: house.organisation.id).isEmpty)
    }

    @Test func `without a council a staff meeting stands in for some decisions, with two names`() async throws {
        let house = try await withCouncil(.none)
        let hr = try await house.visitor(.hr)
        @Sendable func meeting(_ kind: String, _ one: String, _ two: String) -> [(String, String)] {
            [
                ("kind", kind), ("subject", "Mijn ruimte"), ("asked_by", "Hanna"), ("agreed", "hr"),
                ("agreed", "staff_meeting"), ("decided_on", "1-10-2026"), ("witness_one", one), ("witness_two", two),
                ("text", "Afgesproken op de vergadering."),
            ]
        }
        try await house.test { client async throws in
            let one = try await hr.post("/admin/decisions/new", meeting("my_space", "Anne", ""), client)
            #expect(one.text.contains("Schrijf twee namen"))
            #expect(one.text.contains("name=\"witness_one\" value=\"Anne\""))
            let raw = try await hr.post("/admin/decisions/new", meeting("raw_export", "Anne", "Bo"), client)
            #expect(raw.text.contains("Een personeelsvergadering kan dit besluit niet nemen"))
            let good = try await hr.post("/admin/decisions/new", meeting("my_space", "Anne", "Bo"), client)
            let page = try await hr.get(try #require(good.headers[.location]), client)
            #expect(page.text.contains("Namens de personeelsvergadering: Anne en Bo."))
            #expect(page.text.contains("Twee rollen gaven akkoord"))
        }
    }

    @Test func `the log tells day, hour, act and person, and forgets who was erased`() async throws {
        let house = try await House()
        let council = try await house.visitor(.council)
        let hanna = try await house.store.addAccount(
            "Hanna", password: "een lang en goed wachtwoord", role: .hr, in: house.organisation.id)
        try await house.store.addUnit("Nacht", under: nil, headcount: 22, by: hanna, in: house.organisation.id)
        try await house.test { client async throws in
            let page = try await council.get("/admin/log", client)
            #expect(page.text.contains("maandag 5 oktober 2026"))
            #expect(page.text.contains("9 uur, Hanna"))
            #expect(page.text.contains("Team toegevoegd of gewijzigd"))
            #expect(page.text.contains("Hanna, hr"))
            try await house.store.erasePerson("Hanna")
            let later = try await council.get("/admin/log", client)
            #expect(!later.text.contains("Hanna"))
            #expect(later.text.contains("9 uur, iemand die hier werkte"))
            #expect(later.text.contains("iemand die hier werkte, hr"))
        }
    }

    @Test func `each act in the log is told in words, in both languages`() async throws {
        let house = try await House()
        let admin = try await house.visitor(.admin)
        try await house.test { client async throws in
            for language in ["nl", "en"] {
                for path in ["/admin", "/admin/log", "/admin/people", "/admin/units", "/admin/settings", "/today"] {
                    let page = try await admin.get(path, client, language: language)
                    #expect(page.status == .ok)
                    let body = page.text.between("<main", "</main>") ?? ""
                    #expect(!body.contains("⟦"), "\(path) \(language)")
                }
            }
        }
    }
}
