import Core
import Methods
import Store
import Support
import Surveys
import Testing

@testable import Web

@Suite struct FirstSentenceTests {
    /// Everybody of a ward gives every theme the height that it has here, and the others three.
    private func told(_ heights: [Int: Int]) async throws -> (house: House, wave: Wave, themes: [String]) {
        let house = try await House()
        try await house.addUnits(Told.lines)
        let wave = try await house.openWave("Najaarsronde", pack: "staff-survey-care")
        let pack = try #require(house.store.pack(wave.pack, for: house.organisation.id))
        let values = pack.themes.enumerated().flatMap { number, theme in
            theme.items.map { item in item.isReversed ? 6 - heights[number, default: 3] : heights[number, default: 3] }
        }
        for code in try await house.codes(of: wave)["Hof", default: []].prefix(20) {
            try await house.send(values, code: code, to: wave)
        }
        let published = try await house.publish(house.close(wave))
        return (house, published, pack.themes.map { $0.name[.dutch] })
    }

    private func isSaid(_ sentence: String, of told: (house: House, wave: Wave, themes: [String])) async throws {
        let visitor = try await told.house.visitor(.hr)
        let (path, share) = (Paths.wave(told.wave.id, "results"), Paths.share(told.wave.slug))
        try await told.house.test { client async throws in
            let lead = "20 van de 98 collega’s vulden de vragenlijst in (20%). \(sentence)"
            #expect(try await visitor.get(path, client).page.texts.contains(lead))
            let thanks = "20 van de 98 collega’s deden mee. Dank jullie wel. \(sentence)"
            #expect(try await client.get(share).page.texts.contains(thanks))
        }
    }

    @Test func `themes that are told as the same are named together, here and on the page for everybody`()
        async throws
    {
        let told = try await told([1: 4, 3: 4, 0: 2, 2: 2, 5: 2])
        let names = told.themes.map { "“\($0)”" }
        let best = "De grootste sterktes zijn \(names[1]) en \(names[3]) (≥ 95% gunstig)."
        let worst = "De grootste aandachtspunten zijn \(names[0]), \(names[2]) en \(names[5]) (≥ 95% ongunstig)."
        try await isSaid("\(best) \(worst)", of: told)
    }

    @Test func `of more than three that are told as the same the number is named`() async throws {
        let told = try await told([0: 4, 1: 4, 2: 4, 3: 4, 4: 2])
        let worst = "Het grootste aandachtspunt is “\(told.themes[4])” (≥ 95% ongunstig)."
        let best = "De grootste sterktes zijn 4 thema’s die gelijk staan (≥ 95% gunstig)."
        try await isSaid("\(best) \(worst)", of: told)
    }

    @Test func `where the rule names nothing, what comes nearest is said`() async throws {
        let told = try await told([2: 4])
        let rest = told.themes.count - 1
        let worst = "Geen thema is een aandachtspunt; met \(rest) thema’s gaat het even goed (3,0)."
        try await isSaid("De grootste sterkte is “\(told.themes[2])” (≥ 95% gunstig). \(worst)", of: told)
    }

    @Test func `what is talked about as a concern is not named as nearly a strength`() async throws {
        let told = try await told(Dictionary(uniqueKeysWithValues: (0..<40).map { ($0, 2) }))
        let worst = "De grootste aandachtspunten zijn \(told.themes.count) thema’s die gelijk staan (≥ 95% ongunstig)."
        try await isSaid(worst, of: told)
    }
}
