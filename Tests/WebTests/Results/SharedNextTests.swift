import Core
import Foundation
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What the page for everybody says of what happens with the answers.
@Suite struct SharedNextTests {
    private func date(_ day: Day) throws -> String {
        Speech(words: try Words(House.root.appendingPathComponent("Locales")), language: .dutch).date(day)
    }

    @Test func `whoever answered reads what was done and what still happens, with the days that are known`()
        async throws
    {
        let clock = Timepiece(House.morning)
        let told = try await Told(sharing: .units, in: House { $0.clock = clock.clock })
        let closed = try #require(told.wave.closedOn)
        let groups = try await told.house.store.groups(of: told.wave.id, in: told.house.organisation.id)
        let (path, branch) = (Paths.share(told.wave.slug), try #require(groups.first { $0.label == "Zorg" }).position)
        let done = [
            "Wat we ermee doen", "Gesloten op \(try date(closed))",
            "Gedeeld op \(try date(try #require(told.wave.publishedOn)))",
        ]
        let shared = try #require(told.wave.publishedOn)
        let last = try date(closed + told.wave.agreedKeepDays)
        try await told.house.test { client async throws in
            let page = try await client.get(path).page
            let talk = "Uiterlijk \(try date(shared + 14)) in elk teamoverleg: vijf vragen, 45 minuten"
            for text in done + [talk, "Tot en met \(last): de losse antwoorden"] {
                #expect(page.texts.contains(text), "\(text)")
            }
            #expect(page.texts.contains { $0.contains("In reservekopieën staan ze nog hooguit 14 dagen.") })
            // Nobody was asked to write anything.
            #expect(!page.texts.contains { $0.contains("eigen woorden") })
            #expect(try await !client.get("\(path)?group=\(branch)").page.texts.contains("Wat we ermee doen"))

            let today = told.house.store.clock.now.day(in: told.house.organisation.zone)
            clock.pass((shared + 14 - today) * 86_400)
            // On paper "today" is untrue tomorrow.
            #expect(try await client.get(path).page.texts.contains(talk))

            clock.pass((told.wave.agreedKeepDays + 1) * 86_400)
            let after = try await client.get(path).page
            // What should have been by then is no promise any more.
            for text in done + [
                "In elk teamoverleg: vijf vragen, 45 minuten", "De losse antwoorden bewaarden we tot en met \(last)",
            ] {
                #expect(after.texts.contains(text), "\(text)")
            }
        }
    }
}
