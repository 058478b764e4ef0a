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

/// Questionnaires as nobody expects them.
@Suite struct OddPacksTests {
    /// The pulse of which one theme is told in bands, and explains nothing any more.
    private static func banded() throws -> PackFiles {
        let folder = PackFolder(House.root.appendingPathComponent("Packs/pulse").path)
        var bytes = try folder.files().bytes
        func change(_ file: String, _ old: String, _ new: String) throws {
            let text = String(decoding: try #require(bytes[file]), as: UTF8.self)
            #expect(text.contains(old), "\(file)")
            bytes[file] = Array(text.replacing(old, with: new).utf8)
        }
        try change(
            "scoring.yaml", "joy: {outcome: true}\n",
            "joy: {outcome: true, told-as: index, bands: mood}\nbands:\n  mood: {low: 1, high: 3.5}\n")
        let moods = ["nl": ("somber", "opgetogen"), "en": ("gloomy", "glad")]
        for language in try Instrument(pack: folder.files()).languages {
            let (low, high) = moods[language.rawValue] ?? ("low", "high")
            try change(
                language.rawValue + ".yaml", "items:\n",
                "bands:\n  mood: {source: verzonnen, low: \(low), high: \(high)}\nitems:\n")
        }
        return PackFiles(folder: "pulse", bytes: bytes)
    }

    @Test func `a theme that bands and outcomes name can be left out, and then nothing names it`() async throws {
        let house = try await House { options in
            options.packs = [(try? Self.banded())].compactMap(\.self)
        }
        try await house.addUnits(OddWave.units)
        let draft = try await house.draftWave("Meting") { $0.sharing = .units }
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let kept = [("theme", "work"), ("version", "\(draft.version)")]
            #expect(try await hr.post("/waves/\(draft.id)/questions/fit", kept, client).status == .seeOther)
        }
        try await house.store.open(draft.id, in: draft.organisation)
        let open = try await house.store.wave(draft.id, in: draft.organisation)
        let odd = try await OddWave(open, in: house) { _ in [4, 2, 4, 4] }
        try await odd.look { all throws in
            #expect(try all.told().themes.map(\.id) == ["work"])
            for word in ["Plezier", "opgetogen", "verzonnen", "joy"] {
                #expect(all.holding(word).isEmpty && !all.document.contains(word), "\(word)")
            }
        }
        try await odd.house.test { client async throws in
            // An order by a theme that is not asked is no order.
            let page = try await hr.get("/waves/\(odd.wave.id)/results?sort=joy", client).page
            #expect(page.rowHeads.suffix(3) == ["De Linde", "Hof", "Veld"])
        }
    }

    private struct Document: Decodable {
        struct Bands: Decodable {
            struct Band: Decodable {
                let id: String
                let from: Double
                let name: [String: String]
            }
            let theme: String
            let source: [String: String]
            let bands: [Band]
        }
        let bands: [Bands]
    }

    @Test func `the theme that bands name is told with them while it is asked`() async throws {
        let house = try await House { $0.packs = [(try? Self.banded())].compactMap(\.self) }
        try await house.addUnits(OddWave.units)
        let odd = try await OddWave(house.openWave("Meting") { $0.sharing = .units }, in: house) { _ in
            [4, 2, 4, 4, 4]
        }
        try await odd.look { all throws in
            #expect(all.report.texts.contains("Indicatief: opgetogen. Grenzen volgens verzonnen"))
            let bands = try #require(try JSONDecoder().decode(Document.self, from: Data(all.document.utf8)).bands.first)
            #expect(bands.theme == "joy" && ["nl", "en", "fr"].allSatisfy { bands.source[$0] == "verzonnen" })
            #expect(bands.bands.map(\.id) == ["low", "high"] && bands.bands.map(\.from) == [1, 3.5])
            #expect(bands.bands.map { $0.name["en"] } == ["gloomy", "glad"])
        }
    }

    @Test func `a questionnaire that changes while its wave is open is asked, closed and told as it was`() async throws
    {
        let first = try await House()
        try await first.addUnits(OddWave.units)
        let wave = try await first.openWave("Meting") { $0.sharing = .units }
        let (old, new) = ("Ik werk hier met plezier.", "Ik zing hier graag.")
        let house = try await House(in: first.copyOfFolder()) { options in
            options.packs = options.packs.map { pack in
                guard pack.folder == "pulse" else { return pack }
                // Without its lock, which would refuse new words under the old revision.
                let files = pack.bytes.filter { !$0.key.hasSuffix(".lock") }
                return PackFiles(
                    folder: "pulse",
                    bytes: files.mapValues {
                        Array(String(decoding: $0, as: UTF8.self).replacing(old, with: new).utf8)
                    })
            }
        }
        try await house.test { client async throws in
            let asked = try await client.get("/m/\(wave.slug)").page
            #expect(asked.texts.contains(old) && !asked.texts.contains(new))
        }
        let odd = try await OddWave(wave, in: house) { _ in [4, 4, 4, 4, 2] }
        try await odd.look { all throws in
            #expect(all.report.texts.contains(old))
            #expect(all.holding(new).isEmpty)
        }
        // The next wave asks what lies there now.
        let next = try await house.openWave("Daarna")
        try await house.test { client async throws in
            #expect(try await client.get("/m/\(next.slug)").page.texts.contains(new))
        }
    }

    @Test func `four hundred own questions are refused by name, and everything else goes on`() async throws {
        let house = try await House()
        try await Self.put(questions: 400, in: house)
        let reopened = try await House(in: house.copyOfFolder())
        let place = "packs/\(reopened.organisation.slug)/many"
        let problems = try #require(reopened.store.brokenPacks[place])
        #expect(problems.all.map(\.key) == ["pack.has_too_many_items"])
        #expect(problems.all.first?.values["most"] == "300")
        #expect(reopened.store.pack("many", for: reopened.organisation.id) == nil)
        #expect(try await reopened.store.examine().map(\.what) == [place])
        let hr = try await reopened.visitor(.hr)
        let wave = try reopened.store.draft("Meting", pack: "pulse", in: reopened.organisation)
        try await reopened.store.add(wave)
        try await reopened.store.write { try $0.run("UPDATE wave SET pack = 'many'") }
        try await reopened.test { client async throws in
            let page = try await hr.get("/waves/new", client)
            #expect(page.status == .ok && page.text.contains("value=\"pulse\"") && !page.text.contains("many"))
            // A wave on it hears that it cannot be read, not that nobody knows it.
            let review = try await hr.get("/waves/\(wave.id)/review", client)
            #expect(review.status == .ok && review.text.contains("is nu niet leesbaar"))
            #expect(!review.text.contains("Kies een vragenlijst"))
            #expect(try await hr.get("/waves/\(wave.id)/manifest", client).status == .ok)
        }
    }

    @Test func `three hundred own questions are asked, closed and told like five`() async throws {
        let first = try await House()
        try await first.addUnits(OddWave.units)
        try await Self.put(questions: 300, in: first)
        let house = try await House(in: first.copyOfFolder())
        let wave = try await house.openWave("Lang", pack: "many") { $0.sharing = .units }
        try await house.test { client async throws in
            let form = try await client.get("/m/\(wave.slug)").text
            #expect(form.contains("Vraag 1.") && form.contains("Vraag 300."))
        }
        let odd = try await OddWave(wave, in: house) { person in (0..<300).map { ($0 + person) % 5 + 1 } }
        try await odd.look { all throws in
            #expect(try all.told().themes.map(\.mean?.value) == Array(repeating: 3, count: 10))
            #expect(all.report.texts.contains("Vraag 300."))
        }
    }

    /// Lays a questionnaire of this many questions in ten themes into the folder of the organisation.
    private static func put(questions: Int, in house: House) async throws {
        let folder = house.folder.appendingPathComponent("packs/\(house.organisation.slug)/many")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in LongPack(questions: questions).texts {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
    }
}
