import Core
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@Suite struct AskLeftoversTests {
    private func fields(_ counts: [Int: String], version: Int) -> [(String, String)] {
        counts.map { ("left-\($0.key)", $0.value) } + [("version", "\(version)")]
    }

    @Test func `hr counts the piles, and the report tells the total of all of them`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let blocks = try await ask.blocks(of: wave).map(\.position)
        try await ask.answer(wave, block: blocks[0], times: 12)
        let path = ask.path(wave, "leftovers")
        let council = try await ask.house.visitor(.council)
        try await ask.house.test { client in
            #expect(try await ask.hr.get(ask.path(wave), client).text.contains("href=\"\(path)\""))
            #expect(try await ask.hr.get(ask.path(wave, "cards"), client).text.contains("href=\"\(path)\""))
            for language in ["nl", "en"] {
                let page = try await ask.hr.get(path, client, language: language)
                #expect(page.status == .ok && page.isComplete)
            }
            let some = try await ask.hr.post(path, fields([blocks[0]: "3"], version: 0), client)
            #expect(some.location == path)
            #expect(try await ask.hr.get(path, client).text.contains("Nog niet elke stapel is geteld"))
            try await ask.store.close(wave.id, in: ask.organisation.id)
            let report = try await council.get(ask.path(wave, "results"), client)
            #expect(report.text.contains("<dt>Over en vernietigd</dt><dd>niet geteld</dd>"))
            #expect(report.text.contains("<dt>Antwoorden vervangen</dt><dd>minder dan 10 keer</dd>"))

            let all = Dictionary(uniqueKeysWithValues: blocks.map { ($0, $0 == blocks[0] ? "3" : "0") })
            #expect(try await ask.hr.post(path, fields(all, version: 1), client).location == path)
            let made = try await ask.store.cardsMade(for: wave.id, in: ask.organisation.id).values.reduce(0, +)
            for page in ["results", "manifest"] {
                let told = try await council.get(ask.path(wave, page), client)
                #expect(told.isComplete)
                #expect(told.text.contains("<dt>Kaartjes gemaakt</dt><dd>\(made), met reserve</dd>"))
                #expect(told.text.contains("<dt>Over en vernietigd</dt><dd>3</dd>"))
                #expect(told.text.contains("<dt>Antwoorden binnen</dt><dd>12</dd>"))
            }
            let document = try await council.get(ask.path(wave, "results.json"), client).text
            #expect(document.contains(#""leftover":{"bound":"exact","value":3}"#))
            #expect(document.contains(#""replaced":{"bound":"at-most","value":10}"#))
        }
        #expect(try await ask.lines(.cardsLeft) == 2)
    }

    @Test func `before publishing only hr and the council read what became of the cards`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let board = try await ask.house.visitor(.board)
        try await ask.store.close(wave.id, in: ask.organisation.id)
        try await ask.house.test { client in
            let path = ask.path(wave, "manifest")
            #expect(try await ask.hr.get(path, client).text.contains("Kaartjes gemaakt"))
            #expect(try await !board.get(path, client).text.contains("Kaartjes gemaakt"))
            try await ask.store.publish(wave.id, in: ask.organisation.id)
            #expect(try await board.get(path, client).text.contains("Kaartjes gemaakt"))
        }
    }

    @Test func `a number that cannot be is named with its pile, and what was typed stays`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let block = try #require(try await ask.blocks(of: wave).first { $0.names == [.unit("Lindehof")] }).position
        let path = ask.path(wave, "leftovers")
        try await ask.house.test { client in
            for wrong in ["39", "-1", "veel", "3,5"] {
                let page = try await ask.hr.post(path, fields([block: wrong], version: 0), client)
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains("Lindehof: vul een heel getal in, van 0 tot en met 38"))
                #expect(page.text.contains("href=\"#left-\(block)\""))
                #expect(page.text.contains("name=\"left-\(block)\" value=\"\(wrong)\""))
            }
        }
        #expect(try await ask.store.leftovers(of: wave.id, in: ask.organisation.id).counts.isEmpty)
    }

    @Test func `of two who count at once the second sees what the first wrote`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let block = try await ask.blocks(of: wave)[0].position
        let path = ask.path(wave, "leftovers")
        try await ask.house.test { client in
            #expect(try await ask.hr.post(path, fields([block: "3"], version: 0), client).location == path)
            let late = try await ask.hr.post(path, fields([block: "5"], version: 0), client)
            #expect(late.status == .conflict)
            #expect(late.text.contains("value=\"5\"") && late.hidden("version") == "1")
            #expect(late.text.contains("Dit is intussen gewijzigd, door iemand anders of in een ander venster"))
        }
    }

    @Test func `there is nothing to count before opening, nor after publishing`() async throws {
        let ask = try await AskHouse()
        let (wave, draft) = (try await ask.opened(), try await ask.draft())
        try await ask.store.close(wave.id, in: ask.organisation.id)
        try await ask.store.publish(wave.id, in: ask.organisation.id)
        try await ask.house.test { client async throws in
            for one in [wave, draft] {
                #expect(try await ask.hr.get(ask.path(one, "leftovers"), client).location == ask.path(one))
                #expect(try await ask.hr.post(ask.path(one, "leftovers"), [], client).location == ask.path(one))
            }
        }
        #expect(try await ask.lines(.cardsLeft) == 0)
    }
}
