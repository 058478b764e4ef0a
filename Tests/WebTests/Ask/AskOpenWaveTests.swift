import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@Suite struct AskOpenWaveTests {
    @Test func `response is told to five from ten, and not under ten`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let council = try await ask.house.visitor(.council)
        let blocks = try await ask.blocks(of: wave)
        let hof = try #require(blocks.first { $0.names == [.unit("Lindehof")] })
        let veld = try #require(blocks.first { $0.names == [.unit("Lindeveld")] })
        try await ask.house.test { client in
            let fresh = try await ask.hr.get(ask.path(wave), client)
            #expect(fresh.text.contains("De meting is open") && fresh.isComplete)
        }
        try await ask.answer(wave, block: veld.position, times: 9)
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave), client)
            #expect(page.text.contains("Minder dan 10 van de 121"))
            #expect(!page.text.contains("±"))
        }
        let later = try await AskHouse()
        let second = try await later.opened()
        try await later.answer(second, block: hof.position, times: 12)
        try await later.house.test { client in
            let page = try await later.hr.get(later.path(second), client)
            #expect(page.isComplete)
            #expect(page.text.contains("Ongeveer 10 van de 121 collega’s deden al mee"))
            #expect(
                page.text.contains(
                    "<th scope=\"row\">Lindehof</th><td class=\"num\">34</td><td class=\"num\">± 10</td>"))
            #expect(page.text.contains("<td class=\"num\">38</td><td class=\"num\">minder dan 10</td>"))
        }
        try await ask.house.test { client in
            let page = try await council.get(ask.path(wave), client)
            #expect(page.text.contains("minder dan 10"))
            #expect(!page.text.contains("<form class=") && !page.text.contains("/cards"))
        }
    }

    @Test(arguments: [13, 15]) func `no more are told to take part than were asked`(times: Int) async throws {
        let ask = try await AskHouse(units: "path;headcount\nDe Linde > Zorg;13\n")
        let wave = try await ask.opened()
        let block = try #require(try await ask.blocks(of: wave).first)
        try await ask.answer(wave, block: block.position, times: times)
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave), client)
            #expect(page.text.contains("Ongeveer 10 van de 13 collega’s deden al mee"))
            #expect(page.text.contains("± 10</td>") && !page.text.contains("± 15"))
        }
    }

    @Test func `a leader knows the own blocks and hands out cards, without the response`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let kitchen = try #require(try await ask.store.units(in: ask.organisation.id).unit(at: ["De Linde", "Keuken"]))
        let leader = try await ask.house.visitor(.leader, unit: kitchen.id)
        let board = try await ask.house.visitor(.board)
        let block = try #require(try await ask.blocks(of: wave).first { $0.names == [.unit("Keuken")] })
        try await ask.answer(wave, block: block.position, times: 12)
        try await ask.house.test { client in
            let page = try await leader.get(ask.path(wave), client)
            #expect(page.status == .ok && page.isComplete)
            #expect(page.text.contains("Deel de kaartjes van deze blokken uit"))
            #expect(
                page.text.contains("<th scope=\"row\">Keuken</th><td class=\"num\">23</td><td class=\"num\">26</td>"))
            #expect(!page.text.contains("Lindehof") && !page.text.contains("±") && !page.text.contains("Ongeveer"))
            let other = try await board.get(ask.path(wave), client)
            #expect(other.isComplete)
            #expect(!other.text.contains("Keuken") && !other.text.contains("±"))
        }
    }

    @Test func `the last day moves later only, and what was typed stays`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        try await ask.house.test { client in
            for (typed, words) in [("25-10-2026", "alleen later"), ("ooit", "Vul een dag in")] {
                let page = try await ask.hr.post(ask.path(wave, "end"), [("closes", typed)], client)
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains("value=\"\(typed)\"") && page.text.contains(words))
            }
            #expect(
                try await ask.hr.post(ask.path(wave, "end"), [("closes", "2026-10-30")], client).status == .seeOther)
            let after = try await ask.hr.get(ask.path(wave), client)
            #expect(after.text.contains("tot en met vrijdag 30 oktober"))
        }
        #expect(try await ask.lines(.endMoved) == 1)
    }

    @Test(arguments: ["closure", "withdrawal"])
    func `what cannot be undone asks for a tick first`(part: String) async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        try await ask.house.test { client in
            let page = try await ask.hr.post(ask.path(wave, part), [], client)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("href=\"#\(part)-sure\"") && page.text.contains("id=\"\(part)-wrong\""))
            #expect(try await ask.now(wave).state == .open)
            #expect(try await ask.hr.post(ask.path(wave, part), [("sure", "1")], client).status == .seeOther)
            let over = try await ask.hr.get(ask.path(wave), client)
            #expect(over.isComplete)
            #expect(over.text.contains(part == "closure" ? "Meting 2026 is gesloten" : "Meting 2026 is ingetrokken"))
            #expect(over.text.contains(part == "closure" ? "Publiceer de uitkomsten" : "ongelezen vernietigd"))
            let again = try await ask.hr.post(ask.path(wave, part), [("sure", "1")], client)
            #expect(again.location == ask.path(wave))
        }
        #expect(try await ask.lines(part == "closure" ? .waveClosed : .waveWithdrawn) == 1)
    }

    @Test func `of several who end a wave at once one does, and no answer is lost`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        try await ask.answer(wave, block: try await ask.blocks(of: wave)[0].position, times: 12)
        try await ask.house.test { client in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask { _ = try await ask.hr.post(ask.path(wave, "closure"), [("sure", "1")], client) }
                }
                try await group.waitForAll()
            }
        }
        let closed = try await ask.now(wave)
        #expect(closed.state == .closed)
        #expect(try await ask.lines(.waveClosed) == 1)
        let release = try await ask.store.release(of: closed)
        #expect(release.responses.first { $0.group == 0 }?.respondents == 12)
    }

    @Test func `a restored wave that was open says why it is withdrawn`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("weefsel-\(UUID().uuidString)")
        try Store.restore(try await ask.store.backUp().file, into: copy.path)
        let restored = try await House(in: copy)
        let board = try await restored.visitor(.board)
        try await restored.test { client in
            for language in ["nl", "en"] {
                let page = try await board.get("/waves/\(wave.id)", client, language: language)
                #expect(page.isComplete)
                #expect(page.text.contains(language == "nl" ? "in geen enkele reservekopie" : "in no backup"))
            }
        }
    }

    @Test func `publishing says beforehand who will see what, and is done once`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let board = try await ask.house.visitor(.board)
        try await ask.store.close(wave.id, in: ask.organisation.id)
        let results = "href=\"\(ask.path(wave, "results"))\""
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave), client)
            #expect(page.text.contains("Iedereen in De Linde ziet de thema’s over de hele organisatie, op een adres"))
            #expect(page.text.contains("/d/\(wave.slug)") && page.text.contains(results))
            let then = try await board.get(ask.path(wave), client)
            #expect(!then.text.contains(results))
            let early = try await ask.hr.post(ask.path(wave, "publication"), [], client)
            #expect(early.status == .unprocessableContent && early.text.contains("Zet eerst een vinkje"))
            #expect(try await ask.now(wave).state == .closed)
            let sure = [("sure", "1")]
            #expect(try await ask.hr.post(ask.path(wave, "publication"), sure, client).status == .seeOther)
            let shared = try await board.get(ask.path(wave), client)
            #expect(shared.text.contains(results) && shared.isComplete)
            let again = try await ask.hr.post(ask.path(wave, "publication"), [], client)
            #expect(again.status == .unprocessableContent)
        }
        #expect(try await ask.lines(.wavePublished) == 1)
    }
}
