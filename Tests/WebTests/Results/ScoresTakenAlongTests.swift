import Core
import Foundation
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@testable import Web

/// A questionnaire of ten themes of five questions, of which one is told from 0 to 100 and one as a sum.
@Suite struct ScoresTakenAlongTests {
    private static let scores = ["Op een schaal van 0 tot 100: 75", "Somscore: 20 (van 5 tot 25)"]

    private func told() async throws -> OddWave {
        var texts = LongPack(questions: 50).texts
        texts["scoring.yaml", default: ""] += "themes:\n  theme-0: {told-as: index}\n  theme-1: {told-as: sum}\n"
        let pack = PackFiles(folder: "many", texts: texts)
        let house = try await House { $0.packs.append(pack) }
        try await house.addUnits(OddWave.units)
        let wave = try await house.openWave("Lang", pack: "many") { $0.sharing = .units }
        return try await OddWave(wave, in: house) { _ in Array(repeating: 4, count: 50) }
    }

    @Test func `slides and sheets tell the score where the page does`() async throws {
        let told = try await told()
        let (hr, path) = (try await told.house.visitor(.hr), "/waves/\(told.wave.id)/results")
        try await told.house.test { client async throws in
            for part in ["", "/0/slides", "/0/sheet", "/1/slides", "/1/sheet"] {
                let texts = try await hr.get(path + part, client).page.texts
                for score in Self.scores { #expect(texts.contains { $0.hasSuffix(score) }, "\(part): \(score)") }
            }
        }
    }

    @Test(arguments: [("nl", "Alle thema’s, deel"), ("en", "All themes, part")])
    func `what takes two slides says on each which it is`(language: String, all: String) async throws {
        let told = try await told()
        let (hr, path) = (try await told.house.visitor(.hr), "/waves/\(told.wave.id)/results")
        try await told.house.test { client async throws in
            let page = try await hr.get(path + "/0/slides", client, language: language).page
            let heads = page.source.matches(of: /<h2>([^<]*)</).map { String($0.1) }
            for number in 1...2 { #expect(heads.contains("\(all) \(number)/2")) }
            let part = all.hasSuffix("deel") ? "deel" : "part"
            for number in 1...2 { #expect(heads.contains("Thema 0, \(part) \(number)/2")) }
            #expect(Set(heads).count == heads.count)
        }
    }

    @Test func `a line that begins with a day begins with a capital`() async throws {
        let told = try await Told(until: .closed)
        let hr = try await told.house.visitor(.hr)
        let words = try Words(House.root.appendingPathComponent("Locales"))
        let day = Speech(words: words, language: .dutch).date(told.wave.resultsOn)
        let line = "\(day): iedereen hoort dit"
        try await told.house.test { client async throws in
            for part in ["", "/0/slides"] {
                let texts = try await hr.get(told.path + part, client).page.texts
                #expect(
                    texts.contains(line.prefix(1).uppercased() + line.dropFirst()) && !texts.contains(line), "\(part)")
            }
        }
    }
}
