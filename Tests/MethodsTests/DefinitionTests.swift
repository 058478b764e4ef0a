import Core
import Testing

@testable import Methods

/// Questionnaires of others: what is known of them without their words, and what their words become.
@Suite struct DefinitionTests {
    private static let dutch = ["Iemand helpt mij.", "Er is roddel.", "Ik rust."]
    private static let english = ["Somebody helps me.", "There is gossip.", "I rest."]

    /// In the order of the source: rest-break, team-help, team-gossip.
    private func text(_ change: (inout [LicensedText.Part: String]) -> Void = { _ in }) -> LicensedText {
        var typed: [LicensedText.Part: String] = [
            .title(.dutch): "Kleintje", .title(.english): "Little one",
            .items(.dutch): "Ik rust.\r\n\r\n  Iemand helpt mij. \nEr is roddel.\n",
            .items(.english): "I rest.\nSomebody helps me.\nThere is gossip.",
            .answers("agreement", .dutch): "Nee\nJa", .answers("agreement", .english): "No\nYes",
        ]
        change(&typed)
        return LicensedText(typed)
    }

    private func definition() throws -> Definition { try #require(try SmallDefinition.read()) }

    private func faults(_ text: LicensedText) throws -> [String] {
        try text.faults(for: definition()).map { part, problem in
            "\(part) \(problem.key.dropFirst("licensed.".count)) \(problem.values.sorted { $0.key < $1.key }.map(\.value))"
        }
    }

    @Test func `a definition says whose it is and how it is scored, and has no words of questions or answers`() throws {
        let small = try definition()
        #expect(small.holder == "Universiteit van Verzin" && small.terms[.english] == "Ask for it.")
        #expect(small.source == "Verzin V (2020). Small things.")
        #expect(small.frame.items.map(\.id) == ["team-help", "team-gossip", "rest-break"])
        #expect(small.items.map(\.id) == ["rest-break", "team-help", "team-gossip"])
        #expect(small.frame.items.allSatisfy { $0.wording.texts.isEmpty })
        #expect(small.frame.scales.flatMap(\.values).allSatisfy { $0.label.texts.isEmpty })
    }

    @Test func `a definition cannot be asked`() throws {
        let problems = #expect(throws: Problems.self) {
            try Instrument(pack: PackFiles(folder: "small", texts: SmallDefinition.texts))
        }
        #expect(problems?.all.map(\.summary) == ["kind_is_definition method.yaml"])
    }

    @Test func `with words it becomes a pack that reads as any other, in the order of its themes`() throws {
        let small = try definition()
        #expect(try faults(text()) == [])
        let made = small.worded(text(), after: nil, version: 1)
        let read = try Instrument(pack: made.files(sources: "Made up."))

        #expect(read.id == "licensed-small" && read.origin == "small" && read.isValidated)
        #expect(read.licence == "not ours")
        #expect(read.title == LocalText(nl: "Kleintje", en: "Little one"))
        #expect(read.items.map { $0.wording[.dutch] } == Self.dutch)
        #expect(read.items.map { $0.wording[.english] } == Self.english)
        #expect(read.items.map(\.isReversed) == [false, true, false])
        #expect(read.scales[0].values.map { $0.label[.dutch] } == ["Nee", "Ja"])
        #expect(read.isFitted == false && read.definitionOfName == "small")
        #expect(LicensedText(of: read, for: small)[.items(.english)] == "I rest.\nSomebody helps me.\nThere is gossip.")
    }

    @Test func `quotes, emoji, tags and letters from right to left stay as they are`() throws {
        let odd = "\"Mijn\" team: <script>x</script> & \\ 👩‍👩‍👧 # שלום مرحبا"
        let words = text { $0[.items(.dutch)] = "\(odd)\nTwee\nDrie" }
        #expect(try faults(words) == [])
        let read = try Instrument(pack: definition().worded(words, after: nil, version: 1).files(sources: "x"))
        #expect(read.items.last?.wording[.dutch] == odd)
    }

    @Test(arguments: [
        ("Ik rust.\nIemand helpt mij.", #"items(nl) items_differ ["2", "3"]"#),
        ("", #"items(nl) items_differ ["0", "3"]"#),
        ("a\nb\nc\nd", #"items(nl) items_differ ["4", "3"]"#),
        ("a\n\nb\na", #"items(nl) line_is_double ["1", "4"]"#),
        ("a\nb\u{202E}\nc", #"items(nl) line_has_odd_signs ["2"]"#),
        ("a\nb\n\u{0}c", #"items(nl) line_has_odd_signs ["3"]"#),
    ]) func `what is wrong with a line is said with its number`(typed: String, expected: String) throws {
        #expect(try faults(text { $0[.items(.dutch)] = typed }) == [expected])
    }

    @Test func `too long is said of a line, an answer and the title`() throws {
        let letters = String(repeating: "a", count: 301)
        let found = try faults(
            text {
                $0[.items(.english)] = "a\n\(letters)\nc"
                $0[.answers("agreement", .dutch)] = "Nee\n\(letters.prefix(81))"
                $0[.title(.dutch)] = String(letters.prefix(101))
                $0[.title(.english)] = " "
            })
        #expect(
            found == [
                #"title(nl) title_is_too_long ["100"]"#,
                #"title(en) title_is_empty []"#,
                #"items(en) line_is_too_long ["2", "300"]"#,
                #"answers("agreement", nl) line_is_too_long ["2", "80"]"#,
            ])
    }

    @Test func `marks that pile up on one letter are too long as well`() throws {
        let tower = "a" + String(repeating: "\u{301}", count: 2_000)
        #expect(try faults(text { $0[.items(.dutch)] = "\(tower)\nb\nc" }).count == 1)
    }

    @Test func `four hundred questions are refused by their number, and nothing else is said of them`() throws {
        let many = (1...400).map { _ in "x" }.joined(separator: "\n")
        #expect(
            try faults(text { $0[.items(.dutch)] = many })
                == [#"items(nl) items_differ ["400", "3"]"#])
    }

    @Test func `changed words get a new revision, and changed answers one for every question on them`() throws {
        let small = try definition()
        let first = small.worded(text(), after: nil, version: 1)
        #expect(small.worded(text(), after: first, version: 2).items.map(\.revision) == [1, 1, 1])
        let mended = small.worded(
            text { $0[.items(.dutch)] = "Ik rust goed.\nIemand helpt mij.\nEr is roddel." }, after: first, version: 2)
        #expect(mended.items.map(\.revision) == [1, 1, 2])
        let answered = small.worded(
            text { $0[.answers("agreement", .english)] = "Not at all\nYes" }, after: mended, version: 3)
        #expect(answered.items.map(\.revision) == [2, 2, 3])
    }
}
