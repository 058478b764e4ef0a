import Core
import Foundation
import Support
import Surveys
import Testing

@testable import Web

/// Words for no answer that may be an answer after all.
@Suite struct ImportNoAnswerTests {
    /// Twenty people, of whom a number said "Geen mening" to the first question, and the rest what stands there.
    private static func file(_ house: House, without: Int, more: String? = nil) -> String {
        let rows = (0..<20).map { person in
            let first = person < without ? "Geen mening" : person == 19 ? more ?? "3" : "\([1, 2, 3, 4, 5][person % 5])"
            return (["Noord", first] + house.pulseItems.dropFirst().map { _ in "\(1 + person % 5)" })
        }
        return ([["Team"] + house.pulseItems] + rows).map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
    }

    private func field(_ page: String) throws -> [(String, String)] {
        let text = try #require(page.firstMatch(of: /name="meaning-text-([0-9]+)" value="Geen mening"/))
        let number = String(text.1)
        let item = try #require(page.between("name=\"meaning-item-\(number)\" value=\"", "\""))
        let usual = page.contains("name=\"meaning-usual-\(number)\"") ? [("meaning-usual-\(number)", "1")] : []
        return [("meaning-text-\(number)", "Geen mening"), ("meaning-item-\(number)", item)] + usual
            + [("meaning-\(number)", "")]
    }

    private func said(_ value: String, on page: String) throws -> [(String, String)] {
        try field(page).map { $0.1.isEmpty ? ($0.0, value) : $0 }
    }

    @Test func `a word that was taken for no answer often can be said to be the middle`() async throws {
        try await ImportDesk.open { desk in
            let path = try await desk.path(Self.file(desk.house, without: 6))
            let before = try await desk.page(path)
            #expect(before.contains("telt nu als geen antwoord") && before.contains("6 keer"))
            #expect(!before.contains("zijn geen antwoord dat we kennen") && before.contains("formaction"))
            #expect(before.contains("<option value=\"none\" selected>") && before.contains("<dd>6 · 6%</dd>"))
            #expect(before.contains("14 antwoorden."))

            let after = try await desk.look(path, try said("3", on: before))
            #expect(after.contains("<option value=\"3\" selected>") && !after.contains("telt nu als geen antwoord"))
            #expect(!after.contains("14 antwoorden.") && !after.contains("<dd>6 · 6%</dd>"))
            let back = try await desk.look(path, try said("none", on: after))
            #expect(back.contains("14 antwoorden."))
        }
    }

    @Test func `a word that is left as no answer is no choice, and one that is seldom is not asked for`() async throws {
        try await ImportDesk.open { desk in
            let path = try await desk.path(Self.file(desk.house, without: 6))
            let before = try await desk.page(path)
            let after = try await desk.look(path, try said("none", on: before))
            #expect(after == before)
            // Left alone it is looked at as before, where the middle is said to be another word.
            let seldom = try await desk.path(Self.file(desk.house, without: 1))
            let page = try await desk.page(seldom)
            #expect(!page.contains("meaning-text-") && page.contains("Dit telt als geen antwoord: “Geen mening” (1)."))
        }
    }

    @Test func `the words above the texts are true of each, and what somebody said is none is not asked for`()
        async throws
    {
        try await ImportDesk.open { desk in
            let path = try await desk.path(Self.file(desk.house, without: 6, more: "Soms"))
            let page = try await desk.page(path)
            let unknown = try #require(page.range(of: "value=\"Soms\"")?.lowerBound)
            let usual = try #require(page.range(of: "value=\"Geen mening\"")?.lowerBound)
            let sentence = try #require(page.range(of: "telt nu als geen antwoord")?.lowerBound)
            #expect(unknown < sentence && sentence < usual)
            let after = try await desk.look(path, [("missing", "geen mening.")])
            #expect(!after.contains("value=\"Geen mening\"") && !after.contains("telt nu als geen antwoord"))
        }
    }
}
