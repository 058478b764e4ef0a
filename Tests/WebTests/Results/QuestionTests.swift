import Core
import Foundation
import Hummingbird
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@testable import Web

/// The page of one question.
@Suite struct QuestionTests {
    private let counts = [
        "Hof": (people: 5, value: 2), "Veld": (people: 30, value: 4), Told.both: (people: 20, value: 3),
    ]

    private func item(_ told: Told, _ place: Int = 0) throws -> String {
        let pack = try #require(told.house.store.pack(told.wave.pack, for: told.house.organisation.id))
        return try #require(pack.items.dropFirst(place).first).id
    }

    @Test func `a question tells what its document tells, of the whole and of each team that is told`() async throws {
        let told = try await Told(counts)
        let hr = try await told.house.visitor(.hr)
        let item = try item(told)
        try await told.house.test { client async throws in
            let report = try await hr.get(told.path, client)
            #expect(report.page.links.contains("\(told.path)/0/questions/\(item)"))
            let page = try await hr.get("\(told.path)/0/questions/\(item)", client)
            #expect(page.status == .ok)
            #expect(page.page.texts.contains("Najaarsronde") && page.page.links.contains(told.path))
            let text = try await hr.get(told.path + ".json", client).text
            let document = try JSONDecoder().decode(ReadDocument.self, from: Data(text.utf8))
            let own = try #require(document.themes.flatMap(\.items).first { $0.id == item })
            let mean = try #require(own.mean?.value)
            #expect(page.page.texts.contains(String(format: "%.1f", mean).replacing(".", with: ",")))
            #expect(page.page.texts.contains("3,0") && page.page.rowHeads.contains("Keuken en Receptie"))
            // Five of Hof are too few, and Veld is hidden beside it: neither has a figure, nor a page of its own.
            for name in ["Hof", "Veld"] {
                let rows = page.text.split(separator: "<tr").map {
                    $0.prefix(upTo: $0.firstRange(of: "</tr>")?.lowerBound ?? $0.endIndex)
                }
                let row = try #require(rows.first { $0.contains(">\(name)</bdi>") })
                #expect(row.contains("Verborgen. Telt mee bij Zorg.") && !row.contains("class=\"num\""))
                #expect(!row.contains("href"))
            }
        }
    }

    @Test func `a leader reads the own team and no other, and a question that was not asked is not there`()
        async throws
    {
        let told = try await Told()
        let leader = try await told.leader(of: "Veld")
        let groups = try await told.house.store.groups(of: told.wave.id, in: told.house.organisation.id)
        let place = { (name: String) in try #require(groups.first { $0.label == name }).position }
        let (own, other, item) = (try place("Veld"), try place("Hof"), try item(told))
        try await told.house.test { client async throws in
            let page = try await leader.get("\(told.path)/\(own)/questions/\(item)", client)
            #expect(page.status == .ok && page.page.texts.contains("4,0"))
            #expect(!page.page.rowHeads.contains("Hof"))
            #expect(try await leader.get("\(told.path)/\(other)/questions/\(item)", client).status == .notFound)
            #expect(try await leader.get("\(told.path)/0/questions/niet-gevraagd", client).status == .notFound)
        }
    }

    @Test func `of a small team the page says why it has a dash for a percentage`() async throws {
        for (people, isSaid) in [(12, true), (30, false)] {
            let told = try await Told(["Hof": (people, 2), "Veld": (30, 4), Told.both: (people, 3)])
            let (hr, item) = (try await told.house.visitor(.hr), try item(told))
            try await told.house.test { client async throws in
                let page = try await hr.get("\(told.path)/0/questions/\(item)", client).page
                let dash = "Een streepje (–): percentages zijn er vanaf 20 antwoorden."
                #expect(page.texts.contains(dash) == isSaid)
            }
        }
    }

    @Test func `from a question one goes to the next and back`() async throws {
        let told = try await Told()
        let hr = try await told.house.visitor(.hr)
        let (first, second) = (try item(told), try item(told, 1))
        try await told.house.test { client async throws in
            let page = try await hr.get("\(told.path)/0/questions/\(first)", client, language: "en")
            #expect(page.page.links.contains("\(told.path)/0/questions/\(second)"))
            #expect(page.text.contains("Next:") && !page.text.contains("Previous:"))
            let next = try await hr.get("\(told.path)/0/questions/\(second)", client)
            #expect(next.page.links.contains("\(told.path)/0/questions/\(first)") && next.text.contains("Vorige:"))
        }
    }
}
