import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
@testable import Store
import Support
import Testing

@testable import Web

/// A decision from asking to paper, as each role sees it.
@Suite struct DecisionPageTests {
    private let asked = [
        ("kind", "research_wave"), ("subject", "Onderzoek met de hogeschool"), ("asked_by", "Hanna"), ("agreed", "hr"),
        ("decided_on", "2026-10-01"), ("text", "Eén keer.\r\nDaarna weg."),
    ]
    private let waits = "Wacht op akkoord van de ondernemingsraad. Tot dan geldt dit besluit niet."

    private func house(_ kind: Organisation.CouncilKind = .worksCouncil) async throws -> House {
        let house = try await House()
        try await house.store.change(house.organisation.id, since: 0, by: nil) { $0.council = kind }
        try await house.addUnits(OpenHouse.units)
        return house
    }

    @Test func `what one role asks waits on Today for the other, until it agrees`() async throws {
        let house = try await house()
        let (hr, council) = (try await house.visitor(.hr), try await house.visitor(.council))
        let others = [try await house.visitor(.board), try await house.visitor(.admin)]
        let line = "“Onderzoek met de hogeschool” wacht op de ondernemingsraad"
        try await house.test { client async throws in
            let path = try #require(try await hr.post("/admin/decisions/new", asked, client).headers[.location])
            let today = try await council.get("/today", client)
            #expect(today.page.texts.contains(line) && today.page.links.contains(path))
            #expect(
                try await council.get("/today", client, language: "en").text.contains("waits for the works council"))
            for visitor in others + [hr] { #expect(!(try await visitor.get("/today", client).text.contains(line))) }
            #expect(try await council.get("/admin/decisions", client).text.contains(waits))

            #expect(try await council.post("\(path)/agreement", [], client).status == .seeOther)
            #expect(!(try await council.get("/today", client).text.contains(line)))
            let page = try await hr.get(path, client).text
            #expect(page.contains("Twee rollen gaven akkoord. Dit besluit geldt.") && !page.contains(waits))
        }
    }

    @Test func `where there is no council, an account of one agrees to nothing`() async throws {
        let house = try await house(.none)
        let (hr, council) = (try await house.visitor(.hr), try await house.visitor(.council))
        // As in a folder of before an account of a council made one.
        try await house.store.write { try $0.run("UPDATE organisation SET council = 'none'") }
        try await house.test { client async throws in
            let path = try #require(try await hr.post("/admin/decisions/new", asked, client).headers[.location])
            let page = try await council.get(path, client).text
            #expect(page.contains("en die is er hier niet") && !page.contains("\(path)/agreement"))
            #expect(page.contains("wie een account van een medezeggenschap heeft"))
            let answer = try await council.post("\(path)/agreement", [], client)
            #expect(answer.status == .unprocessableContent && answer.text.contains("Hier is geen medezeggenschap."))
            let own = asked.map { $0.0 == "agreed" ? ("agreed", "council") : $0 }
            let asking = try await council.post("/admin/decisions/new", own, client)
            #expect(asking.status == .unprocessableContent && asking.text.contains("Hier is geen medezeggenschap."))
            #expect(try await hr.get(path, client).text.contains("en die is er hier niet"))
        }
    }

    @Test func `what the council asks waits for hr, the oldest first and one at a time`() async throws {
        let house = try await house()
        let (hr, council) = (try await house.visitor(.hr), try await house.visitor(.council))
        try await house.test { client async throws in
            for (subject, day) in [("Later", "2026-10-02"), ("Eerder", "2026-09-01"), ("Zonder hr", "2026-08-01")] {
                var fields = asked.filter { !["subject", "agreed", "decided_on"].contains($0.0) }
                fields += [("subject", subject), ("agreed", "council"), ("decided_on", day)]
                if subject == "Zonder hr" { fields[0] = ("kind", "moderation") }
                #expect(try await council.post("/admin/decisions/new", fields, client).status == .seeOther)
            }
            let today = try await hr.get("/today", client).page.texts
            #expect(today.contains("“Eerder” wacht op hr"))
            #expect(!today.contains { $0.contains("“Later”") || $0.contains("“Zonder hr”") })
        }
    }

    @Test func `the page tells who agreed and when, who must still, and has room to sign`() async throws {
        let house = try await house()
        let admin = try await house.visitor(.admin)
        let readers = [
            try await house.visitor(.hr), try await house.visitor(.board), try await house.visitor(.council),
        ]
        try await house.test { client async throws in
            let path = try #require(try await readers[0].post("/admin/decisions/new", asked, client).headers[.location])
            for reader in readers {
                let page = try await reader.get(path, client)
                for told in [
                    waits, "<dt>hr</dt><dd>Akkoord op maandag 5 oktober 2026</dd>", "De Linde",
                    "<dt>medezeggenschap</dt><dd>Nog geen akkoord</dd>", "<p>Daarna weg.</p>", "Onderzoeksmeting",
                    "<h2>Namens hr</h2>", "<h2>Namens de ondernemingsraad</h2>", "Geprint op maandag 5 oktober 2026.",
                    "Kenmerk \(path.split(separator: "/").last ?? "").",
                ] {
                    #expect(page.text.contains(told), "\(told)")
                }
                #expect(page.page.headings == ["Onderzoek met de hogeschool"])
                #expect(!page.text.contains("<img"))
            }
            let english = try await readers[1].get(path, client, language: "en").text
            #expect(english.contains("Waits for the works council to agree.") && english.contains("Printed on Monday"))
            let picture = SentFile("logo", name: "logo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])
            #expect(try await admin.upload("/admin/settings/logo", picture, client).status == .seeOther)
            #expect(try await readers[0].get(path, client).text.contains("<img src=\"/logo/"))
        }
    }

    @Test func `only hr, the board and the council of the same organisation find it`() async throws {
        let full = try await FullHouse(House())
        let path = Paths.decision(full.decision.id)
        try await full.house.test { client async throws in
            for role in Role.allCases {
                let mayRead = [.hr, .board, .council].contains(role)
                let own = try await full.visitor(role).get(path, client)
                #expect((own.status == .ok) == mayRead && (mayRead || own.status == .notFound), "\(role)")
                let other = try await full.neighbour(role)
                #expect(try await other.get(path, client).status == .notFound, "\(role)")
                #expect(!(try await other.get("/today", client).text.contains("Cijfers voor")), "\(role)")
            }
        }
    }

    @Test func `where nobody speaks for the staff it is said what a decision lacks, and witnesses sign`() async throws {
        let house = try await house(.none)
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let path = try #require(try await hr.post("/admin/decisions/new", asked, client).headers[.location])
            let page = try await hr.get(path, client).text
            #expect(page.contains("geldt pas als ook medezeggenschap akkoord geeft, en die is er hier niet"))
            #expect(!(try await hr.get("/today", client).text.contains("wacht op")))

            var meeting = asked.filter { $0.0 != "kind" }
            meeting += [
                ("kind", "dpia"), ("agreed", "staff_meeting"), ("witness_one", "Anne"), ("witness_two", "Bo"),
            ]
            let held = try #require(try await hr.post("/admin/decisions/new", meeting, client).headers[.location])
            let told = try await hr.get(held, client).text
            #expect(told.contains("Twee rollen gaven akkoord.") && told.contains("<span>Anne</span>"))
            #expect(told.contains("Namens de personeelsvergadering: Anne en Bo."))
        }
    }

    @Test(arguments: [("nl", "Schrijf wat er is afgesproken", "Fout: s"), ("en", "Write what was agreed", "Error: w")])
    func `a decision without a text is refused, beside the field and above the form`(
        language: String, told: String, beside: String
    ) async throws {
        let house = try await house()
        let hr = try await house.visitor(.hr)
        let empty = asked.map { $0.0 == "text" ? ("text", " \r\n") : $0 }
        try await house.test { client async throws in
            let answer = try await hr.post("/admin/decisions/new?lang=\(language)", empty, client)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("<a href=\"#text\">\(told)</a>"))
            #expect(answer.text.contains("id=\"text-wrong\">\(beside)\(told.dropFirst())</span>"))
        }
        #expect(try await house.store.decisions(in: house.organisation.id).isEmpty)
    }

    @Test func `a form says which kinds take two roles`() async throws {
        let house = try await house()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let page = try await hr.get("/admin/decisions/new", client).text
            let two = try #require(page.between("Geldt met akkoord van twee rollen", "</optgroup>"))
            let one = try #require(page.between("Geldt met akkoord van één rol", "</optgroup>"))
            for kind in Decision.Kind.allCases {
                #expect(two.contains("\"\(kind.rawValue)\"") == kind.takesTwo, "\(kind)")
                #expect(one.contains("\"\(kind.rawValue)\"") != kind.takesTwo, "\(kind)")
            }
        }
    }
}
