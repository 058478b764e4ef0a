import Core
import Methods
import Testing

@Suite struct AskingPackTests {
    @Test func `who gets a theme, what is asked openly and what of background are read`() throws {
        let asking = try AskingPack.read()

        #expect(asking.themes.map(\.onlyIf) == [nil, .init(item: "rhythm-nights", answers: [2, 3]), nil])
        #expect(asking.themes.map(\.onlyFor) == [[], [], ["kitchen"]])
        #expect(asking.themes.map(\.isBranch) == [false, true, true])
        #expect(asking.staffGroups.map { $0.name[.english] } == ["Care", "Kitchen", "Office"])
        #expect(asking.openQuestions.map { $0.wording[.dutch] } == ["Wat kan er beter?"])
        #expect(
            asking.background.flatMap(\.answers).map { $0.label[.dutch] } == [
                "Korter dan vijf jaar", "Vijf jaar of langer",
            ])
        // What is not scored is no item: it has no figures.
        #expect(asking.items.map(\.id) == ["rhythm-nights", "nights-sleep", "stove-heat"])
    }

    @Test func `all of it is written and read back`() throws {
        let asking = try AskingPack.read()
        let read = try Instrument(pack: asking.files(sources: "# Sources\n"))
        #expect(read.themes == asking.themes)
        #expect(read.staffGroups == asking.staffGroups)
        #expect(read.openQuestions == asking.openQuestions)
        #expect(read.background == asking.background)
    }

    struct Fault: Sendable, CustomStringConvertible {
        let (file, old, new): (String, String, String)
        let expected: [String]

        init(_ file: String, _ old: String, _ new: String, _ expected: String...) {
            (self.file, self.old, self.new, self.expected) = (file, old, new, expected)
        }

        var description: String { "\(file): \(old) → \(new)" }
    }

    static let faults = [
        Fault("questions.yaml", "[2, 3]", "[2, 4]", "branch_answer_is_unknown questions.yaml:6"),
        Fault("questions.yaml", "[2, 3]", "[1, 2, 3]", "branch_is_for_all questions.yaml:6"),
        Fault("questions.yaml", "[2, 3]", "[2, 2]", "list_has_double questions.yaml:6"),
        Fault("questions.yaml", "[2, 3]", "[]", "list_is_empty questions.yaml:6"),
        Fault(
            "questions.yaml", "question: rhythm-nights", "question: rhythm-night",
            "branch_question_is_unknown_near questions.yaml:6"),
        // It stands below, or itself not everybody gets it.
        Fault(
            "questions.yaml", "question: rhythm-nights", "question: stove-heat",
            "branch_question_is_unknown questions.yaml:6"),
        Fault(
            "questions.yaml", "only-for: [kitchen]", "only-for: [kitchn]",
            "staff_group_is_unknown_near questions.yaml:10"),
        Fault(
            "questions.yaml", "only-for: [kitchen]", "only-for: [garden]", "staff_group_is_unknown questions.yaml:10"),
        Fault(
            "questions.yaml", "rhythm-nights, revision: 1, scale: agreement}",
            "rhythm-nights, revision: 1, scale: agreement, sensitive: true}",
            "branch_question_is_sensitive questions.yaml:6"),
        Fault(
            "questions.yaml", "  - id: rhythm\n", "  - id: rhythm\n    only-for: [care]\n",
            "branches_are_all questions.yaml:2", "branch_question_is_unknown questions.yaml:7"),
        Fault(
            "questions.yaml", "only-for: [kitchen]", "only-for: [care, kitchen, office]",
            "branch_is_for_all questions.yaml:10"),
        Fault(
            "questions.yaml", "only-for: [kitchen]",
            "only-for: [kitchen]\n    only-if: {question: rhythm-nights, answers: [1]}",
            "branch_is_double questions.yaml:9"),
        Fault(
            "questions.yaml", "[care, kitchen, office]", "[kitchen]", "words_are_for_nothing en.yaml:14",
            "words_are_for_nothing en.yaml:14", "words_are_for_nothing nl.yaml:14", "words_are_for_nothing nl.yaml:14",
            "branch_is_for_all questions.yaml:10", "list_is_short questions.yaml:13"),
        Fault(
            "questions.yaml", "[few, many]", "[few]", "words_are_for_nothing en.yaml:18",
            "words_are_for_nothing nl.yaml:18", "list_is_short questions.yaml:17"),
        Fault(
            "questions.yaml", "id: years", "id: rhythm-nights", "words_are_missing en.yaml:17",
            "words_are_for_nothing en.yaml:18", "words_are_missing nl.yaml:17", "words_are_for_nothing nl.yaml:18",
            "id_is_double questions.yaml:17"),
        Fault(
            "questions.yaml", "id: better", "id: staff-group", "words_are_missing en.yaml:15",
            "words_are_for_nothing en.yaml:16", "words_are_missing nl.yaml:15", "words_are_for_nothing nl.yaml:16",
            "id_is_kept questions.yaml:15"),
        Fault("en.yaml", "few: Under five years, ", "", "words_are_missing en.yaml:18"),
        Fault("en.yaml", "open:\n  better: What could be better?\n", "", "words_are_missing en.yaml:1"),
    ]

    @Test(arguments: faults) func `a fault is named with its file and its line`(fault: Fault) {
        let problems = AskingPack.problems(AskingPack.with(fault.file, fault.old, fault.new))
        #expect(problems.map(\.summary) == fault.expected)
    }

    @Test func `more than ten open questions, or staff groups, are too many`() {
        let open = (1...11).map { "  - {id: o-\($0), revision: 1}\n" }.joined()
        let groups = (1...11).map { "g-\($0)" }.joined(separator: ", ")
        let many = AskingPack.with("questions.yaml", "  - {id: better, revision: 1}\n", open)
        let found = AskingPack.problems(many).map(\.summary)
        #expect(found.contains("list_is_long questions.yaml:14"))
        let wide = AskingPack.with("questions.yaml", "[care, kitchen, office]", "[\(groups)]")
        #expect(AskingPack.problems(wide).map(\.summary).contains("list_is_long questions.yaml:13"))
    }

    @Test(arguments: [("nl.yaml", "kan er beter", "moet er beter"), ("nl.yaml", "of langer}", "of meer}")])
    func `other words of an open or background question need a new revision`(file: String, old: String, new: String)
        throws
    {
        let lock = try WordingLock().updated(with: AskingPack.read()).text
        var texts = AskingPack.with(file, old, new)
        texts[WordingLock.file] = lock
        #expect(AskingPack.problems(texts).map(\.key) == ["pack.wording_changed"])
        texts["nl.yaml"] = AskingPack.texts["nl.yaml"]
        #expect(AskingPack.problems(texts).isEmpty)
    }

    @Test func `a theme that depends on a question goes only where that goes`() throws {
        let (base, text) = (try AskingPack.read(), LocalText(nl: "Zelf", en: "Own"))
        let words = Tailoring.Words(
            about: text, theme: text, short: text, lead: text, answers: Array(repeating: text, count: 5))
        func fitted(_ kept: Set<String>) throws -> Instrument {
            try Tailoring(kept: kept, own: []).applied(to: base, after: base, id: "own-x", version: 1, words: words)
        }

        #expect(throws: Tailoring.Refusal.hasNoSharedTheme) { try fitted(["nights"]) }
        #expect(throws: Tailoring.Refusal.hasNoSharedTheme) { try fitted(["stove"]) }
        // The night depends on a question about the rhythm.
        let open = try AskingPack.read(AskingPack.with("questions.yaml", "    only-for: [kitchen]\n", ""))
        #expect(throws: Tailoring.Refusal.leavesBranchAlone) {
            try Tailoring(kept: ["nights", "stove"], own: []).applied(
                to: open, after: open, id: "own-x", version: 1, words: words)
        }
        #expect(try fitted(["rhythm"]).staffGroups.isEmpty)
        let both = try Instrument(pack: fitted(["rhythm", "nights", "stove"]).files(sources: "# Sources\n"))
        #expect(both.staffGroups == base.staffGroups && both.background == base.background)
        #expect(both.openQuestions == base.openQuestions)
    }
}
