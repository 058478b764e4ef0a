import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@testable import Web

@Suite struct AskLanguagesTests {
    /// The pulse, in a language more than the pages speak.
    private static func withPortuguese(_ pulse: PackFiles) -> PackFiles {
        var bytes = pulse.bytes
        let method = String(decoding: bytes["method.yaml", default: []], as: UTF8.self)
        bytes["method.yaml"] = Array(method.replacing("[nl, en, fr, nl-x-plain]", with: "[nl, pt, en, fr]").utf8)
        bytes["pt.yaml"] = bytes["en.yaml"]
        bytes["nl-x-plain.yaml"] = nil
        return PackFiles(folder: pulse.folder, bytes: bytes)
    }

    @Test func `agreements promise only the languages in which somebody can answer`() async throws {
        let house = try await House { options in
            options.packs = options.packs.map { $0.folder == "pulse" ? Self.withPortuguese($0) : $0 }
        }
        #expect(house.store.pack("pulse", for: house.organisation.id)?.languages.count == 4)
        try await house.addUnits(AskHouse.units)
        let hr = try await house.visitor(.hr)
        let (draft, opened) = try await (house.draftWave("Straks"), house.openWave("Nu"))
        #expect(opened.manifest?.terms.languages == ["nl", "en", "fr"])
        try await house.test { client in
            for path in ["/waves/\(draft.id)/manifest", "/waves/\(opened.id)/manifest", "/waves/\(opened.id)"] {
                let page = try await hr.get(path, client)
                #expect(page.status == .ok, "\(path)")
                #expect(!page.text.contains("⟦"), "\(path)")
                #expect(page.text.contains("Nederlands, Engels en Frans"), "\(path)")
            }
        }
    }

    @Test func `a language without a name of ours is named by its tag`() async throws {
        let say = Speech(words: try Words(House.root.appendingPathComponent("Locales")), language: .dutch)
        #expect(say.languages(["nl", "fr", "nl-x-plain", "pt"]) == "Nederlands, Frans, eenvoudig Nederlands en pt")
    }
}
