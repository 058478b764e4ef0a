import Core
import Hummingbird
import HummingbirdTesting
import Support
import Testing

@testable import Store
@testable import Web

@Suite struct LogPagesTests {
    private func house(lines: Int) async throws -> House {
        let house = try await House()
        let home = house.organisation
        // The house itself begins with lines of its own; these are older.
        try await house.store.write { transaction in
            for number in 0..<lines {
                try transaction.audit(
                    .waveCreated, "regel \(number).", by: nil, at: House.morning + (number - lines) * 3_600, in: home)
            }
        }
        return house
    }

    private func follow(_ link: String, from path: String, _ visitor: Visitor, _ client: any TestClientProtocol)
        async throws -> [String]
    {
        var pages: [String] = []
        var next: String? = path
        while let path = next, pages.count < 50 {
            let page = try await visitor.get(path, client)
            #expect(page.status == .ok && !page.text.contains("⟦"))
            pages.append(page.text)
            let nav = page.text.between("<nav class=\"row", "</nav>") ?? ""
            let links = nav.matches(of: /href="([^"]+)" rel="([a-z]+)"/)
            next = links.first { $0.2 == link }.map { String($0.1) }
        }
        return pages
    }

    @Test(arguments: [Role.council, .admin])
    func `who may read the log reads back to the first line by plain links, and forth again`(role: Role) async throws {
        let house = try await house(lines: 730)
        let reader = try await house.visitor(role)
        try await house.test { client async throws in
            let pages = try await follow("next", from: "/admin/log", reader, client)
            #expect(pages.count == 4)
            for number in 0..<730 {
                #expect(pages.filter { $0.contains("<span>regel \(number).</span>") }.count == 1, "\(number)")
            }
            #expect(pages[3].contains("regel 0.") && pages[3].contains("Bladzijde 4 van 4"))
            let back = try await follow("prev", from: "/admin/log?page=4", reader, client)
            #expect(back.count == 4 && back.last?.contains("regel 729.") == true)
        }
    }

    @Test(arguments: ["0", "-1", "x", "99999999999999999999", "5", "%00"])
    func `a page that is not there is the nearest one`(asked: String) async throws {
        let house = try await house(lines: 250)
        let council = try await house.visitor(.council)
        try await house.test { client async throws in
            let page = try await council.get("/admin/log?page=\(asked)", client)
            #expect(page.status == .ok)
            #expect(page.text.contains(asked == "5" ? "Bladzijde 2 van 2" : "Bladzijde 1 van 2"))
        }
    }

    @Test func `a short log has no pages`() async throws {
        let house = try await house(lines: 20)
        let council = try await house.visitor(.council)
        try await house.test { client async throws in
            #expect(!(try await council.get("/admin/log", client).text.contains("Bladzijde")))
        }
    }
}
