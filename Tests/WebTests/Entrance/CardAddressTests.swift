import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

@Suite struct CardAddressTests {
    @Test(arguments: [
        "k7hp4", " K7HP4 ", "/m/k7hp4", "linde.example/m/k7hp4", "https://linde.example/m/k7hp4/",
        "https://linde.example/m/k7hp4#ABCD-EFGH",
    ])
    func `the address of a card is understood however somebody copies it`(typed: String) throws {
        let address = try CardAddress(typed)
        #expect(address.slug == "k7hp4")
    }

    @Test func `whoever types the last part of the address comes to the wave`() async throws {
        let house = try await House()
        let wave = try house.store.draft("Meting", pack: "pulse", in: house.organisation)
        try await house.store.add(wave)
        try await house.test { client async throws in
            let answer = try await client.send("/card", [("address", wave.slug.uppercased())])
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/m/\(wave.slug)")
        }
    }

    @Test(arguments: [
        ("", "Typ het laatste stuk"), ("zzzzz", "Dit adres kennen we niet"), ("a b", "Dit adres kennen we niet"),
        ("2222-2222", "Dit lijkt je code"),
    ])
    func `an address that leads nowhere is explained, and stays`(typed: String, told: String) async throws {
        let house = try await House()
        try await house.test { client async throws in
            let page = try await client.send("/card", [("address", typed)])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(told))
            #expect(page.text.contains("name=\"address\" value=\"\(typed)\""))
        }
    }
}
