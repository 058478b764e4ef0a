import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@Suite struct AskIndexTests {
    @Test func `without waves there is one thing to do, for hr alone`() async throws {
        let ask = try await AskHouse(units: nil)
        let board = try await ask.house.visitor(.board)
        try await ask.house.test { client in
            let page = try await ask.hr.get("/waves", client)
            #expect(page.status == .ok)
            #expect(page.isComplete)
            #expect(page.text.contains("Er is nog niets gevraagd"))
            #expect(page.text.components(separatedBy: "class=\"button\"").count == 2)
            #expect(page.text.contains("href=\"/waves/new\""))
            let other = try await board.get("/waves", client)
            #expect(other.text.contains("Hr maakt er een"))
            #expect(!other.text.contains("/waves/new"))
        }
    }

    @Test func `waves stand under open, in preparation and earlier`() async throws {
        let ask = try await AskHouse()
        let open = try await ask.opened()
        _ = try await ask.draft("Volgend jaar")
        let old = try await ask.draft("Vorig jaar")
        try await ask.store.open(old.id, in: ask.organisation.id)
        try await ask.store.withdraw(old.id, in: ask.organisation.id)
        try await ask.house.test { client in
            for language in ["nl", "en"] {
                let page = try await ask.hr.get("/waves", client, language: language)
                #expect(page.isComplete)
                let places = ["Meting 2026</a>", "Volgend jaar</a>", "Vorig jaar</a>"].map {
                    page.text.range(of: $0)?.lowerBound
                }
                #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
            }
            let page = try await ask.hr.get("/waves", client)
            #expect(page.text.contains("Nu loopt Meting 2026"))
            #expect(page.text.contains("Nog 21 dagen, tot en met maandag 26 oktober."))
            #expect(page.text.contains("href=\"\(ask.path(open))\""))
        }
    }

    @Test func `who reads totals only knows of published waves, by their results`() async throws {
        let ask = try await AskHouse()
        let researcher = try await ask.house.visitor(.researcher)
        let wave = try await ask.opened()
        _ = try await ask.draft("Volgend jaar")
        try await ask.house.test { client in
            let before = try await researcher.get("/waves", client)
            #expect(!before.text.contains("Volgend jaar"))
            #expect(!before.text.contains("href=\"\(ask.path(wave))"))
        }
        try await ask.store.close(wave.id, in: ask.organisation.id)
        try await ask.house.test { client in
            let after = try await researcher.get("/waves", client)
            #expect(!after.text.contains("Meting 2026"))
        }
        try await ask.store.publish(wave.id, in: ask.organisation.id)
        try await ask.house.test { client in
            let then = try await researcher.get("/waves", client)
            #expect(then.text.contains(ask.path(wave, "results")))
        }
    }
}
