import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@Suite struct AskCardsTests {
    @Test func `each block has a pile for its people and some to spare`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        try await ask.house.test { client in
            for language in ["nl", "en"] {
                let page = try await ask.hr.get(ask.path(wave, "cards"), client, language: language)
                #expect(page.status == .ok && page.isComplete)
            }
            let page = try await ask.hr.get(ask.path(wave, "cards"), client)
            let row = try #require(page.text.split(separator: "<tr").first { $0.contains("Lindehof</th>") })
            #expect(row.matches(of: />(\d+)<\/td>/).map { String($0.1) } == ["34", "38", "4"])
        }
        #expect(try await ask.lines(.cardsListed) == 0)
    }

    @Test func `a pile prints as a slip and sheets of eight, every card with its own code`() async throws {
        let ask = try await AskHouse(House(baseURL: "https://weefsel.example"))
        let wave = try await ask.opened()
        let block = try #require(try await ask.blocks(of: wave).first { $0.names.count == 2 })
        let codes = try await ask.store.codes(of: wave.id, block: block.position, in: ask.organisation.id)[0].codes
        let visitor = try await ask.house.visitor(.hr)
        try await ask.house.test { client in
            let page = try await visitor.get(ask.path(wave, "cards/\(block.position)"), client)
            #expect(page.status == .ok && page.isComplete)
            #expect(page.text.components(separatedBy: "class=\"codecard\"").count == 17)
            #expect(page.text.components(separatedBy: "class=\"sheet-a4\"").count == 3)
            for code in codes { #expect(page.text.contains("<p class=\"code\">\(code)</p>")) }
            let drawn = Set(page.text.matches(of: /d="(M0 0h7[^"]*)"/).map { String($0.1) })
            #expect(drawn.count == 16)
            #expect(page.text.contains("<li>Administratie</li>") && page.text.contains("<li>Onderhoud</li>"))
            #expect(page.text.contains("<b class=\"address\"><span>weefsel.example/m/\(wave.slug)</span></b>"))
            #expect(page.text.contains("Tot en met 26 oktober.") && page.text.contains("Uitkomsten: 9 november."))
            let plain = page.text.replacing("class=\"code\">", with: "")
            #expect(!plain.contains("\(wave.slug)#"))
        }
    }

    @Test(arguments: [
        (Organisation.CouncilKind.worksCouncil, "hr, bestuur en de ondernemingsraad alle teams."),
        (.none, "hr en bestuur alle teams."),
    ])
    func `a card calls the council by its own name`(council: Organisation.CouncilKind, told: String) async throws {
        let ask = try await AskHouse()
        try await ask.store.change(ask.organisation.id, since: 0, by: nil) { $0.council = council }
        let wave = try await ask.opened()
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave, "cards/\(ask.blocks(of: wave)[0].position)"), client)
            #expect(page.text.contains(told) && !page.text.contains("medezeggenschap"))
        }
    }

    @Test func `an address longer than a line goes on below between its parts, and never before its last stretch ends`()
        async throws
    {
        let ask = try await AskHouse(House(baseURL: "https://vragen.zorggroep-de-rivieren.example"))
        let wave = try await ask.opened()
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave, "cards/\(ask.blocks(of: wave)[0].position)"), client)
            let parts = ["vragen.", "zorggroep-", "de-", "rivieren.", "example/m/\(wave.slug)"]
            let address = parts.map { "<span>\($0)</span>" }.joined()
            #expect(page.text.contains("<b class=\"address\">\(address)</b>"))
        }
    }

    @Test func `cards made later are printed without those that were handed out`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let block = try #require(try await ask.blocks(of: wave).first { $0.names == [.unit("Lindehof")] })
        let before = try await ask.store.codes(of: wave.id, block: block.position, in: ask.organisation.id)[0].codes
        let batches = try await ask.store.batches(for: wave.id, in: ask.organisation.id).count
        try await ask.store.addCards(3, to: block.position, of: wave.id, in: ask.organisation.id, since: batches)
        try await ask.house.test { client in
            func codes(_ text: String) -> Set<String> {
                Set(text.matches(of: /class="code">([^<]*)</).map { String($0.1) })
            }
            let piles = try await ask.hr.get(ask.path(wave, "cards"), client).text
            let address = try #require(piles.firstMatch(of: /href="([^"]*batch=[0-9]+)">Alleen de 3 van later/)?.1)
            let page = try await ask.hr.get(String(address), client)
            #expect(page.isComplete && codes(page.text).count == 3)
            #expect(codes(page.text).isDisjoint(with: before.map { "\($0)" }))
            #expect(!page.text.contains("krijgen twee mensen dezelfde code"))

            let whole = try await ask.hr.get(ask.path(wave, "cards/\(block.position)"), client).text
            #expect(whole.contains("krijgen twee mensen dezelfde code"))
            #expect(codes(whole) == codes(page.text).union(before.map { "\($0)" }))
            for wrong in ["99", "-1", "x"] {
                let answer = try await ask.hr.get(ask.path(wave, "cards/\(block.position)?batch=\(wrong)"), client)
                #expect(answer.status == .notFound)
            }
        }
    }

    @Test func `the order of the codes is another one each time`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let block = try #require(try await ask.blocks(of: wave).first { $0.names == [.unit("Lindehof")] })
        try await ask.house.test { client in
            func codes() async throws -> [String] {
                try await ask.hr.get(ask.path(wave, "cards/\(block.position)"), client).text
                    .matches(of: /class="code">([^<]*)</).map { String($0.1) }
            }
            let (first, second) = (try await codes(), try await codes())
            #expect(first != second && first.sorted() == second.sorted())
        }
        #expect(try await ask.lines(.cardsListed) == 2)
    }

    @Test func `cards speak the language of the page`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let block = try await ask.blocks(of: wave)[0]
        try await ask.house.test { client in
            let page = try await ask.hr.get(
                ask.path(wave, "cards/\(block.position)"), client, language: "en")
            #expect(page.isComplete)
            let pack = try #require(ask.store.pack(wave.pack, for: wave.organisation))
            #expect(page.text.contains("<h2>\(pack.title[.english])</h2>") && page.text.contains("Scan, or go to"))
            #expect(!page.text.contains(pack.title[.dutch]))
            // Cards in another language leave the page around them in the reader's own.
            let mixed = try await ask.hr.get(ask.path(wave, "cards/\(block.position)?cards=en"), client)
            #expect(mixed.text.contains("<h2>\(pack.title[.english])</h2>") && mixed.text.contains("Scan, or go to"))
            #expect(mixed.text.contains("Terug naar de stapels") && mixed.text.contains("<html lang=\"nl\""))
        }
    }

    @Test(arguments: [
        (Wave.Sharing.totals, "nl", "leidinggevenden ook hun teams, hr, bestuur en de ondernemingsraad alle teams."),
        (.totals, "en", "team leaders also their teams, HR, board and the works council all teams."),
        (.units, "nl", "Iedereen ziet het geheel en alle teams."),
        (.units, "en", "Everybody sees the whole and all teams."),
    ])
    func `a card says who sees what, as it was agreed`(sharing: Wave.Sharing, language: String, told: String)
        async throws
    {
        let ask = try await AskHouse()
        let home = ask.organisation
        try await ask.store.change(home.id, since: home.version, by: nil) { $0.council = .worksCouncil }
        let wave = try await ask.house.openWave("Meting") { $0.sharing = sharing }
        let block = try await ask.blocks(of: wave)[0].position
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave, "cards/\(block)"), client, language: language)
            #expect(page.isComplete)
            let fine = page.text.components(separatedBy: "<p class=\"fine\">").dropFirst()
            #expect(!fine.isEmpty && fine.allSatisfy { $0.prefix { $0 != "<" }.contains(told) })
        }
    }

    @Test func `more cards can be made, within bounds`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let block = try await ask.blocks(of: wave)[0].position
        let before = try await ask.store.cardsMade(for: wave.id, in: ask.organisation.id)[block] ?? 0
        try await ask.house.test { client in
            let version = try await ask.hr.get(ask.path(wave, "cards"), client).hidden("version")
            func add(_ count: String, _ block: String) async throws -> TestResponse {
                let fields = [("block", block), ("count", count), ("version", version)]
                return try await ask.hr.post(ask.path(wave, "cards"), fields, client)
            }
            for wrong in ["0", "501", "-1", "veel", ""] {
                let page = try await add(wrong, "\(block)")
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains("name=\"count\" value=\"\(wrong)\""))
                #expect(page.text.contains("value=\"\(block)\" selected"))
            }
            #expect(try await add("3", "0").status == .notFound)
            #expect(try await add("3", "99").status == .notFound)
            #expect(try await add(" 3 ", "\(block)").location == ask.path(wave, "cards"))
        }
        #expect(try await ask.store.cardsMade(for: wave.id, in: ask.organisation.id)[block] == before + 3)
        #expect(try await ask.lines(.cardsAdded) == 1)
    }

    @Test func `who presses twice makes cards once, and sees which were made`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let block = try #require(try await ask.blocks(of: wave).first { $0.names == [.unit("Lindehof")] })
        try await ask.house.test { client in
            let path = ask.path(wave, "cards")
            let page = try await ask.hr.get(path, client)
            let fields = [("block", "\(block.position)"), ("count", "3"), ("version", page.hidden("version"))]
            #expect(try await ask.hr.post(path, fields, client).location == path)
            let late = try await ask.hr.post(path, fields, client)
            #expect(late.status == .conflict && late.isComplete)
            #expect(late.text.contains("Als laatste kwamen er 3 bij voor Lindehof."))
            #expect(late.text.contains("name=\"count\" value=\"3\""))
            #expect(late.text.contains("value=\"\(block.position)\" selected"))

            let again = fields.dropLast() + [("version", late.hidden("version"))]
            #expect(try await ask.hr.post(path, Array(again), client).location == path)
        }
        #expect(try await ask.store.cardsMade(for: wave.id, in: ask.organisation.id)[block.position] == 38 + 6)
        #expect(try await ask.lines(.cardsAdded) == 2)
    }

    @Test func `there are cards for blocks of an open wave only`() async throws {
        let ask = try await AskHouse()
        let (wave, draft) = (try await ask.opened(), try await ask.draft())
        try await ask.house.test { client in
            #expect(try await ask.hr.get(ask.path(wave, "cards/0"), client).status == .notFound)
            #expect(try await ask.hr.get(ask.path(wave, "cards/zorg"), client).status == .notFound)
            #expect(try await ask.hr.get(ask.path(draft, "cards"), client).location == ask.path(draft))
            try await ask.store.withdraw(wave.id, in: ask.organisation.id)
            #expect(try await ask.hr.get(ask.path(wave, "cards/1"), client).location == ask.path(wave))
            let more = try await ask.hr.post(ask.path(wave, "cards"), [("block", "1"), ("count", "3")], client)
            #expect(more.location == ask.path(wave))
        }
        #expect(try await ask.lines(.cardsListed) == 0)
    }
}
