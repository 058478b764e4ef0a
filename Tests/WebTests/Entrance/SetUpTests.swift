import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Testing

@Suite struct SetUpTests {
    private let good = [
        ("organisation", "De Linde"), ("council", "or"), ("name", "Hanna"),
        ("password", "fietsen langs de rivier"), ("hr", "yes"),
    ]

    @Test func `an empty installation says where its one-time address is found`() async throws {
        let house = try await House()
        try await house.test { client async throws in
            let page = try await client.get("/")
            #expect(page.status == .ok)
            #expect(page.text.contains("Weefsel wacht op de eerste inrichting"))
        }
    }

    @Test func `the one-time address makes the organisation, its council and an account that is signed in`()
        async throws
    {
        let house = try await House()
        let token = try await house.store.makeSetUpToken()
        try await house.test { client async throws in
            let answer = try await client.send("/set-up/\(token)", good)
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/today")
            #expect(answer.headers[.setCookie]?.hasPrefix("weefsel=") == true)
        }
        let home = try await house.store.organisation(house.organisation.id)
        #expect(home.name == "De Linde")
        #expect(home.council == .worksCouncil)
        let people = try await house.store.accounts(in: home.id)
        #expect(people.map(\.account.name) == ["Hanna"])
        #expect(Set(people.flatMap(\.memberships).map(\.role)) == [.admin, .hr])
    }

    @Test func `a set-up address works once, and a made-up one never`() async throws {
        let house = try await House()
        let token = try await house.store.makeSetUpToken()
        try await house.test { client async throws in
            #expect(try await client.get("/set-up/\(token)").status == .ok)
            #expect(try await client.get("/set-up/0000").status == .notFound)
            #expect(try await client.send("/set-up/\(token)", good).status == .seeOther)
            #expect(try await client.get("/set-up/\(token)").status == .notFound)
            #expect(try await client.send("/set-up/\(token)", good).status == .notFound)
        }
    }

    @Test func `who sends it from a second tab hears that it was done, whoever is signed in there by now`() async throws
    {
        let house = try await House()
        let token = try await house.store.makeSetUpToken()
        try await house.test { client async throws in
            let first = try await client.send("/set-up/\(token)", good)
            let cookie = try #require(first.headers[.setCookie]?.split(separator: ";").first)
            for headers in [[:], [.cookie: String(cookie)]] as [HTTPFields] {
                let second = try await client.send("/set-up/\(token)", good, headers: headers)
                #expect(second.status == .notFound)
                #expect(second.page.headings == ["Weefsel is al ingericht"])
                #expect(second.page.links.contains(headers.isEmpty ? "/sign-in" : "/"))
                #expect(!second.text.contains("kwam niet van onze eigen pagina"))
            }
            #expect(try await client.get("/set-up/\(token)").page.headings == ["Weefsel is al ingericht"])
        }
        let people = try await house.store.accounts(in: house.organisation.id)
        #expect(people.count == 1)
    }

    @Test func `another site cannot send it`() async throws {
        let house = try await House()
        let token = try await house.store.makeSetUpToken()
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        try await house.test { client async throws in
            let sent = try await client.send("/set-up/\(token)", good, headers: [site: "cross-site"])
            #expect(sent.status == .forbidden)
        }
        #expect(try await house.store.hasAccounts() == false)
    }

    @Test func `of two who use the set-up address at once one gets in`() async throws {
        let house = try await House()
        let token = try await house.store.makeSetUpToken()
        let store = house.store
        let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { try await store.spendSetUp(token) } }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(taken == 1)
    }

    @Test func `a set-up address is over after an hour`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let token = try await house.store.makeSetUpToken()
        time.pass(3_600)
        try await house.test { client async throws in
            #expect(try await client.get("/set-up/\(token)").status == .notFound)
        }
    }

    @Test func `what is wrong stands beside its field, and what was typed stays`() async throws {
        let house = try await House()
        let token = try await house.store.makeSetUpToken()
        try await house.test { client async throws in
            let fields = [("organisation", ""), ("council", "soviet"), ("name", "Hanna <b>"), ("password", "kort")]
            let page = try await client.send("/set-up/\(token)", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Vul de naam van je organisatie in"))
            #expect(page.text.contains("Kies wie namens de medewerkers spreekt"))
            #expect(page.text.contains("Kies een wachtwoord van minstens 15 tekens"))
            #expect(page.text.contains("value=\"Hanna &lt;b&gt;\""))
            #expect(!page.text.contains("value=\"kort\""))
            #expect(page.text.contains("href=\"#organisation\""))
        }
        #expect(try await house.store.hasAccounts() == false)
    }

    @Test func `a council that was chosen stays chosen when something else is wrong`() async throws {
        let house = try await House()
        let token = try await house.store.makeSetUpToken()
        try await house.test { client async throws in
            let fields = good.map { $0.0 == "password" ? ($0.0, "kort") : $0 }
            let page = try await client.send("/set-up/\(token)", fields)
            #expect(page.text.contains("name=\"council\" value=\"or\" checked"))
            #expect(page.text.contains("name=\"hr\" value=\"yes\" aria-describedby=\"hr-hint\" checked"))
        }
    }
}
