import Core
import Foundation
import Hummingbird
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

/// What the pages say of themes that are told of the whole alone: for whom they were, and why they are hidden.
@Suite struct WholeOnlyPagesTests {
    private struct Asked {
        let house: House
        let wave: Wave
        var path: String { "/waves/\(wave.id)/results" }

        /// So many cooks and nurses answer; where all is sensitive, every question is.
        init(cooks: Int, nurses: Int, isAllSensitive: Bool = false) async throws {
            var files = try PackFolder(House.root.appendingPathComponent("Tests/Packs/asking").path).files()
            if isAllSensitive {
                var bytes = files.bytes
                let questions = String(decoding: bytes["questions.yaml", default: []], as: UTF8.self)
                bytes["questions.yaml"] = Array(
                    questions.replacing("scale: agreement}", with: "scale: agreement, sensitive: true}")
                        // No theme may depend on a sensitive question.
                        .replacing(/\ +only-if:.*\n/, with: "").utf8)
                files = PackFiles(folder: files.folder, bytes: bytes)
            }
            let pack = files
            house = try await House { $0.packs.append(pack) }
            try await house.addUnits("path;headcount\nZorg;40\nKeuken;40\n")
            let open = try await house.openWave("Meting", pack: "asking") { $0.sharing = .units }
            let codes = try await house.codes(of: open)
            for code in codes["Keuken", default: []].prefix(cooks) {
                try await Self.send(
                    [("rhythm-nights", "1"), ("stove-heat", "3"), ("staff-group", "kitchen")], code, open, house)
            }
            for code in codes["Zorg", default: []].prefix(nurses) {
                try await Self.send([("rhythm-nights", "3"), ("nights-sleep", "1")], code, open, house)
            }
            wave = try await house.publish(house.close(open))
        }

        private static func send(_ fields: [(String, String)], _ code: String, _ wave: Wave, _ house: House)
            async throws
        {
            _ = try await house.store.submit(Array(encoded(fields + [("code", code)]).utf8), to: wave.slug)
        }

        func group(_ name: String) async throws -> Int {
            let groups = try await house.store.groups(of: wave.id, in: wave.organisation)
            return try #require(groups.first { $0.label == name }).position
        }
    }

    private static let cooks = "Gevraagd aan: Keuken."
    private static let nights = "Gevraagd aan wie bij ‘Ik werk weleens ’s nachts.’ dit antwoordde: Tussenin, Eens."
    private static let branch = "Niet iedereen kreeg deze vragen: alleen cijfers over de hele organisatie."

    @Test func `the report and the page for everybody say for whom a theme was`() async throws {
        let asked = try await Asked(cooks: 24, nurses: 12)
        let hr = try await asked.house.visitor(.hr)
        try await asked.house.test { client async throws in
            for page in [
                try await hr.get(asked.path, client).page, try await client.get("/d/\(asked.wave.slug)").page,
            ] {
                // On the theme, and behind it where it stands out.
                #expect(page.texts.count { $0.contains(Self.cooks) } == 2)
                #expect(page.texts.contains("≥ 95% van de antwoorden is gunstig. \(Self.cooks)"))
                #expect(page.texts.contains(Self.nights))
                // The first sentence compares what everybody got: one theme here, which the rule names by itself.
                #expect(!page.texts.contains { $0.contains("De grootste sterkte is") })
                #expect(
                    page.texts.contains { $0.hasSuffix("Het grootste aandachtspunt is “Je ritme” (65% ongunstig).") })
                // What people wrote goes later than the rest.
                let isShared = page.texts.contains("Wat we ermee doen")
                #expect(page.texts.contains { $0.contains("in eigen woorden schreven") } == isShared)
            }
            let slides = try await hr.get(asked.path + "/0/slides", client).page
            #expect(slides.texts.count { $0 == Self.cooks } == 3)
            let sheet = try await hr.get(asked.path + "/0/sheet", client).page
            #expect(sheet.texts.count { $0 == Self.cooks } == 2 && sheet.texts.contains(Self.nights))
        }
    }

    @Test func `a branch that is hidden says why, with its own number`() async throws {
        let asked = try await Asked(cooks: 24, nurses: 12)
        let (hr, kitchen) = (try await asked.house.visitor(.hr), try await asked.group("Keuken"))
        let few = "Te weinig antwoorden. Dit thema laten we zien vanaf 20 antwoorden op elke vraag."
        try await asked.house.test { client async throws in
            let whole = try await hr.get(asked.path, client).page
            #expect(whole.texts.count { $0 == few } >= 2 && whole.texts.contains(Self.branch))
            #expect(whole.texts.contains { $0.hasSuffix("alleen van de hele organisatie zien, vanaf 20 antwoorden.") })
            let team = try await hr.get(asked.path + "/\(kitchen)", client).page
            #expect(team.texts.count { $0 == Self.branch } >= 2)
            let sheet = try await hr.get(asked.path + "/\(kitchen)/sheet", client).page
            // Two themes, one reason, which is read once; and in the table a sign for each.
            #expect(sheet.texts.count { $0 == Self.branch } == 1)
            #expect(whole.row("Keuken").filter { $0 == "d" }.count == 2 && whole.row("De Linde").contains("t"))
            #expect(whole.texts.contains("Te weinig antwoorden om te laten zien."))
            for page in [whole, team, sheet] { #expect(!page.source.contains("Gevoelige vragen")) }

            let text = try await hr.get(asked.path + ".json", client).text
            let document = try JSONDecoder().decode(ReadDocument.self, from: Data(text.utf8))
            #expect(document.themes.map(\.reason) == ["shown", "too-few", "shown"])
            let units = document.units.map { $0.themes.map(\.reason) }
            #expect(units == Array(repeating: ["shown", "whole-only", "whole-only"], count: 2))

            let table = try Downloaded(
                try await hr.get(asked.path + "/files/analysis.csv", client), delimiter: ",")
            #expect(
                DocumentRows(table).rows.map(\.reason) == (try DocumentRows(text, whole: "De Linde").rows.map(\.reason))
            )
        }
    }

    @Test func `of sensitive questions alone a team's page says that they are told of the whole`() async throws {
        let asked = try await Asked(cooks: 24, nurses: 12, isAllSensitive: true)
        let (hr, kitchen) = (try await asked.house.visitor(.hr), try await asked.group("Keuken"))
        let only = "Deze vragen vertellen we alleen van de hele organisatie, niet van een team."
        try await asked.house.test { client async throws in
            let team = try await hr.get(asked.path + "/\(kitchen)", client).page
            #expect(team.texts.contains { $0.hasSuffix(only) })
            #expect(team.texts.contains("Gevoelige vragen: alleen cijfers over de hele organisatie."))
            #expect(!team.source.contains("te weinig antwoorden") && !team.source.contains(Self.branch))
            let table = try await hr.get(asked.path, client).page
            #expect(table.texts.count { $0 == only } == 2)
            let sheet = try await hr.get(asked.path + "/\(kitchen)/sheet", client).page
            #expect(sheet.texts.contains { $0.contains("cijfers van De Linde") && $0.contains(only) })
        }
    }

    @Test func `where too few answered sensitive questions, their own number is named`() async throws {
        let asked = try await Asked(cooks: 24, nurses: 0, isAllSensitive: true)
        let hr = try await asked.house.visitor(.hr)
        try await asked.house.test { client async throws in
            for page in [
                try await hr.get(asked.path, client).page, try await client.get("/d/\(asked.wave.slug)").page,
                try await hr.get(asked.path + "/0/sheet", client).page,
            ] {
                #expect(page.texts.contains { $0.contains("Dat kan vanaf 30 antwoorden, zodat") })
                #expect(!page.source.contains("Dat kan vanaf 8 antwoorden"))
            }
        }
    }
}
