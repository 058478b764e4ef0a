import Testing

@Suite struct `Documents and program` {
    @Test func `every setting from the environment is explained to operators`() throws {
        let sources = try Clone.swiftFiles(in: "Sources").values.joined(separator: "\n")
        let settings = Set(sources.matches(of: /WEEFSEL_[A-Z_]+/).map { String($0.output) })
        let explained = try Clone.text("docs/self-hosting.md")

        #expect(settings.contains("WEEFSEL_DATA"))
        #expect(settings.filter { !explained.contains("`\($0)`") }.sorted() == [])
    }

    @Test func `operators read of no setting that is not there`() throws {
        let sources = try Clone.swiftFiles(in: "Sources").values.joined(separator: "\n")
        let explained = try Clone.text("docs/self-hosting.md").matches(of: /`(WEEFSEL_[A-Z_]+)`/).map { String($0.1) }

        #expect(Set(explained).filter { !sources.contains($0) }.sorted() == [])
    }

    @Test(arguments: [("en", "docs/for-hr.md"), ("nl", "docs/handleiding-hr.md")])
    func `what the guide of hr names in bold stands on the screen`(language: String, guide: String) throws {
        let screen = try Clone.words(in: language)
        let named = try Clone.text(guide).matches(of: /\*\*([^*]+)\*\*/).map { String($0.1) }

        #expect(named.count > 20)
        #expect(named.filter { !screen.contains($0) } == [])
    }

    @Test func `the glossary holds every word that the house agreed on`() throws {
        let glossary = try Clone.text("ARCHITECTURE.md")

        #expect(Glossary.words.filter { !glossary.contains($0) } == [])
    }

    @Test(arguments: ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "docs/self-hosting.md", "docs/development.md"])
    func `a document links only to what is there`(document: String) throws {
        let folder = document.split(separator: "/").dropLast().joined(separator: "/")
        let links = try Clone.text(document).matches(of: /\]\(([^)#:\s]+)(#[^)]*)?\)/).map { String($0.1) }
        let broken = links.filter { !Clone.has(folder.isEmpty ? $0 : "\(folder)/\($0)") }

        #expect(broken == [])
    }
}
