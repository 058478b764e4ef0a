import Core
import Foundation
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@testable import Web

/// A questionnaire of which one question is told as eNPS.
@Suite struct StepOfScoreTests {
    private func told() async throws -> OddWave {
        var texts = LongPack(questions: 10).texts
        texts["scoring.yaml", default: ""] += "themes:\n  theme-1: {told-as: net}\n"
        let pack = PackFiles(folder: "many", texts: texts)
        let house = try await House { $0.packs.append(pack) }
        try await house.addUnits(OddWave.units)
        let wave = try await house.openWave("Lang", pack: "many") { $0.sharing = .units }
        // Of a hundred and twenty, seventy are favourable and thirty are not.
        return try await OddWave(wave, in: house) { person in
            Array(repeating: person % 12 < 7 ? 5 : person % 12 < 9 ? 3 : 1, count: 10)
        }
    }

    @Test(arguments: [
        ("nl", "eNPS: +33 (van −100 tot +100, in stappen van 1)"),
        ("en", "eNPS: +33 (from −100 to +100, in steps of 1)"),
    ])
    func `the report and the page for everybody say how far apart two figures are`(
        language: String, score: String
    ) async throws {
        let told = try await told()
        let hr = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            let report = try await hr.get("/waves/\(told.wave.id)/results", client, language: language).page
            let shared = try await client.get("/d/\(told.wave.slug)", language: language).page
            for page in [report, shared] {
                #expect(page.texts.contains { $0.hasSuffix(score) }, "\(page.texts.filter { $0.contains("eNPS") })")
            }
        }
    }
}
