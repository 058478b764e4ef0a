import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@Suite struct AskOpeningTests {
    private func open(_ wave: Wave, in ask: AskHouse, _ client: any TestClientProtocol) async throws -> TestResponse {
        let review = try await ask.hr.get(ask.path(wave, "review"), client)
        return try await ask.hr.post(
            ask.path(wave, "opening"), [("agreement", review.hidden("agreement"))], client)
    }

    @Test func `what was read is what opens`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let opened = try await open(wave, in: ask, client)
            #expect((opened.status, opened.location) == (.seeOther, ask.path(wave)))
            #expect(try await ask.now(wave).state == .open)
            #expect(try await ask.lines(.waveOpened) == 1)
        }
    }

    @Test func `units that changed since the look-over are a conflict, shown with the new numbers`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let review = try await ask.hr.get(ask.path(wave, "review"), client)
            try await ask.house.addUnits("path;headcount\nDe Linde > Keuken;40\n")
            let fields = [("agreement", review.hidden("agreement"))]
            let page = try await ask.hr.post(ask.path(wave, "opening"), fields, client)
            #expect(page.status == .conflict)
            #expect(page.text.contains("40 medewerkers in 1 blok"))
            #expect(try await ask.now(wave).state == .draft)
            let again = [("agreement", page.hidden("agreement"))]
            #expect(try await ask.hr.post(ask.path(wave, "opening"), again, client).status == .seeOther)
        }
    }

    @Test(arguments: ["", "zz", "00"])
    func `a form that says nothing of what was read opens nothing`(agreement: String) async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let page = try await ask.hr.post(ask.path(wave, "opening"), [("agreement", agreement)], client)
            #expect(page.status == .conflict)
        }
        #expect(try await ask.now(wave).state == .draft)
    }

    @Test func `fewer than ten people cannot open, nor can nobody`() async throws {
        for units in [nil, "path;headcount\nNacht;9\n"] {
            let ask = try await AskHouse(units: units)
            let wave = try await ask.draft()
            try await ask.house.test { client in
                let review = try await ask.hr.get(ask.path(wave, "review"), client)
                #expect(review.isComplete)
                #expect(!review.text.contains("action=\"\(ask.path(wave, "opening"))\""))
                let page = try await ask.hr.post(ask.path(wave, "opening"), [], client)
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains("Deze meting kan nog niet open"))
            }
            #expect(try await ask.now(wave).state == .draft)
        }
    }

    @Test func `a last day that passed while preparing keeps it from opening`() async throws {
        let time = Timepiece(House.morning)
        let ask = try await AskHouse(House { $0.clock = time.clock })
        let wave = try await ask.draft()
        time.pass(22 * 86_400)
        let hr = try await ask.house.visitor(.hr)
        try await ask.house.test { client in
            let review = try await hr.get(ask.path(wave, "review"), client)
            #expect(review.text.contains("De laatste dag is al voorbij") && !review.text.contains("Openen mag"))
            #expect(!review.text.contains("name=\"agreement\""))
        }
    }

    @Test func `the look-over warns of what is allowed but not wise`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave, "review"), client)
            #expect(page.text.contains("telefoons van collega’s komen er niet"))
            #expect(page.text.contains("Niemand las deze afspraken nog"))
            #expect(page.text.contains("niet gevalideerd"))
        }
        let known = try await AskHouse(House(baseURL: "http://weefsel.example"))
        let other = try await known.draft()
        try await known.store.noteReading(of: other.id, by: "Anna", account: nil, in: known.organisation.id)
        try await known.house.test { client in
            let page = try await known.hr.get(known.path(other, "review"), client)
            #expect(!page.text.contains("telefoons van collega’s komen er niet"))
            #expect(!page.text.contains("Niemand las deze afspraken nog"))
            #expect(page.text.contains("Gezien door Anna op maandag 5 oktober 2026"))
        }
    }

    @Test func `who clicks twice opens once, and the codes stay those of the secret on disk`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let review = try await ask.hr.get(ask.path(wave, "review"), client)
            let fields = [("agreement", review.hidden("agreement"))]
            async let first = ask.hr.post(ask.path(wave, "opening"), fields, client)
            async let second = ask.hr.post(ask.path(wave, "opening"), fields, client)
            let statuses = try await [first.status, second.status]
            #expect(statuses.contains(.seeOther))
        }
        #expect(try await ask.lines(.waveOpened) == 1)
        let file = ask.house.folder.appendingPathComponent("waves/\(wave.id)/secret")
        let made = try await ask.store.cardsMade(for: wave.id, in: ask.organisation.id)
        let book = CodeBook(
            WaveSecret(Array(try Data(contentsOf: file))),
            made.sorted { $0.key < $1.key }.map { CardBatch(block: $0.key, count: $0.value) })
        for pile in try await ask.store.codes(of: wave.id, in: ask.organisation.id) {
            for code in pile.codes { #expect(book.block(of: code) == pile.block.position) }
        }
    }
}
