import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

@Suite struct LanguageTests {
    @Test(arguments: [Role.admin, .hr, .council, .leader])
    func `every page has a link to itself in the other language, which is remembered`(role: Role) async throws {
        let full = try await FullHouse(House())
        try await full.house.test { client async throws in
            let visitor = try await full.visitor(role)
            var crawl = Crawl(visitor, .dutch, client)
            try await crawl.follow(from: ["/today"])
            for (path, page) in crawl.pages {
                let link = try #require(page.otherLanguage, "\(path)")
                #expect(link.withoutLanguage == path)
                let answer = try await visitor.get(link, client)
                #expect(answer.status == .ok, "\(path)")
                #expect(answer.page.language == "en", "\(path)")
                #expect(Self.targets(of: answer.page) == Self.targets(of: page), "\(path)")
                #expect(Self.isRemembered(answer) == !Self.isPublic(path), "\(path)")
            }
        }
    }

    /// Where a page leads, whatever the language.
    private static func targets(of page: ReadPage) -> [String] {
        page.links.map { $0.withoutLanguage }
    }

    /// The anonymous pages are one document for everybody, and set no cookie.
    private static func isPublic(_ path: String) -> Bool { path.hasPrefix("/m/") || path.hasPrefix("/d/") }

    private static func isRemembered(_ answer: TestResponse) -> Bool {
        answer.headers[values: .setCookie].contains { $0.hasPrefix("language=en;") }
    }

    @Test func `the anonymous pages keep the language in their links`() async throws {
        let full = try await FullHouse(House())
        try await full.house.test { client async throws in
            for (state, wave) in full.waves {
                let page = try await client.get("/m/\(wave.slug)?lang=en").page
                #expect(page.language == "en", "\(state)")
                let onward = page.links.filter { $0.hasPrefix("/m/") && !page.otherLanguages.contains($0) }
                #expect(onward.allSatisfy { $0.hasSuffix("?lang=en") }, "\(state) \(onward)")
                #expect(!page.source.contains("action=\"/m/\(wave.slug)\""), "\(state)")
            }
        }
    }

    @Test func `what was chosen holds on every page after, until another is chosen`() async throws {
        let house = try await House()
        let visitor = try await house.visitor(.hr)
        try await house.test { client async throws in
            func language(_ path: String, _ cookie: String) async throws -> String? {
                var headers = visitor.headers
                headers[.cookie] = "\(headers[.cookie] ?? ""); language=\(cookie)"
                return try await client.execute(uri: path, method: .get, headers: headers).page.language
            }
            #expect(try await language("/today", "en") == "en")
            #expect(try await language("/nothing-here", "en") == "en")
            #expect(try await language("/today?lang=nl", "en") == "nl")
            #expect(try await language("/today", "xx") == "nl")
            let unknown = try await visitor.get("/today?lang=xx", client)
            #expect(unknown.page.language == "nl")
            #expect(unknown.headers[.setCookie] == nil)
        }
    }

    @Test func `who must sign in first reads that in the language of the link, and keeps where they wanted to go`()
        async throws
    {
        try await House().test { client async throws in
            let away = try await client.get("/waves?lang=en")
            let page = try await client.get(away.headers[.location] ?? "").page
            #expect(page.language == "en")
            let other = try await client.get(page.otherLanguage ?? "").page
            #expect(other.language == "nl")
            #expect(other.source.contains("name=\"next\" value=\"/waves?lang=en\""))
        }
    }

    /// A form that is refused, and the page on which it stands.
    private struct RefusedForm {
        let path: String
        let fields: [(String, String)]
        let page: String
    }

    private static func refused(in full: FullHouse) -> [RefusedForm] {
        func wave(_ state: Wave.State, _ part: String) -> String {
            full.waves[state].map { Paths.wave($0.id, part) } ?? ""
        }
        let unit = full.units.units.first { $0.name == "Weide" }.map { Paths.unit($0.id) } ?? ""
        let open = wave(.open, "")
        return [
            RefusedForm(path: "/sign-in", fields: [("name", "x"), ("next", "/waves")], page: "/sign-in?next=/waves"),
            RefusedForm(path: "/card", fields: [], page: "/sign-in"),
            RefusedForm(path: "/account", fields: [], page: "/account"),
            RefusedForm(path: "/waves", fields: [], page: "/waves/new"),
            RefusedForm(path: wave(.draft, "questions"), fields: [], page: wave(.draft, "questions")),
            RefusedForm(path: wave(.draft, "when"), fields: [("closes", "x")], page: wave(.draft, "when")),
            RefusedForm(path: wave(.draft, "sharing"), fields: [], page: wave(.draft, "sharing")),
            RefusedForm(path: wave(.draft, "opening"), fields: [], page: wave(.draft, "review")),
            RefusedForm(path: wave(.draft, "manifest/readings"), fields: [], page: wave(.draft, "manifest")),
            RefusedForm(path: wave(.open, "end"), fields: [], page: open),
            RefusedForm(path: wave(.open, "closure"), fields: [], page: open),
            RefusedForm(path: wave(.open, "withdrawal"), fields: [], page: open),
            RefusedForm(path: wave(.open, "cards"), fields: [], page: wave(.open, "cards")),
            RefusedForm(path: "/admin/units", fields: [], page: "/admin/units"),
            RefusedForm(path: unit, fields: [], page: unit),
            RefusedForm(path: "/admin/people", fields: [], page: "/admin/people"),
            RefusedForm(path: "/admin/decisions/new", fields: [], page: "/admin/decisions/new"),
        ]
    }

    @Test func `a form that was refused leads to its own page in the other language`() async throws {
        let full = try await FullHouse(House())
        try await full.house.test { client async throws in
            let visitor = try await full.visitor(.hr)
            for form in Self.refused(in: full) {
                let answer = try await visitor.post(form.path, form.fields, client)
                #expect([409, 422].contains(answer.status.code), "\(form.path)")
                let link = try #require(answer.page.otherLanguage, "\(form.path)")
                #expect(link.withoutLanguage == form.page)
                let other = try await visitor.get(link, client)
                #expect(other.status == .ok, "\(form.path)")
                #expect(other.page.language == "en", "\(form.path)")
            }
        }
    }

    @Test func `a refused role or logo is shown in the other language beside the same things`() async throws {
        let full = try await FullHouse(House())
        try await full.house.test { client async throws in
            let admin = try await full.visitor(.admin)
            let answers = [
                (try await admin.post(Paths.roles(of: admin.account), [], client), Paths.person(admin.account)),
                (try await admin.post("/admin/settings", [], client), "/admin/settings"),
                (try await admin.upload("/admin/settings/logo", nil, client), "/admin/settings"),
            ]
            for (answer, page) in answers {
                #expect(answer.status == .unprocessableContent, "\(page)")
                let other = try await admin.get(answer.page.otherLanguage ?? "", client)
                #expect(other.status == .ok, "\(page)")
                #expect(try await other.page.headings == admin.get(page, client, language: "en").page.headings)
            }
        }
    }
}
