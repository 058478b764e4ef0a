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

@Suite struct ResultsPageTests {
    private func page(
        of told: Told, as visitor: Visitor, _ look: @escaping @Sendable (ReadPage, ReadDocument) throws -> Void
    ) async throws {
        try await told.house.test { client async throws in
            let answer = try await visitor.get(told.path, client)
            #expect(answer.status == .ok)
            let document = try await visitor.get(told.path + ".json", client)
            #expect(document.status == .ok)
            try look(answer.page, JSONDecoder().decode(ReadDocument.self, from: Data(document.text.utf8)))
        }
    }

    @Test(arguments: [Role.hr, .board, .council])
    func `hr, the board and the council see every team`(role: Role) async throws {
        let told = try await Told()
        try await page(of: told, as: told.house.visitor(role)) { page, document in
            #expect(page.rowHeads == ["De Linde", "Keuken en Receptie", "Zorg", "Hof", "Veld"])
            #expect(document.units.map(\.path.last) == ["Keuken + Receptie", "Zorg", "Hof", "Veld"])
            for figure in ["2,0", "4,0", "≥ 4,8", "± 30", "± 35", "± 20"] {
                #expect(page.texts.contains(figure), "\(figure)")
            }
        }
    }

    @Test(arguments: [("Hof", "2,0", ["Veld", "Keuken", "Receptie"], ["4,0", "≥ 4,8", "± 35", "± 20"])])
    func `a leader sees the totals and the own team, and no name or figure of another`(
        unit: String, own: String, names: [String], figures: [String]
    ) async throws {
        let told = try await Told()
        try await page(of: told, as: told.leader(of: unit)) { page, document in
            #expect(page.rowHeads == ["De Linde", unit])
            #expect(page.texts.contains("Najaarsronde"))
            #expect(page.texts.contains(own))
            for word in names { #expect(!page.source.contains(word), "\(word)") }
            for figure in figures { #expect(!page.texts.contains(figure), "\(figure)") }
            #expect(document.units.map(\.path) == [["De Linde", "Zorg", unit]])
            #expect(document.respondents?.value == 85)
        }
    }

    @Test func `a leader of a branch sees all of it, and a leader of a small team the block that holds it`()
        async throws
    {
        let told = try await Told()
        try await page(of: told, as: told.leader(of: "Zorg")) { page, _ in
            #expect(page.rowHeads == ["De Linde", "Zorg", "Hof", "Veld"])
        }
        try await page(of: told, as: told.leader(of: "Receptie")) { page, _ in
            #expect(page.rowHeads == ["De Linde", "Keuken en Receptie"])
        }
    }

    @Test func `a researcher reads totals only`() async throws {
        let told = try await Told()
        try await page(of: told, as: told.house.visitor(.researcher)) { page, document in
            #expect(page.rowHeads == [])
            #expect(document.units.isEmpty)
            #expect(document.themes.allSatisfy { $0.shown })
            for word in ["Hof", "Veld", "Keuken", "Zorg"] { #expect(!page.source.contains(word), "\(word)") }
            #expect(!page.links.contains { $0.hasSuffix("/manifest") || $0 == "/waves/\(told.wave.id)" })
        }
    }

    @Test func `the first sentence names the best and the worst theme, unless all are told as the same`() async throws {
        let told = try await Told()
        try await page(of: told, as: told.house.visitor(.hr)) { page, _ in
            // 30 of 85 said two, 34 four and 21 five, of every theme.
            let names = "“Goed kunnen werken” en “Plezier in het werk”"
            let lead =
                "85 van de 98 collega’s vulden de vragenlijst in (87%)."
                + " De grootste sterktes zijn \(names) (65% gunstig)."
                + " De grootste aandachtspunten zijn \(names) (35% ongunstig)."
            #expect(page.texts.contains(lead))
            #expect(
                page.texts.contains(
                    "35% van de antwoorden is ongunstig. Dit staat aan beide kanten: een deel van de antwoorden is gunstig, een deel ongunstig."
                ))
        }
        let wave = try await told.house.openWave("Winterronde")
        for code in try await told.house.codes(of: wave)["Hof", default: []].prefix(20) {
            try await told.house.send([2, 2, 2, 2, 4], code: code, to: wave)
        }
        let path = Paths.wave(try await told.house.publish(told.house.close(wave)).id, "results")
        let visitor = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            let best = "De grootste sterkte is “Plezier in het werk” (≥ 95% gunstig)."
            let worst = "Het grootste aandachtspunt is “Goed kunnen werken” (≥ 95% ongunstig)."
            let lead = "20 van de 98 collega’s vulden de vragenlijst in (20%). \(best) \(worst)"
            #expect(try await visitor.get(path, client).page.texts.contains(lead))
        }
    }

    @Test func `before it is published only hr and the council read it`() async throws {
        let told = try await Told(until: .closed)
        let visitors = try await Role.allCases.asyncMap {
            ($0, try await told.house.visitor($0, unit: told.units.roots.first?.id))
        }
        try await told.house.test { client async throws in
            for (role, visitor) in visitors {
                for path in [told.path, told.path + ".json"] {
                    let answer = try await visitor.get(path, client)
                    #expect(answer.status == ([.hr, .council].contains(role) ? .ok : .notFound), "\(role) \(path)")
                }
            }
            let share = try await client.get("/d/\(told.wave.slug)")
            #expect(share.status == .ok)
            #expect(share.text.contains("De uitkomsten komen op "))
            #expect(!share.text.contains("<svg"))
            for figure in ["2,0", "4,0", "3,5"] { #expect(!share.text.contains(figure), "\(figure)") }
        }
    }

    @Test(arguments: Wave.Sharing.allCases)
    func `the page for everybody shows what was chosen before opening`(sharing: Wave.Sharing) async throws {
        let told = try await Told(sharing: sharing)
        try await told.house.test { client async throws in
            let page = try await client.get("/d/\(told.wave.slug)").page
            let rows = sharing == .totals ? [] : ["De Linde", "Keuken en Receptie", "Zorg", "Hof", "Veld"]
            #expect(page.rowHeads == rows)
            #expect(page.headings == ["Dit hebben jullie gezegd"])
            let hasTeam = ["Hof", "Veld", "Keuken", "Zorg"].contains { page.source.contains($0) }
            #expect(hasTeam == (sharing == .units))
            let english = try await client.get("/d/\(told.wave.slug)", language: "en").page
            #expect(english.rowHeads.count == rows.count)
        }
    }

    @Test func `hr reads the same document as the command prints, in any language`() async throws {
        let told = try await Told()
        let (store, wave) = (told.house.store, told.wave)
        let document = ResultsDocument(try await store.report(of: wave, for: .all), name: \.label)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let printed = String(decoding: try encoder.encode(document), as: UTF8.self)
        let visitor = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            for language in ["nl", "en"] {
                #expect(try await visitor.get(told.path + ".json", client, language: language).text == printed)
            }
        }
    }
}

/// What the document says, read by its names.
struct ReadDocument: Decodable, Sendable {
    struct Figure: Decodable, Sendable {
        let value: Double
        let bound: String
    }

    struct Theme: Decodable, Sendable {
        let id: String
        let shown: Bool
        let reason: String
        let mean: Figure?
        let n: Figure?
        let items: [Item]
    }

    struct Item: Decodable, Sendable {
        let id: String
        let mean: Figure?
    }

    struct Unit: Decodable, Sendable {
        let path: [String]
        let n: Figure?
        let themes: [Theme]
    }

    let respondents: Figure?
    let themes: [Theme]
    let units: [Unit]
}

extension Sequence {
    func asyncMap<Value>(_ change: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await change(element)) }
        return values
    }
}
