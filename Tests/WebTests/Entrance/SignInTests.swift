import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

@Suite struct SignInTests {
    private static let password = "een lang en goed wachtwoord"

    private func house(_ time: Timepiece = Timepiece(House.morning)) async throws -> House {
        let house = try await House { $0.clock = time.clock }
        _ = try await house.store.addAccount("Olga", password: Self.password, role: .council, in: house.organisation.id)
        return house
    }

    private func signIn(_ client: any TestClientProtocol, _ name: String, _ password: String) async throws
        -> TestResponse
    {
        try await client.send("/sign-in", [("name", name), ("password", password), ("next", "/admin/log")])
    }

    @Test func `whoever signs in comes where they wanted to go`() async throws {
        try await house().test { client async throws in
            let answer = try await signIn(client, " OLGA ", Self.password)
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/admin/log")
            let cookie = try #require(answer.headers[.setCookie])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
        }
    }

    @Test func `a page that needs an account leads to sign-in and back`() async throws {
        try await house().test { client async throws in
            let answer = try await client.get("/today?x=1")
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/sign-in?next=/today%3Fx%3D1")
            let page = try await client.get("/sign-in?next=/today%3Fx%3D1")
            #expect(page.text.contains("name=\"next\" value=\"/today?x=1\""))
            #expect(page.text.contains("href=\"/sign-in?next=/today%3Fx%3D1&amp;lang=en\""))
        }
    }

    @Test func `a second tab goes on for the same person, and asks another one to wait`() async throws {
        let house = try await house()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let fields = [("password", "getypt in het tweede tabblad"), ("next", "/waves/new")]
            let same = try await hr.post(
                "/sign-in", [("name", hr.name.uppercased())] + fields, client, hasToken: false)
            #expect(same.status == .seeOther && same.headers[.location] == "/waves/new")
            let other = try await hr.post("/sign-in", [("name", "Olga")] + fields, client, hasToken: false)
            #expect(other.status == .conflict && other.headers[.setCookie] == nil)
            #expect(other.text.contains(hr.name) && other.text.contains("value=\"Olga\""))
        }
    }

    @Test func `a wrong password is refused, and the name stays`() async throws {
        try await house().test { client async throws in
            let page = try await signIn(client, "Olga", "iets heel anders dan dat")
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Naam en wachtwoord horen niet bij elkaar"))
            #expect(page.text.contains("name=\"name\" value=\"Olga\""))
            #expect(page.text.contains("value=\"/admin/log\""))
            #expect(!page.text.contains("iets heel anders"))
        }
    }

    @Test(
        arguments: ["Olga", "Niemand"],
        [
            ("nl", ["één minuut", "2 minuten", "4 minuten", "8 minuten", "16 minuten", "32 min", "64 min", "3 uur"]),
            ("en", ["one minute", "2 minutes", "4 minutes", "8 minutes", "16 minutes", "32 min", "64 min", "3 hours"]),
        ])
    func `each five wrong passwords a name waits twice as long and reads how long, whether it exists or not`(
        name: String, told: (language: String, waits: [String])
    ) async throws {
        let time = Timepiece(House.morning)
        try await house(time).test { client async throws in
            func tryRight() async throws -> TestResponse {
                try await client.send(
                    "/sign-in", [("name", name), ("password", Self.password)],
                    headers: [.acceptLanguage: told.language])
            }
            for (round, wait) in told.waits.enumerated() {
                for _ in 0..<5 {
                    #expect(try await signIn(client, name, "fout fout fout fout").status == .unprocessableContent)
                }
                let page = try await tryRight()
                #expect(page.status == .tooManyRequests)
                #expect(page.text.contains(wait), "\(wait)")
                time.pass((60 << round) - 1)
                #expect(try await tryRight().status == .tooManyRequests)
                time.pass(1)
            }
            #expect(try await tryRight().status == (name == "Olga" ? .seeOther : .unprocessableContent))
        }
    }

    @Test func `whoever signed in, or got another password, waits for no failure of before`() async throws {
        let time = Timepiece(House.morning)
        let house = try await house(time)
        try await house.test { client async throws in
            for _ in 0..<4 { _ = try await signIn(client, "Olga", "fout fout fout fout") }
            #expect(try await signIn(client, "Olga", Self.password).status == .seeOther)
            for _ in 0..<4 { _ = try await signIn(client, "Olga", "fout fout fout fout") }
            #expect(try await signIn(client, "Olga", Self.password).status == .seeOther)
            time.pass(60)
            for _ in 0..<5 { _ = try await signIn(client, "Olga", "fout fout fout fout") }
            #expect(try await signIn(client, "Olga", Self.password).status == .tooManyRequests)
            let other = "een heel ander lang wachtwoord"
            try await house.store.resetPassword(of: "Olga", to: other)
            #expect(try await signIn(client, "Olga", other).status == .seeOther)
        }
    }

    @Test func `twenty wrong tries from one address make it wait a minute`() async throws {
        let time = Timepiece(House.morning)
        try await house(time).test { client async throws in
            for number in 0..<20 { _ = try await signIn(client, "name \(number)", "fout fout fout fout") }
            let page = try await signIn(client, "Olga", Self.password)
            #expect(page.status == .tooManyRequests && page.text.contains("Wacht één minuut"))
            time.pass(60)
            #expect(try await signIn(client, "Olga", Self.password).status == .seeOther)
        }
    }

    @Test func `thirty colleagues behind one address all sign in`() async throws {
        let house = try await house()
        try await house.test { client async throws in
            for _ in 0..<30 { #expect(try await signIn(client, "Olga", Self.password).status == .seeOther) }
        }
    }

    @Test(arguments: [(Role.hr, 900), (.admin, 900), (.council, 3_600)])
    func `a sign-in that rests too long is over`(role: Role, seconds: Int) async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let visitor = try await house.visitor(role)
        try await house.test { client async throws in
            time.pass(seconds - 1)
            #expect(try await visitor.get("/today", client).status == .ok)
            time.pass(seconds)
            #expect(try await visitor.get("/today", client).status == .seeOther)
        }
    }

    @Test func `who signs out is out everywhere that this sign-in was used`() async throws {
        let house = try await House()
        let visitor = try await house.visitor(.hr)
        try await house.test { client async throws in
            #expect(try await visitor.post("/sign-out", [], client).headers[.location] == "/sign-in")
            #expect(try await visitor.get("/today", client).status == .seeOther)
        }
    }

    @Test(arguments: [
        "https://elders.example", "//elders.example", "/\\elders.example", "/\t/elders.example", "", "today",
    ])
    func `after signing in nobody is led elsewhere`(next: String) {
        #expect(SignInRoutes.safe(next) == "/today")
    }
}
