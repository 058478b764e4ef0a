import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

/// What hr, the council and whoever answers read of a research wave.
@Suite struct ResearchPagesTests {
    private func prepared() async throws -> (house: House, draft: Wave) {
        let files = try PackFolder(House.root.appendingPathComponent("Tests/Packs/asking").path).files()
        let house = try await House { $0.packs.append(files) }
        let home = house.organisation
        try await house.store.change(home.id, since: home.version, by: nil) { $0.council = .worksCouncil }
        try await house.addUnits("path;headcount\nZorg;40\nKeuken;40\n")
        let day = Day(2026, 10, 1)
        let decision = try Decision(
            id: .random(), kind: .researchWave, subject: "Waarom blijven mensen?", askedBy: .named("Noor"),
            agreements: [.init(role: .hr, day: day), .init(role: .council, day: day)], decidedOn: day,
            text: "Tot de zomer.",
            language: .dutch)
        try await house.store.record(decision, by: nil, in: home.id)
        let draft = try house.store.draft("Onderzoek", pack: "asking", in: home, research: decision.id)
        try await house.store.add(draft)
        return (house, draft)
    }

    private func read(_ draft: Wave, _ house: House) async throws {
        let olga = try await house.visitor(.council).account
        try await house.store.noteReading(of: draft.id, by: "Olga", account: olga, in: draft.organisation)
    }

    private func opened() async throws -> (house: House, draft: Wave) {
        let (house, draft) = try await prepared()
        try await read(draft, house)
        try await house.store.open(draft.id, in: house.organisation.id)
        return (house, draft)
    }

    @Test func `the draft and the agreements say what it is, and offer nothing about teams`() async throws {
        let (house, draft) = try await prepared()
        let (hr, council) = (try await house.visitor(.hr), try await house.visitor(.council))
        try await house.test { client in
            let sharing = try await hr.get("/waves/\(draft.id)/sharing", client).text
            #expect(sharing.contains("Dit is een onderzoeksmeting."))
            #expect(sharing.contains("value=\"totals\"") && !sharing.contains("value=\"units\""))
            let who = try await hr.get("/waves/\(draft.id)/who", client).text
            #expect(
                who.contains("<b>één stapel</b>") && who.contains(">80<") && !who.contains("1 blok")
                    && !who.contains("blok van"))
            #expect(who.contains("Alle kaartjes liggen op één stapel.") && who.contains("Klopt een aantal niet?"))
            // It has one pile, and no blocks to explain.
            for word in ["minstens 10", "minstens 12", "gaan samen", "worden teams blokken", "Kleine teams"] {
                #expect(!who.contains(word), "\(word)")
            }
            #expect(sharing.contains("Ons advies is 8.") && !sharing.contains("blokken groter"))
            let fields = [("version", "0"), ("sharing", "totals"), ("threshold", "4")]
            let refused = try await hr.post("/waves/\(draft.id)/sharing", fields, client)
            #expect(refused.status == .unprocessableContent && !refused.text.contains("value=\"units\""))
            #expect(!refused.text.contains("blokken groter"))
            let agreements = try await council.get("/waves/\(draft.id)/manifest", client).text
            for told in [
                "Hr en de ondernemingsraad besloten dat dit mag.",
                "Hoe lang werk je hier? (Korter dan vijf jaar, Vijf jaar of langer)",
                "Aan het fornuis (alleen voor: Keuken)",
                "Welk werk doe je vooral? (Zorg, Keuken, Kantoor)",
                "De nacht (alleen na een antwoord op ‘Ik werk weleens ’s nachts.’)",
                "Wat kan er beter?", "<dd>30 dagen na het sluiten gewist.</dd>",
                "<dd>Uiterlijk 90 dagen na het sluiten gewist. Daarna blijven alleen cijfers.</dd>",
            ] {
                #expect(agreements.contains(told), "\(told)")
            }
            #expect(!agreements.contains("gewist. Alleen cijfers blijven."))
        }
    }

    @Test func `the decision says how the survey begins, once both agreed`() async throws {
        let (house, draft) = try await prepared()
        let council = try await house.visitor(.council)
        let command = "weefsel wave create --research \(try #require(draft.research)) --pack"
        try await house.test { client in
            let page = try await council.get("/admin/decisions/\(try #require(draft.research))", client).text
            #expect(page.contains(command))
            #expect(page.contains("--organisation \(house.organisation.slug) --data GEGEVENSMAP<"))
        }
    }

    /// What only waves with teams promise.
    private static let teams = ["eigen team", "hun teams", "alle teams", "eigen blokken"]

    @Test func `no page of it promises anything of teams, from the draft to the results`() async throws {
        let (house, draft) = try await prepared()
        let (hr, board) = (try await house.visitor(.hr), try await house.visitor(.board))
        func look(at paths: [String], by visitor: Visitor) async throws {
            try await house.test { client in
                for path in paths {
                    let answer = try await visitor.get("/waves/\(draft.id)\(path)", client)
                    #expect(answer.status == .ok, "\(path)")
                    let main = answer.text.between("<main", "</main>") ?? answer.text
                    for promise in Self.teams { #expect(!main.contains(promise), "\(path): \(promise)") }
                }
            }
        }
        try await look(at: ["/manifest", "/sharing", "/review"], by: hr)
        try await house.test { client in
            let review = try await hr.get("/waves/\(draft.id)/review", client).text
            #expect(review.contains("kan nog niet open") && !review.contains("Openen mag"))
            #expect(!review.contains("Denk aan: ."))
        }
        try await read(draft, house)
        try await house.store.open(draft.id, in: house.organisation.id)
        try await look(at: ["", "/manifest", "/cards"], by: hr)
        let wave = try await house.store.wave(draft.id, in: house.organisation.id)
        let pile = try #require(try await house.store.codes(of: wave.id, in: wave.organisation).first)
        for code in pile.codes.prefix(30) {
            _ = try await house.store.submit(Array("code=\(code)&rhythm-nights=3&years=1".utf8), to: wave.slug)
        }
        let closed = try await house.close(wave)
        try await look(at: ["", "/results"], by: hr)
        _ = try await house.publish(closed)
        for visitor in [hr, board] { try await look(at: ["", "/results", "/manifest"], by: visitor) }
    }

    @Test func `a card of it promises nothing of teams`() async throws {
        let (house, draft) = try await opened()
        let hr = try await house.visitor(.hr)
        try await house.test { client in
            let sheets = try await hr.get("/waves/\(draft.id)/cards/0", client).text
            #expect(sheets.contains("Cijfers van teams zijn er niet.") && !sheets.contains("alle teams"))
        }
    }

    @Test func `teams cannot be promised all the same`() async throws {
        let (house, draft) = try await prepared()
        let hr = try await house.visitor(.hr)
        try await house.test { client in
            let fields = [("version", "\(draft.version)"), ("sharing", "units"), ("threshold", "8")]
            let answer = try await hr.post("/waves/\(draft.id)/sharing", fields, client)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Een onderzoeksmeting vertelt niets over teams."))
        }
    }

    @Test func `who answers reads that it is research, and what is kept with the answers`() async throws {
        let (house, draft) = try await prepared()
        let hr = try await house.visitor(.hr)
        try await house.test { client in
            let noted = try await hr.post("/waves/\(draft.id)/manifest/readings", [("name", "Hanna hr")], client)
            #expect(noted.status == .seeOther)
            let unread = try await hr.get("/waves/\(draft.id)/review", client).text
            #expect(unread.contains("Niemand van de medezeggenschap las de afspraken van dit onderzoek"))
            #expect(!unread.contains("Open de meting"))
        }
        try await read(draft, house)
        try await house.store.open(draft.id, in: house.organisation.id)
        try await house.test { client in
            let page = try await client.get("/m/\(draft.slug)", language: "nl").text
            #expect(page.contains("Je team niet. Hr en de ondernemingsraad hebben samen besloten dat dit mag."))
            #expect(page.contains("name=\"years\" value=\"1\""))
            #expect(page.contains("5 vragen"))
            #expect(!page.contains("Leidinggevenden zien ook hun eigen teams"))
        }
    }

    @Test(arguments: [
        (
            "nl", ["wat je over jezelf invulde. Geen team.", "hooguit tot 90 dagen", "Uiterlijk 104 dagen"],
            ["uitrekenen welke tekst bij welke antwoorden hoort", "Er staat geen team bij."],
            "hoort bij de hele organisatie"
        ),
        (
            "en", ["filled in about yourself. No team.", "until 90 days after closing", "So 104 days"],
            ["which text belongs to which answers", "No team is with it."], "belongs to the whole organisation"
        ),
    ])
    func `the pages about privacy tell what this wave keeps`(
        language: String, privacy: [String], server: [String], safety: String
    ) async throws {
        let (house, draft) = try await opened()
        let hr = try await house.visitor(.hr)
        try await house.test { client in
            for (part, told) in [("privacy", privacy), ("server", server), ("safety", [safety])] {
                let page = try await client.get("/m/\(draft.slug)/\(part)", language: language).text
                let usual = try await hr.get("/about/\(part)", client, language: language).text
                for text in told { #expect(page.contains(text) && !usual.contains(text), "\(text)") }
            }
        }
    }

    @Test func `the page of the usual speaks of a group, and nothing that people write is promised too much`()
        async throws
    {
        let (house, draft) = try await opened()
        let usual = try await OpenHouse(house)
        try await house.test { client in
            let privacy = try await client.get("\(usual.path)/privacy", language: "nl").text
            #expect(privacy.contains("en de groep waar je kaartje bij hoort") && !privacy.contains("eigen woorden"))
            let server = try await client.get("\(usual.path)/server", language: "nl").text
            #expect(server.contains("De groep staat er nog wel bij.") && !server.contains("eigen woorden"))
            let research = try await client.get("/m/\(draft.slug)/privacy", language: "nl").text
            #expect(!research.contains("de groep waar je kaartje bij hoort"))
            let questions = try await client.get("/m/\(draft.slug)", language: "nl").text
            #expect(questions.contains("Na het sluiten staat wat je schrijft los van je andere antwoorden"))
        }
    }

    @Test func `the page of an open wave says how long what people write is kept, where they are asked to`()
        async throws
    {
        let (house, draft) = try await opened()
        let usual = try await house.openWave("Gewoon", pack: "pulse")
        let hr = try await house.visitor(.hr)
        let told = "wat mensen schreven uiterlijk 90 dagen na sluiten gewist"
        try await house.test { client in
            let open = try await hr.get("/waves/\(draft.id)", client).text
            #expect(open.contains(told) && open.contains("reservekopieën nog hooguit 14 dagen langer"))
            #expect(!(try await hr.get("/waves/\(usual.id)", client).text.contains("wat mensen schreven")))
            let agreements = try await hr.get("/waves/\(usual.id)/manifest", client).text
            #expect(agreements.contains("gewist. Alleen cijfers blijven."))
            #expect(agreements.contains("In reservekopieën van voor het wissen staat het nog hooguit 14 dagen."))
        }
    }

    @Test func `the register says that a theme is for some only`() async throws {
        let (house, _) = try await prepared()
        let hr = try await house.visitor(.hr)
        try await house.test { client in
            let page = try await hr.get("/questions/register/asking", client).text
            for told in [
                "Alleen voor: Keuken. Alleen verteld van de hele organisatie.",
                "Alleen voor wie bij ‘Ik werk weleens ’s nachts.’ dit antwoordt: Tussenin, Eens.",
            ] {
                #expect(page.contains(told), "\(told)")
            }
        }
    }

    @Test func `another wave with the same questions asks nothing of background`() async throws {
        let (house, _) = try await prepared()
        let wave = try await house.openWave("Gewoon", pack: "asking")
        try await house.test { client in
            let page = try await client.get("/m/\(wave.slug)", language: "nl").text
            #expect(!page.contains("name=\"years\"") && page.contains("4 vragen"))
            #expect(!page.contains("onderzoek"))
        }
    }
}
