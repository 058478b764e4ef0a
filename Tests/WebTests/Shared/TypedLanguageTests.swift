import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What people typed bears the language in which they typed it, whatever the page speaks.
@Suite struct TypedLanguageTests {
    @Test func `a decision bears the language in which it was typed`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let fields = [
            ("kind", "other"), ("subject", "Quiet room"), ("asked_by", "Hanna"), ("agreed", "hr"),
            ("decided_on", "2026-10-01"), ("text", "One on each floor."),
        ]
        try await house.test { client async throws in
            let answer = try await hr.post("/admin/decisions/new?lang=en", fields, client)
            let path = try #require(answer.headers[.location])
            let page = try await hr.get(path, client).text
            #expect(page.contains("<html lang=\"nl\">"))
            #expect(page.contains("<h1 lang=\"en\">Quiet room</h1>"))
            let text = try #require(page.between("<div class=\"stack\" lang=\"en\">", "</div>"))
            #expect(text.contains("<p>One on each floor.</p>"))
            let list = try await hr.get("/admin/decisions", client).text
            #expect(list.contains("lang=\"en\">Quiet room</a>"))
        }
        #expect(try await house.store.decisions(in: house.organisation.id).map(\.language) == [.english])
    }

    @Test func `help stands in the reader's language where somebody typed it so, else in the one typed`() async throws {
        let full = try await FullHouse(House())
        try await full.house.store.change(full.house.organisation.id, since: 1, by: nil) {
            $0.helpChannels = [
                .init(name: ["nl": "Bedrijfsarts"], text: ["nl": "Bel 0123"]),
                .init(name: ["nl": "Vertrouwenspersoon", "en": "Confidant"], text: ["nl": "Mail", "en": "Mail Anne"]),
            ]
        }
        let open = try #require(full.waves[.open]?.slug)
        let shared = try #require(full.waves[.published]?.slug)
        try await full.house.test { client async throws in
            for path in ["/m/\(open)", "/m/\(open)/thanks", "/d/\(shared)"] {
                let english = try await client.get(path, language: "en").text
                #expect(english.contains("<li lang=\"nl\"><b>Bedrijfsarts</b><span>Bel 0123</span></li>"), "\(path)")
                #expect(english.contains("<li lang=\"en\"><b>Confidant</b><span>Mail Anne</span></li>"), "\(path)")
                let dutch = try await client.get(path).text
                #expect(dutch.contains("<li lang=\"nl\"><b>Vertrouwenspersoon</b>"), "\(path)")
            }
        }
    }
}
