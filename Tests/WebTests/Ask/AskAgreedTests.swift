import Core
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What was agreed at opening, and what may still move.
@Suite struct AskAgreedTests {
    @Test func `a later end is told beside what was agreed, on every page that names the days`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let frozen = try #require(wave.manifest)
        let block = try await ask.blocks(of: wave)[0].position
        let end = "erplaatst van maandag 26 oktober 2026 naar vrijdag 20 november 2026"
        let results = "erplaatst van maandag 9 november 2026 naar vrijdag 4 december 2026"
        try await ask.house.test { client in
            let before = try await client.get("/m/\(wave.slug)").text
            #expect(!before.contains("erplaatst van"))
            #expect(
                try await ask.hr.post(ask.path(wave, "end"), [("closes", "20-11-2026")], client).status == .seeOther)
            for path in [ask.path(wave, "manifest"), ask.path(wave)] {
                let page = try await ask.hr.get(path, client)
                #expect(page.isComplete)
                #expect(page.text.contains(end) && page.text.contains(results), "\(path)")
            }
            let form = try await client.get("/m/\(wave.slug)").text
            #expect(form.contains(end) && form.contains(results))
            #expect(form.contains("Op vrijdag 4 december 2026 deelt De Linde de uitkomsten"))
            let english = try await client.get("/m/\(wave.slug)", language: "en").text
            #expect(english.contains("was moved from Monday 26 October 2026 to Friday 20 November 2026"))
            let cards = try await ask.hr.get(ask.path(wave, "cards/\(block)"), client).text
            #expect(cards.contains("Tot en met 20 november.") && cards.contains("Uitkomsten: 4 december."))
            let piles = try await ask.hr.get(ask.path(wave, "cards"), client).text
            #expect(piles.contains("noemen nog de oude dagen"))
        }
        #expect(try await ask.now(wave).manifest == frozen)
    }

    @Test func `a wave that is not as agreed is not published, and its page says why`() async throws {
        let told = try await Told(until: .closed)
        let (wave, hr) = (told.wave, try await told.house.visitor(.hr))
        try await told.house.store.change(
            wave.id, in: wave.organisation, since: wave.version, by: nil, { $0.threshold = 5 })
        try await told.house.test { client async throws in
            for language in ["nl", "en"] {
                let refused = try await hr.post(
                    "/waves/\(wave.id)/publication?lang=\(language)", [("sure", "1")], client)
                #expect(refused.status == .unprocessableContent)
                let words = language == "nl" ? "niet meer zoals is afgesproken" : "no longer as agreed"
                #expect(refused.text.contains(words))
            }
            #expect(try await client.get("/d/\(wave.slug)").text.contains("De uitkomsten komen op "))
        }
    }

    @Test func `the page for everybody shows no more than was agreed, whatever a column says`() async throws {
        let told = try await Told(sharing: .totals)
        let wave = told.wave
        try await told.house.store.change(
            wave.id, in: wave.organisation, since: wave.version, by: nil, { $0.sharing = .units })
        try await told.house.test { client async throws in
            let page = try await client.get("/d/\(wave.slug)").page
            #expect(page.rowHeads.isEmpty)
            for team in ["Hof", "Veld", "Keuken", "Zorg"] { #expect(!page.source.contains(team)) }
        }
    }

    @Test func `a draft goes after one look, and what was opened never`() async throws {
        let ask = try await AskHouse()
        let (draft, open) = (try await ask.draft("Weg ermee"), try await ask.opened())
        try await ask.store.noteReading(of: draft.id, by: "Ria", account: nil, in: ask.organisation.id)
        let path = ask.path(draft, "removal")
        try await ask.house.test { client in
            #expect(try await ask.hr.get(ask.path(draft, "review"), client).text.contains("href=\"\(path)\""))
            for language in ["nl", "en"] {
                let page = try await ask.hr.get(path, client, language: language)
                #expect(page.status == .ok && page.isComplete && page.text.contains("Ria"))
            }
            let stale = try await ask.hr.post(path, [("version", "7")], client)
            #expect(stale.status == .conflict && stale.text.contains("Er is nog niets weg"))
            #expect(try await ask.hr.get(ask.path(open, "removal"), client).location == ask.path(open))
            let never = try await ask.hr.post(ask.path(open, "removal"), [("version", "\(open.version)")], client)
            #expect(never.location == ask.path(open))
            #expect(try await ask.hr.post(path, [("version", stale.hidden("version"))], client).location == "/waves")
            #expect(try await ask.hr.get(ask.path(draft), client).status == .notFound)
            #expect(try await client.get("/m/\(draft.slug)").status == .notFound)
        }
        #expect(try await ask.lines(.waveRemoved) == 1)
        #expect(try await ask.now(open).state == .open)
    }
}
