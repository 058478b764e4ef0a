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

/// A questionnaire with scales of several lengths, of which less is the better way for some themes.
@Suite struct MixedScalesTests {
    private struct Mixed {
        let house: House
        let wave: Wave

        /// Everybody who answers says the same: joy from 1 to 5, a mark to 10, then tension and pressure.
        init(_ said: [Int], of counts: [String: Int] = ["Hof": 30]) async throws {
            let pack = try PackFolder(House.root.appendingPathComponent("Tests/Packs/mixed").path).files()
            house = try await House { $0.packs.append(pack) }
            try await house.addUnits(Told.lines)
            let open = try await house.openWave("Meting", pack: "mixed") { $0.sharing = .units }
            for (block, count) in counts {
                for code in try await house.codes(of: open)[block, default: []].prefix(count) {
                    try await house.send(said, code: code, to: open)
                }
            }
            wave = try await house.publish(house.close(open))
        }

        /// Pages that tell means, by what they are called.
        func pages(_ client: any TestClientProtocol) async throws -> [(name: String, page: ReadPage)] {
            let (hr, path) = (try await house.visitor(.hr), "/waves/\(wave.id)/results")
            var pages = [("share", try await client.get(Paths.share(wave.slug)).page)]
            for part in ["", "/0/slides", "/0/sheet"] {
                pages.append((part, try await hr.get(path + part, client).page))
            }
            return pages
        }
    }

    private func lead(_ said: [Int]) async throws -> String {
        let mixed = try await Mixed(said)
        let path = Paths.share(mixed.wave.slug)
        let page = Mailbox()
        try await mixed.house.test { client async throws in
            let texts = try await client.get(path).page.texts
            await page.put(texts.first { $0.contains("Dank jullie wel.") } ?? "")
        }
        return await page.text.replacing(#/.*Dank jullie wel\. /#, with: "")
    }

    private actor Mailbox {
        var text = ""
        func put(_ text: String) { self.text = text }
    }

    @Test func `what goes least well is found on each scale by itself, whichever way is better`() async throws {
        // Half of the way for joy; four fifths for the mark and, from the other end, for pressure.
        let best = "De grootste sterktes zijn “Rapportcijfer”, “Spanning” en “Druk” (≥ 95% gunstig)."
        let worst = "Geen thema is een aandachtspunt; het minst goed gaat het met “Plezier” (3,0; schaal van 1 tot 5)."
        #expect(try await lead([3, 8, 2, 2]) == "\(best) \(worst)")
    }

    @Test func `what stands level on other scales is named together, each with its own figure`() async throws {
        let best = "De grootste sterkte is “Spanning” (≥ 95% gunstig)."
        let worst =
            "Geen thema is een aandachtspunt; het minst goed gaat het met “Plezier” (3,0; schaal van 1 tot 5), "
            + "“Rapportcijfer” (5,0; schaal van 0 tot 10) en “Druk” (5,0; schaal van 0 tot 10; lager is beter)."
        #expect(try await lead([3, 5, 2, 5]) == "\(best) \(worst)")
        let level =
            "Geen thema is al een sterkte; 4 thema’s staan daar even dicht bij (elk op de eigen schaal). "
            + "Geen thema is een aandachtspunt; met 4 thema’s gaat het even goed (elk op de eigen schaal)."
        #expect(try await lead([3, 5, 3, 5]) == level)
    }

    @Test func `everything that tells a mean says on which scale, and where less is better`() async throws {
        let mixed = try await Mixed([3, 8, 2, 2])
        try await mixed.house.test { client async throws in
            for (name, page) in try await mixed.pages(client) {
                for reading in ["schaal van 1 tot 5 · lager is beter", "schaal van 0 tot 10 · lager is beter"] {
                    #expect(page.texts.contains(reading), "\(name)")
                }
                #expect(page.texts.contains("schaal van 0 tot 10"), "\(name)")
            }
            let share = try await client.get(Paths.share(mixed.wave.slug)).page
            let ids = share.source.matches(of: /<li id="([^"]*)">/).map { String($0.1) }
            #expect(ids == ["mark", "pressure", "tension", "joy"])
            let caption = "Gemiddelde per team en thema; hoger is beter, tenzij er bij het thema iets anders staat"
            #expect(share.texts.contains(caption))
            let heads = try #require(share.source.between("<thead>", "</thead>"))
            #expect(heads.matches(of: /lager is beter/).count == 2)
        }
    }

    @Test func `the rule for small groups holds both ways, and so does what it names`() async throws {
        let mixed = try await Mixed([3, 5, 2, 8], of: ["Hof": 12])
        try await mixed.house.test { client async throws in
            let page = try await client.get(Paths.share(mixed.wave.slug)).page
            #expect(page.texts.contains("Gemiddeld 2,0; schaal van 1 tot 5; lager is beter."))
            #expect(page.texts.contains("Gemiddeld 7,5; schaal van 0 tot 10; lager is beter."))
            let (high, low) = ("75% van de antwoordschaal", "25% van de antwoordschaal")
            let half = "50% van de antwoordschaal"
            for rule in [
                "een gemiddelde van \(high) of hoger; staat er ‘lager is beter’ bij, dan \(low) of lager.",
                "een gemiddelde van \(half) of lager; staat er ‘lager is beter’ bij, dan \(half) of hoger.",
            ] { #expect(page.texts.contains { $0.contains(rule) }, "\(rule)") }
        }
    }

    @Test func `a questionnaire of one scale and one way says neither`() async throws {
        let told = try await Told()
        let path = Paths.share(told.wave.slug)
        try await told.house.test { client async throws in
            let page = try await client.get(path).page
            #expect(!page.texts.contains { $0.contains("schaal van") || $0.contains("‘lager is beter’") })
        }
    }
}
