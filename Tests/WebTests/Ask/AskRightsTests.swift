import Core
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@Suite struct AskRightsTests {
    private static let changing: Set<Role> = [.hr]
    private static let agreeing: Set<Role> = [.hr, .leader, .board, .council]
    private static let pages: [(part: String, roles: Set<Role>)] = [
        ("questions", changing), ("who", changing), ("when", changing), ("sharing", changing), ("review", changing),
        ("cards", changing), ("cards/1", changing), ("", agreeing), ("manifest", agreeing),
        ("manifest.json", agreeing),
    ]
    private static let acts: [(part: String, roles: Set<Role>)] = [
        ("questions", changing), ("when", changing), ("sharing", changing), ("opening", changing), ("end", changing),
        ("closure", changing), ("withdrawal", changing), ("publication", changing), ("cards", changing),
        ("manifest/readings", [.hr, .council]),
    ]

    private func visitor(_ role: Role, in ask: AskHouse) async throws -> Visitor {
        let unit = try await ask.store.units(in: ask.organisation.id).roots[0].id
        return try await ask.house.visitor(role, unit: role == .leader ? unit : nil)
    }

    @Test(arguments: Role.allCases)
    func `each role gets its own pages and acts, and 404 for all others`(role: Role) async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let visitor = try await visitor(role, in: ask)
        try await ask.house.test { client in
            for (part, roles) in Self.pages {
                let status = try await visitor.get(ask.path(wave, part), client).status
                #expect((status != .notFound) == roles.contains(role), "GET \(part)")
            }
            for (part, roles) in Self.acts {
                let status = try await visitor.post(ask.path(wave, part), [("block", "1")], client).status
                #expect((status != .notFound) == roles.contains(role), "POST \(part)")
            }
            let new = try await visitor.get("/waves/new", client).status
            #expect((new == .ok) == (role == .hr))
            let made = try await visitor.post("/waves", [("title", "Meting"), ("pack", "pulse")], client).status
            #expect(made == (role == .hr ? .seeOther : .notFound))
        }
        #expect(try await ask.now(wave).state == .open)
    }

    @Test func `who is not signed in is led to the entrance, and changes nothing`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        try await ask.house.test { client in
            for (part, _) in Self.pages {
                let page = try await client.get(ask.path(wave, part))
                #expect(page.status == .seeOther && page.location.hasPrefix("/sign-in?next="), "GET \(part)")
            }
            for (part, _) in Self.acts {
                let page = try await client.send(ask.path(wave, part), [("sure", "1")])
                #expect(page.status == .forbidden && page.text.contains("/sign-in?next=/waves/"), "POST \(part)")
            }
        }
        #expect(try await ask.now(wave) == wave)
    }

    @Test func `another organisation's wave does not exist`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let other = try await ask.store.addOrganisation("beuk", name: "De Beuk")
        let stranger = try await ask.house.visitor(.hr, in: other)
        try await ask.house.test { client in
            for (part, _) in Self.pages {
                #expect(try await stranger.get(ask.path(wave, part), client).status == .notFound, "GET \(part)")
            }
            for (part, _) in Self.acts {
                let fields = [("sure", "1"), ("title", "x"), ("pack", "pulse"), ("threshold", "8"), ("name", "x")]
                let status = try await stranger.post(ask.path(wave, part), fields, client).status
                #expect(status == .notFound, "POST \(part)")
            }
            let after = try await stranger.get("/waves", client)
            #expect(!after.text.contains("Meting 2026"))
        }
        #expect(try await ask.now(wave) == wave)
        #expect(try await ask.lines(.cardsListed) == 0)
    }

    @Test func `a form from elsewhere changes nothing`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        try await ask.house.test { client in
            let stolen = try await client.send(
                ask.path(wave, "withdrawal"), [("sure", "1")], headers: [.cookie: ask.hr.headers[.cookie] ?? ""])
            #expect(stolen.status == .forbidden)
        }
        #expect(try await ask.now(wave).state == .open)
    }
}
