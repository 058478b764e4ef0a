import Core
import Hummingbird
import HummingbirdTesting
@testable import Store
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

    @Test func `an opened wave tells what was agreed, whatever the columns beside the agreements say`() async throws {
        let open = try await OpenHouse(House())
        try await open.house.store.write {
            try $0.run("UPDATE wave SET keep_days = 7, threshold = 20, sharing = 'units' WHERE id = $1", open.wave.id)
        }
        try await open.house.test { client async throws in
            let privacy = try await client.get("\(open.path)/privacy").text
            #expect(privacy.contains("tot 30 dagen na het sluiten"))
            let safety = try await client.get("\(open.path)/safety").text
            #expect(safety.contains("groepen met 8 of meer antwoorden") && safety.contains("minder dan 10 mensen"))
            let start = try await client.get(open.path).text
            #expect(start.contains("minstens 10 mensen") && start.contains("hun eigen teams"))
        }
    }
}
