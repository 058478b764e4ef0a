import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Methods
import Support
import Surveys
import Testing

@testable import Store
@testable import Web

/// Names as nobody expects them: each is shown as it was typed, and does nothing.
@Suite struct OddNamesTests {
    static let script = "<script>alert(1)</script>"
    static let quotes = "O'Hara & \"De Wilg\""
    static let hebrew = "בית האלון (א)"
    static let emoji = "👩‍👩‍👧‍👦 Weide 🌳"
    static let own = "\(emoji) \(script) 'en' \"zo\" \(hebrew)"
    /// A name of a team has no ">": that parts levels in a file.
    static let half = "<img src=x onerror=alert(1) "

    /// An organisation, teams, a wave and a question of such names.
    private func odd() async throws -> OddWave {
        let house = try await House()
        let (store, home) = (house.store, house.organisation)
        try await store.change(home.id, since: home.version, by: nil) { $0.name = Self.script }
        for name in [Self.quotes, Self.hebrew, Self.emoji, Self.half] {
            try await store.addUnit(name, under: nil, headcount: 30, by: nil, in: home.id)
        }
        let draft = try await house.draftWave("\(Self.quotes) \(Self.script) \(Self.hebrew)") { $0.sharing = .units }
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let fields = [
                ("theme", "joy"), ("own-nl-1", Self.own), ("own-en-1", Self.own), ("version", "\(draft.version)"),
            ]
            #expect(try await hr.post("/waves/\(draft.id)/questions/fit", fields, client).status == .seeOther)
        }
        try await store.open(draft.id, in: home.id)
        return try await OddWave(store.wave(draft.id, in: home.id), in: house) { [$0 % 5 + 1, 4] }
    }

    @Test func `quotes, emoji, right to left and script tags are texts on every page that tells of a wave`()
        async throws
    {
        try await odd().look { all throws in
            for part in ["<script>alert", "<img src=x", "alert(1)\""] { #expect(all.holding(part).isEmpty, "\(part)") }
            let teams: Set = [Self.quotes, Self.hebrew, Self.emoji, Self.half.trimmed]
            #expect(Set(all.report.rowHeads).isSuperset(of: teams.union([Self.script])))
            #expect(all.report.texts.contains(Self.own))
            #expect(all.share.source.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            #expect(Set(try all.told().units.compactMap(\.path.last)) == teams)
        }
    }

    @Test func `they are texts on the pages of those who work with it, and of those who answer`() async throws {
        let odd = try await odd()
        let hr = try await odd.house.visitor(.hr)
        let wave = odd.wave
        try await odd.house.test { client async throws in
            let own = ["/today", "/waves", "/waves/\(wave.id)/manifest", "/admin", "/admin/units", "/admin/people"]
            for path in own {
                let page = try await hr.get(path, client)
                #expect(page.status == .ok, "\(path)")
                #expect(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"), "\(path)")
            }
            for path in ["/m/\(wave.slug)", "/m/\(wave.slug)/privacy", "/sign-in"] {
                let page = try await client.get(path)
                #expect(!page.text.contains("<script>alert"), "\(path)")
            }
        }
    }

    @Test func `names from right to left leave what stands around them in its order`() async throws {
        let odd = try await odd()
        let (hr, wave) = (try await odd.house.visitor(.hr), odd.wave)
        let groups = try await odd.house.store.groups(of: wave.id, in: wave.organisation)
        let team = try #require(groups.first { $0.label == Self.hebrew }).position
        try await odd.house.test { client async throws in
            let slides = try await hr.get("/waves/\(wave.id)/results/\(team)", client).page
            #expect(slides.headings == ["\u{2068}\(Self.hebrew)\u{2069}: wat we samen zeggen"])
            let posters = try await hr.get("/waves/\(wave.id)/posters", client)
            #expect(posters.text.contains("\(Self.hebrew)</bdi></p>"))
            #expect(posters.page.texts.contains("\u{2068}\(Self.hebrew)\u{2069}: praat mee"))
            // What becomes a name itself bears no sign that nobody sees.
            let copy = try await hr.post("/waves/\(wave.id)/copies", [], client)
            #expect(copy.status == .seeOther)
            let waves = try await odd.house.store.waves(in: wave.organisation)
            #expect(waves.count == 2 && waves.allSatisfy { !$0.title.unicodeScalars.contains(where: \.isControl) })
            let file = try await hr.get("/waves/\(wave.id)/results/files/analysis.csv", client)
            #expect(try #require(file.headers[.contentDisposition]).contains("%E2%81%A8") == false)
        }
    }

    @Test(arguments: ["\u{202E}ednil eD", "De \u{2066}Linde", "De\u{200B}Linde"])
    func `signs that nobody sees are refused in a name, with the reason`(name: String) async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let unit = try await hr.post("/admin/units", [("name", name), ("headcount", "12"), ("parent", "")], client)
            #expect(unit.status == .unprocessableContent)
            let person = try await hr.post("/admin/people", [("name", name), ("role", "board")], client)
            #expect(person.status == .unprocessableContent)
            let wave = try await hr.post("/waves", [("title", name), ("pack", "pulse")], client)
            #expect(wave.status == .unprocessableContent)
            for answer in [unit, person, wave] {
                #expect(answer.page.texts.contains { $0.contains("zonder onzichtbare tekens") })
            }
        }
    }
}
