import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Support
import Testing

@testable import Web

/// What somebody sends while their sign-in has ended.
@Suite struct SignedOutTests {
    private func next(_ answer: TestResponse) -> String? {
        answer.headers[.location]?.split(separator: "=").last.map(String.init)
            ?? answer.text.between("/sign-in?next=", "\"")
    }

    @Test func `what somebody typed is shown back, but no password and no choice`() async throws {
        let house = try await House()
        let fields = [
            ("token", "oud en voorbij"), ("text", "We spraken <dit> af, na lang overleg met het team."),
            ("subject", "Roosters"),
            ("kind", "fleet_review"), ("decided_on", "5-10-2026"), ("password", "een geheim woord"),
        ]
        try await house.test { client async throws in
            let page = try await client.send("/admin/decisions/new", fields)
            #expect(page.status == .forbidden && page.text.contains("Je was intussen afgemeld"))
            #expect(page.text.contains("readonly>We spraken &lt;dit&gt; af, na lang overleg met het team.</textarea>"))
            for told in ["Roosters", "5-10-2026"] { #expect(page.text.contains("value=\"\(told)\" readonly>")) }
            #expect(page.text.components(separatedBy: " readonly>").count == 4)
            #expect(
                !page.text.contains("geheim") && !page.text.contains("voorbij") && !page.text.contains("fleet_review"))
        }
    }

    @Test(arguments: ["nl", "en"])
    func `whoever ticked or chose and typed nothing reads that nothing was changed`(language: String) async throws {
        let house = try await House()
        try await house.test { client async throws in
            let page = try await client.send(
                "/waves/1234/closure", [("token", "x"), ("sure", "1")], headers: [.acceptLanguage: language])
            let told = language == "nl" ? "niets bewaard en niets veranderd" : "nothing was changed"
            #expect(page.status == .forbidden && page.text.contains(told) && !page.text.contains("readonly"))
            #expect(next(page) == "/waves/1234")
            let file = try await client.execute(
                uri: "/admin/units/file", method: .post, headers: [.contentType: "multipart/form-data; boundary=x"])
            #expect(file.status == .forbidden && next(file) == "/admin/units/file")
        }
    }

    @Test(arguments: [
        ("/waves", "/waves/new"), ("/waves/1234/when", "/waves/1234/when"), ("/waves/1234/end", "/waves/1234"),
        ("/waves/1234/manifest/readings", "/waves/1234/manifest"),
        ("/waves/1234/cards", "/waves/1234/cards"), ("/admin/people/5/roles", "/admin/people/5/roles"),
        ("/admin/units/file/7/removal", "/admin/units/file/7"), ("/account", "/account"), ("/sign-out", "/today"),
    ])
    func `after signing in one comes back to the page of the form`(path: String, page: String) async throws {
        let house = try await House()
        try await house.test { client async throws in
            #expect(next(try await client.send(path, [("title", "Rooster"), ("count", "3")])) == page)
            #expect(next(try await client.send(path, [("token", "x")])) == page)
        }
    }

    @Test func `every form of those who are signed in stands on a page`() async throws {
        let house = try await House()
        func route(_ entry: RouteEntry) -> String { RouterPath(entry.path).description }
        let pages = Set(house.server.table.filter { $0.method == "GET" }.map(route))
        let forms = FormPages()
        for page in pages { forms.note(page: page) }
        for form in house.server.table where form.method == "POST" && form.need != .nothing {
            #expect(pages.contains(forms.page(of: route(form), route: route(form))), "\(form.path)")
        }
    }

    /// A field of the templates: its name, and what kind it is.
    private func fields() throws -> [(name: String, kind: String)] {
        let templates = House.root.appendingPathComponent("Templates")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: templates.path).filter {
            // Nobody signs in for these.
            $0.hasSuffix(".mustache") && !$0.hasPrefix("answer/") && !$0.hasSuffix("demo.mustache")
        }
        return try paths.flatMap { path in
            try String(contentsOf: templates.appendingPathComponent(path), encoding: .utf8)
                .matches(of: /<(input|select|textarea)\s([^>]*)/).compactMap { found -> (String, String)? in
                    let rest = String(found.2)
                    guard let name = rest.firstMatch(of: /(?:^|\s)name="([^"{]+)"/)?.1 else { return nil }
                    let type = rest.firstMatch(of: /(?:^|\s)type="([^"]+)"/).map { String($0.1) }
                    return (String(name), type ?? String(found.1))
                }
        }
    }

    @Test func `passwords, marks of ours and choices are never shown back, and all else is`() throws {
        let fields = try fields()
        // A page that asks once more sends along unseen what somebody chose or typed on the page before.
        let ours = Set(fields.filter { ["password", "hidden"].contains($0.kind) }.map(\.name))
            .subtracting(fields.filter { !["password", "hidden"].contains($0.kind) }.map(\.name) + ["forms"])
        let choices = Set(fields.filter { ["radio", "checkbox", "select"].contains($0.kind) }.map(\.name))
        #expect(ours.isSuperset(of: ["password", "present", "token", "version"]))
        #expect(choices.isSuperset(of: ["sure", "role"]))
        for (name, kind) in fields where kind != "file" {
            let form = Form([name: ["Rooster"]])
            #expect(form.typed.isEmpty == (ours.contains(name) || choices.contains(name)), "\(kind) \(name)")
            #expect(form.isFilledIn == !ours.contains(name), "\(kind) \(name)")
        }
        // These get their names from the program.
        #expect(!Form(["own-id-1": ["abc"]]).isFilledIn)
        for name in ["pack", "sharing"] { #expect(Form([name: ["pulse"]]).typed.isEmpty) }
        for name in ["title", "opens", "closes", "results", "threshold", "count"] {
            #expect(Form([name: ["5-10-2026"]]).typed == ["5-10-2026"])
        }
    }
}
