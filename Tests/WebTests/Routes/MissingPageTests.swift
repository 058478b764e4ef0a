import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Support
import Testing

@testable import Web

@Suite struct MissingPageTests {
    private static let rooms = ["/today", "/waves", "/admin"]

    @Test(arguments: [
        (Role.admin, ["/today", "/admin"]), (.leader, ["/today", "/waves"]), (.hr, MissingPageTests.rooms),
    ])
    func `what is missing leaves its reader the bar of their role`(role: Role, mine: [String]) async throws {
        let full = try await FullHouse(House())
        let visitor = try await full.visitor(role)
        try await full.house.test { client async throws in
            for path in ["/nothing-here", "/admin/units/x", "/waves/x"] {
                let page = try await visitor.get(path, client)
                #expect(page.status == .notFound)
                let bar = try #require(page.text.between("<nav class=\"rooms\"", "</nav>"))
                let shown = Self.rooms.filter { bar.contains("href=\"\($0)\"") }
                #expect(shown == mine, "\(path)")
                #expect(page.text.contains("Huize Populier"))
                #expect(page.text.contains("action=\"/sign-out\""))
            }
        }
    }

    @Test func `nobody in particular gets no bar, and nobody is looked up at an address for answering`() async throws {
        let full = try await FullHouse(House())
        let hr = try await full.visitor(.hr)
        try await full.house.test { client async throws in
            let pages = [
                try await client.get("/nothing-here"), try await hr.get("/m/nothing", client),
                try await hr.get("/d/nothing", client),
            ]
            for page in pages {
                #expect(page.status == .notFound)
                for room in Self.rooms { #expect(!page.text.contains("href=\"\(room)\"")) }
                #expect(!page.text.contains("Huize Populier"))
            }
        }
    }
}
