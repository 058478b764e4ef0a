import Core
import Hummingbird
import HummingbirdTesting
import Support
import Surveys
import Testing

@testable import Web

@Suite struct PrivacyPageTests {
    @Test(arguments: [
        ("nl", ["onder f", "onder e", "openbare school", "bezwaar"]),
        ("en", ["6(1)(f)", "6(1)(e)", "public school", "object"]),
    ])
    func `the ground is told of both kinds of employer`(language: String, told: [String]) async throws {
        let open = try await OpenHouse(House())
        try await open.house.test { client async throws in
            let page = try await client.get("\(open.path)/privacy", language: language).text
            for text in told { #expect(page.contains(text), "\(text)") }
        }
    }

    @Test func `the days of raw answers and of backups add up, with what the wave agreed on`() async throws {
        let house = try await House()
        try await house.addUnits(OpenHouse.units)
        let wave = try await house.openWave("Kort") { $0.keepDays = 7 }
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let agreed = try await client.get("/m/\(wave.slug)/privacy").text
            #expect(agreed.contains("tot 7 dagen na het sluiten") && agreed.contains("hooguit 14 dagen"))
            #expect(agreed.contains("Uiterlijk 21 dagen na het sluiten"))
            let usual = try await hr.get("/about/privacy", client).text
            #expect(usual.contains("Uiterlijk 44 dagen na het sluiten"))
        }
    }
}
