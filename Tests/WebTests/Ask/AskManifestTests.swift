import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Support
import Surveys
import Testing

@testable import Web

@Suite struct AskManifestTests {
    @Test func `the council reads the draft, and that it did stands on the print`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        let council = try await ask.house.visitor(.council)
        try await ask.house.test { client in
            #expect(try await council.get(ask.path(wave), client).location == ask.path(wave, "manifest"))
            let before = try await council.get(ask.path(wave, "manifest"), client)
            #expect(before.isComplete)
            #expect(before.text.contains("Niemand noteerde"))
            let noted = try await council.post(
                ask.path(wave, "manifest/readings"), [("name", "Anna <or>")], client)
            #expect(noted.status == .seeOther)
            let after = try await ask.hr.get(ask.path(wave, "manifest"), client)
            #expect(after.text.contains("<p>Gezien door Anna &lt;or&gt; op maandag 5 oktober 2026</p>"))
            #expect(try await ask.lines(.manifestSeen) == 1)
        }
    }

    @Test(arguments: [(Language.dutch, "Zorg (leiding en staf)"), (.english, "Zorg (management and staff)")])
    func `blocks of which only the agreements are left are told in the words of the reader`(
        language: Language, told: String
    ) async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let words = try Words(House.root.appendingPathComponent("Locales"))
        let page = ManifestPage(
            say: Speech(words: words, language: language), wave: wave, manifest: try #require(wave.manifest),
            groups: [],
            instrument: nil, readings: [], account: nil, mayRead: false, forms: (0, nil), rawDecisions: []
        ).page()
        let names = try #require(page.values["blocks"] as? [[String: String]]).compactMap { $0["name"] }
        #expect(names.contains { $0.contains(told) })
        #expect(!names.contains { $0.contains("(staff)") })
    }

    @Test func `a change after reading shows, and reading again clears it`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        let readings = ask.path(wave, "manifest/readings")
        try await ask.house.test { client in
            _ = try await ask.hr.post(readings, [("name", "Anna")], client)
            let fields = [("version", "0"), ("sharing", "units"), ("threshold", "5")]
            _ = try await ask.hr.post(ask.path(wave, "sharing"), fields, client)
            let changed = try await ask.hr.get(ask.path(wave, "manifest"), client)
            #expect(changed.text.contains("Daarna is er nog iets gewijzigd."))
            let review = try await ask.hr.get(ask.path(wave, "review"), client)
            #expect(review.text.contains("Na het lezen is er nog iets gewijzigd."))
            _ = try await ask.hr.post(readings, [("name", "Anna")], client)
            try await ask.store.open(wave.id, in: ask.organisation.id)
            let opened = try await ask.hr.get(ask.path(wave, "manifest"), client)
            #expect(opened.text.contains("Gezien door Anna"))
            #expect(!opened.text.contains("Daarna is er nog iets gewijzigd."))
        }
    }

    @Test func `a reading needs a name, a draft, and somebody of hr or the council`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        let board = try await ask.house.visitor(.board)
        let readings = ask.path(wave, "manifest/readings")
        try await ask.house.test { client in
            let empty = try await ask.hr.post(readings, [("name", "  ")], client)
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("id=\"name-wrong\""))
            #expect(try await board.post(readings, [("name", "Bob")], client).status == .notFound)
            let after = try await board.get(ask.path(wave, "manifest"), client)
            #expect(!after.text.contains("name=\"name\""))
            try await ask.store.open(wave.id, in: ask.organisation.id)
            let late = try await ask.hr.post(readings, [("name", "Anna")], client)
            #expect(late.status == .unprocessableContent)
        }
        #expect(try await ask.store.readings(of: wave.id, in: ask.organisation.id).isEmpty)
    }

    @Test func `after opening the bytes are canonical, and nothing changes them`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let frozen = try #require(wave.manifest)
        let file = ask.path(wave, "manifest.json")
        try await ask.house.test { client in
            let first = try await ask.hr.get(file, client)
            #expect(first.headers[.contentType] == "application/json")
            #expect(Array(buffer: first.body) == frozen.bytes)
            try await ask.house.addUnits("path;headcount\nDe Linde > Keuken;40\n")
            _ = try await ask.hr.post(ask.path(wave, "end"), [("closes", "30-10-2026")], client)
            #expect(try await ask.hr.get(file, client).body == first.body)
            let page = try await ask.hr.get(ask.path(wave, "manifest"), client)
            #expect(page.isComplete)
            #expect(page.text.contains(frozen.fingerprint))
            #expect(page.text.contains("Verplaatst van maandag 26 oktober 2026 naar vrijdag 30 oktober 2026."))
            #expect(page.text.contains("Zorg (leiding en staf)") && page.text.contains("<b>121</b>"))
        }
        let value = try JSONSerialization.jsonObject(with: Data(frozen.bytes))
        let canonical = try JSONSerialization.data(
            withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
        #expect(Array(canonical) == frozen.bytes)
    }

    @Test func `a draft has no file yet, and without units nothing to agree on`() async throws {
        let ask = try await AskHouse(units: nil)
        let wave = try await ask.draft()
        try await ask.house.test { client in
            #expect(try await ask.hr.get(ask.path(wave, "manifest.json"), client).status == .notFound)
            let page = try await ask.hr.get(ask.path(wave, "manifest"), client)
            #expect(page.status == .ok && page.isComplete)
            #expect(page.text.contains("Er is nog niets af te spreken"))
        }
    }
}
