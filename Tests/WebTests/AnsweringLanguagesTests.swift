import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Methods
import NIOCore
import Store
import Support
import Surveys
import Testing

@testable import Web

/// Languages that only the pages of answering speak.
@Suite struct AnsweringLanguagesTests {
    private static let more = Language.answering.filter { !Language.spoken.contains($0) }
    private static let typed: Set<String> = [
        "Weefsel", "De Linde", "Meting", "Nederlands", "English", "Français", "Eenvoudig Nederlands",
    ]

    /// Whether a page is whole in a language: a text that fell back to Dutch is not known in it.
    private func check(_ page: ReadPage, _ language: Language, typed: Set<String> = [], _ name: String) throws {
        #expect(page.language == language.rawValue, "\(name)")
        #expect(!page.source.contains("⟦"), "\(name)")
        #expect(page.texts.contains { $0.count > 20 }, "\(name)")
        var known = try KnownTexts(language, typed: Self.typed.union(typed))
        let strangers = page.texts.filter { !known.holds($0) }
        #expect(strangers == [], "\(name)")
    }

    @Test(arguments: more)
    func `in every state of a wave all pages are whole in a further language`(language: Language) async throws {
        let full = try await FullHouse(House())
        let typed = FullHouse.names + full.waves.values.map(\.slug)
        try await full.house.test { client async throws in
            for (state, wave) in full.waves {
                for part in ["", "/thanks"] + AboutPage.Part.allCases.map({ "/" + $0.rawValue }) {
                    let page = try await client.get("/m/\(wave.slug)\(part)?lang=\(language)").page
                    try check(page, language, typed: Set(typed), "\(state) \(part)")
                    let own = page.links.filter { $0.hasPrefix("/m/") && !page.otherLanguages.contains($0) }
                    #expect(own.allSatisfy { $0.hasSuffix("lang=\(language)") }, "\(state) \(part)")
                    #expect(page.otherLanguages.count == Language.answering.count - 1, "\(state) \(part)")
                }
            }
            let unknown = try await client.get("/m/zzzzz?lang=\(language)")
            #expect(unknown.status == .notFound)
            try check(unknown.page, language, "an unknown address")
        }
    }

    @Test(arguments: more)
    func `sending works, and a refusal is told in the language of the page`(language: Language) async throws {
        let open = try await OpenHouse(House(), pack: "basic-needs")
        let (code, item, typed) = (
            open.codes[0], open.items[0], Set(open.codes.prefix(1) + [open.wave.slug, "2222-2222"])
        )
        try await open.house.test { client async throws in
            func send(_ fields: [(String, String)], asScript: Bool = false) async throws -> TestResponse {
                let headers: HTTPFields = asScript ? [.accept: "application/json"] : [:]
                return try await client.send("\(open.path)?lang=\(language)", fields, headers: headers)
            }
            func refused(_ fields: [(String, String)], _ status: Int) async throws {
                let answer = try await send(fields)
                #expect(Int(answer.status.code) == status, "\(fields.count)")
                try check(answer.page, language, typed: typed, "\(status)")
            }
            try await refused([], 422)
            try await refused([("code", "2222-2222"), (item, "3")], 422)
            try await refused([("code", code), ("verzonnen", "1")], 422)
            try await refused([("code", code), (item, "99")], 422)
            try await refused([("code", code), ("x", String(repeating: "x", count: 65_600))], 413)
            let stored = try await send([("code", code), (item, "3")])
            #expect(stored.status == .seeOther)
            let thanks = try await client.get(stored.headers[.location] ?? "")
            try check(thanks.page, language, typed: typed, "thanks")
            try await refused([("code", code), (item, "3")], 409)
            let script = try await send([("code", "2222-2222")], asScript: true)
            let words = try Words(House.root.appendingPathComponent("Locales"))
            let told = ["code_is_wrong", "code_is_unknown"].map { words("submission.\($0)", in: language) }
            #expect(told.contains { script.text.contains("\"problem\":\"\($0)\"") }, "\(script.text)")
        }
        try await open.house.store.withdraw(open.wave.id, in: open.wave.organisation)
        try await open.house.test { client async throws in
            let late = try await client.send("\(open.path)?lang=\(language)", [("code", code)])
            #expect(late.status == .forbidden)
            try check(late.page, language, typed: typed, "withdrawn")
        }
    }

    @Test func `a browser gets its language where the wave speaks it, and else Dutch or English`() async throws {
        let house = try await House()
        let (pulse, survey) = (try await OpenHouse(house), try await OpenHouse(house, pack: "staff-survey-care"))
        try await house.test { client async throws in
            func language(_ path: String, _ accepted: String) async throws -> String? {
                try await client.get(path, language: accepted).page.language
            }
            #expect(try await language(pulse.path, "fr-BE,fr;q=0.9,nl;q=0.8") == "fr")
            #expect(try await language(pulse.path + "?lang=xx", "fr") == "fr")
            #expect(try await language(pulse.path + "?lang=xx", "de") == "nl")
            #expect(try await language(pulse.path + "?lang=nl-x-plain", "fr") == "nl-x-plain")
            #expect(try await language(pulse.path + "?lang=en", "fr") == "en")
            #expect(try await language(survey.path, "fr") == "nl")
            #expect(try await language(survey.path + "?lang=fr", "en") == "en")
            #expect(try await language(survey.path + "?lang=nl-x-plain", "nl") == "nl")
            // The rest of the program speaks two.
            #expect(try await language("/sign-in?lang=fr", "en") == "en")
            #expect(try await language("/d/\(pulse.wave.slug)?lang=fr", "en") == "en")
        }
    }

    @Test func `a wave whose questions are in Dutch and English never offers French`() async throws {
        let open = try await OpenHouse(House(), pack: "staff-survey-care")
        try await open.house.test { client async throws in
            for path in ["", "/thanks"] + AboutPage.Part.allCases.map({ "/" + $0.rawValue }) {
                let answer = try await client.get(open.path + path + "?lang=fr")
                #expect(answer.status == .ok && answer.page.language == "nl", "\(path)")
                #expect(answer.page.otherLanguages == ["\(open.path)\(path)?lang=en"], "\(path)")
                #expect(!answer.text.contains("Français"), "\(path)")
            }
        }
    }

    @Test func `the trial and the cards know the languages, and hr keeps its own`() async throws {
        let house = try await House()
        let (open, survey) = (try await OpenHouse(house), try await OpenHouse(house, pack: "staff-survey-care"))
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let trial = try await hr.get("/waves/\(open.wave.id)/trial?lang=fr", client)
            try check(trial.page, .french, typed: [EntryCode.example.description], "trial")
            #expect(trial.page.otherLanguages.count == 3)
            #expect(trial.headers[values: .setCookie].isEmpty)
            let sent = try await hr.post("/waves/\(open.wave.id)/trial?lang=fr", [], client)
            try check(sent.page, .french, typed: [open.wave.slug], "thanks of the trial")
            for (wave, isTold) in [(open.wave, true), (survey.wave, false)] {
                let piles = try await hr.get("/waves/\(wave.id)/cards", client).page.links
                let pile = try #require(piles.first { $0.contains("/cards/") })
                let cards = try await hr.get(pile, client)
                #expect(cards.status == .ok && cards.text.contains("codecard"))
                #expect(cards.text.contains("<span lang=\"fr\">Français</span>") == isTold)
            }
        }
    }
}
