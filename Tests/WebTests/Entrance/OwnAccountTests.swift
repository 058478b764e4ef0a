import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Testing

@Suite struct OwnAccountTests {
    private static let old = "een lang en goed wachtwoord"
    private static let new = "fietsen langs de rivier"

    @Test func `whoever knows the present password chooses another, and signs in again`() async throws {
        let house = try await House()
        let visitor = try await house.visitor(.council)
        let name = try #require(try await house.store.accounts(in: house.organisation.id).first).account.name
        try await house.test { client async throws in
            #expect(try await visitor.get("/account", client).text.contains(name))
            let answer = try await visitor.post("/account", [("present", Self.old), ("password", Self.new)], client)
            #expect(answer.headers[.location] == "/sign-in")
            #expect(try await visitor.get("/today", client).status == .seeOther)
            let entered = try await client.send("/sign-in", [("name", name), ("password", Self.new)])
            #expect(entered.status == .seeOther)
        }
    }

    @Test(arguments: [
        ("iets anders dan het was", new, "Dit is niet je wachtwoord van nu"), (old, "kort", "minstens 15 tekens"),
        (old, "wachtwoordwachtwoord", "te makkelijk te raden"),
    ])
    func `a change that cannot be is refused and the old password stays`(
        present: String, password: String, told: String
    ) async throws {
        let house = try await House()
        let visitor = try await house.visitor(.council)
        try await house.test { client async throws in
            let page = try await visitor.post("/account", [("present", present), ("password", password)], client)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(told))
            #expect(!page.text.contains(password))
            #expect(try await visitor.get("/today", client).status == .ok)
        }
    }
}
