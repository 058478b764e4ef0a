import Core
import HTTPTypes
import HummingbirdTesting
import Support
import Surveys
import Testing

@testable import Store
@testable import Web

/// The same wave in two tabs: what the second does finds what the first did.
@Suite struct TwoTabsTests {
    @Test func `who closes, shares or withdraws what the other tab did already is led to the wave as it is`()
        async throws
    {
        let odd = try await OddWave { [$0 % 5 + 1, 4, 4, 4, 4] }
        let (house, hr) = (odd.house, try await odd.house.visitor(.hr))
        let path = "/waves/\(odd.wave.id)"
        let document = Kept()
        try await house.test { client async throws in
            await document.keep(try await hr.get("\(path)/results.json", client).text)
            for act in ["closure", "publication", "withdrawal", "opening"] {
                let answer = try await hr.post("\(path)/\(act)", [("sure", "1")], client)
                #expect(
                    [.seeOther, .unprocessableContent, .conflict].contains(answer.status), "\(act) \(answer.status)")
                #expect(!answer.text.contains("⟦"), "\(act)")
            }
            let (now, before) = (try await hr.get("\(path)/results.json", client).text, await document.text)
            #expect(now == before)
        }
        let now = try await house.store.wave(odd.wave.id, in: odd.wave.organisation)
        #expect(now.state == .published && now.publishedOn == odd.wave.publishedOn)
        try await odd.look { all throws in #expect(try all.told().respondents?.value == 120) }
    }

    private actor Kept {
        private(set) var text = ""
        func keep(_ text: String) { self.text = text }
    }
}
