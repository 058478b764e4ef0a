import Foundation
import HTTPTypes
import HummingbirdTesting
import Support
import Testing

@testable import Web

@Suite struct TemplatesTests {
    @Test func `each sign that means something in a page is escaped, also with an accent on it`() {
        let shown = EscapedText().escapeText("\"\u{301} <\u{301}b> & 'a'")
        #expect(shown == "&quot;\u{301} &lt;\u{301}b&gt; &amp; &#39;a&#39;")
    }

    @Test func `a quote with an accent on it cannot leave its attribute`() async throws {
        let house = try await House()
        try await house.test { client async throws in
            let page = try await client.send(
                "/sign-in", [("name", "\"\u{301} autofocus onfocus=x"), ("password", "x")])
            #expect(page.text.contains("value=\"&quot;\u{301} autofocus onfocus=x\""))
        }
    }

    @Test func `an empty text counts as nothing in a section`() async throws {
        let house = try await House()
        try await house.test { client async throws in
            let page = try await client.get("/nothing-here")
            #expect(page.status == .notFound)
            #expect(page.text.contains("bestaat niet, of is niet voor jou"))
            #expect(!page.text.contains("Noem dan dit nummer"))
        }
    }

    @Test func `every template names partials that exist`() throws {
        let folder = House.root.appendingPathComponent("Templates")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".mustache")
        }
        for path in paths {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            for found in text.matches(of: /\{\{[><]\s*([^}\s]+)\s*\}\}/) {
                #expect(paths.contains("\(found.1).mustache"), "\(path): \(found.1)")
            }
        }
        #expect(paths.count > 5)
    }
}
