import Core
import Support
import Surveys
import Testing

@testable import Web

@Suite struct ReadingResultsTests {
    private func page(of told: Told) async throws -> ReadPage {
        let visitor = try await told.house.visitor(.hr)
        let seen = Seen()
        try await told.house.test { client async throws in
            await seen.keep(try await visitor.get(told.path, client).page)
        }
        return try #require(await seen.page)
    }

    private actor Seen {
        private(set) var page: ReadPage?
        func keep(_ page: ReadPage) { self.page = page }
    }

    @Test(arguments: [
        (Wave.Sharing.totals, Wave.State.published, "Een leidinggevende ziet ook het eigen team."),
        (.units, .published, "Iedereen ziet het totaal en de teams"), (.units, .closed, "Nu: hr. Na het delen, op "),
    ])
    func `who reads it follows what was chosen and how far it is`(
        sharing: Wave.Sharing, state: Wave.State, words: String
    ) async throws {
        let page = try await page(of: Told(sharing: sharing, until: state))
        #expect(page.texts.contains { $0.contains(words) })
        #expect(page.texts.contains { $0.contains("onderzoeker") && $0.contains("het bestuur") })
    }

    @Test func `a part of a bar that has no room for its number has it below`() async throws {
        let page = try await page(of: Told(["Hof": (people: 30, value: 5)]))
        #expect(page.texts.contains("ongunstig ≤ 5% · neutraal ≤ 5%"))
    }

    @Test func `without percentages there is one sentence and no legend`() async throws {
        let page = try await page(of: Told(["Hof": (people: 12, value: 4)]))
        #expect(
            page.texts.count { $0.contains("Percentages zijn er vanaf 20 antwoorden. Hier zijn het er minder.") } == 1)
        #expect(!page.source.contains("class=\"legend\""))
        #expect(!page.texts.contains { $0.contains("In de balk") })
    }

    @Test func `why something is hidden is told only where something is`() async throws {
        let open = try await page(of: Told())
        #expect(!open.texts.contains("Waarom verborgen?"))
        let some = try await page(of: Told(["Hof": (people: 30, value: 2), "Veld": (people: 4, value: 4)]))
        #expect(some.texts.contains("Waarom verborgen?"))
    }
}
