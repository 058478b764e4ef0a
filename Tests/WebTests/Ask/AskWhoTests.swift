import Core
import HTTPTypes
import HummingbirdTesting
import Support
import Surveys
import Testing

@Suite struct AskWhoTests {
    @Test func `the page shows which teams become which blocks`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave, "who"), client)
            #expect(page.text.contains("2 teams gaan samen met een ander"))
            #expect(page.text.contains("telt mee bij Administratie en Onderhoud, blok van 14"))
            #expect(page.text.contains("<th scope=\"row\">Zorg (leiding en staf)</th>"))
            #expect(page.text.contains("<b>121</b>") && page.text.contains("<b>5 blokken</b>"))
        }
    }

    @Test func `a larger threshold makes larger blocks`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let fields = [("version", "0"), ("sharing", "totals"), ("threshold", "20")]
            _ = try await ask.hr.post(ask.path(wave, "sharing"), fields, client)
            let page = try await ask.hr.get(ask.path(wave, "who"), client)
            #expect(page.text.contains("minstens 20 mensen"))
            #expect(page.text.contains("telt mee bij"))
        }
    }

    @Test func `without units the page leads to where they are made`() async throws {
        let ask = try await AskHouse(units: nil)
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave, "who"), client)
            #expect(page.status == .ok && page.isComplete)
            #expect(page.text.contains("Er zijn nog geen teams"))
            #expect(page.text.contains("class=\"button\" href=\"/admin/units\""))
            #expect(!page.text.contains("class=\"button\" href=\"\(ask.path(wave, "when"))\""))
        }
    }

    @Test func `a team of three is too small, and the page says why`() async throws {
        let ask = try await AskHouse(units: "path;headcount\nNacht;3\n")
        let wave = try await ask.draft()
        try await ask.house.test { client in
            for language in ["nl", "en"] {
                let page = try await ask.hr.get(ask.path(wave, "who"), client, language: language)
                #expect(page.isComplete)
                #expect(page.text.contains(language == "nl" ? "vanaf 10 mensen" : "at least 10 people"))
            }
        }
    }
}
