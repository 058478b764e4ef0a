import Core
import Methods
import Testing

@testable import Surveys

/// Number and digits of each question, the same on paper and where it is typed.
@Suite struct PaperFormTests {
    private static func item(_ id: String, _ scale: String = "agreement") -> Item {
        Item(id: id, revision: 1, wording: LocalText(nl: id, en: id), scale: scale, isReversed: false)
    }

    private static func theme(
        _ id: String, _ items: [Item], onlyIf: Theme.Condition? = nil, onlyFor: [String] = []
    ) -> Theme {
        Theme(
            id: id, name: LocalText(nl: id, en: id), caption: nil, lead: LocalText([:]), items: items,
            answeredShare: 0.5, isOutcome: false, lowerIsBetter: false, onlyIf: onlyIf, onlyFor: onlyFor)
    }

    private static func scale(_ id: String, _ values: ClosedRange<Int>) -> Scale {
        Scale(
            id: id,
            values: values.map { Scale.Value($0, .neutral, LocalText(nl: "antwoord \($0)", en: "answer \($0)")) })
    }

    private let instrument = Instrument(
        id: "asking", version: "1", hash: "", languages: [.dutch], title: LocalText([:]), why: LocalText([:]),
        minutes: 1, scales: [scale("agreement", 1...3), scale("net", 0...10)],
        themes: [
            theme("rhythm", [item("rhythm-1"), item("rhythm-2", "net")]),
            theme("nights", [item("nights-1")], onlyIf: .init(item: "rhythm-1", answers: [2, 3])),
            theme("stove", [item("stove-1"), item("stove-2")], onlyFor: ["kitchen"]),
            theme("all", [item("all-1")]),
            theme("pans", [item("pans-1")], onlyFor: ["kitchen"]),
        ],
        staffGroups: ["care", "kitchen"].map { StaffGroup(id: $0, name: LocalText(nl: $0, en: $0)) },
        openQuestions: [OpenQuestion(id: "better", revision: 1, wording: LocalText(nl: "better", en: "better"))],
        background: [
            BackgroundQuestion(
                id: "years", revision: 1, wording: LocalText(nl: "years", en: "years"),
                answers: ["few", "many"].map { .init(id: $0, label: LocalText(nl: $0, en: $0)) })
        ])

    @Test func `questions are numbered through, in the order of the screen`() {
        let form = PaperForm(instrument, isResearch: false)
        #expect(form.questions.map(\.number) == Array(1...9))
        #expect(
            form.questions.map(\.field) == [
                "staff-group", "rhythm-1", "rhythm-2", "nights-1", "stove-1", "stove-2", "all-1", "pans-1", "better",
            ])
        #expect(form.questions[0].wording == nil && form.questions[8].answers.isEmpty)
    }

    @Test func `background is asked in a research wave alone, by digits from one`() throws {
        #expect(!PaperForm(instrument, isResearch: false).questions.contains { $0.field == "years" })
        let years = try #require(PaperForm(instrument, isResearch: true).questions.last)
        #expect(years.number == 10 && years.answers.map(\.key) == ["1", "2"])
        // Sent as the places that the answering page sends.
        #expect(years.answers.map(\.value) == ["0", "1"])
    }

    @Test func `the digits are the values of the scale, and the numbers of the kinds of work`() {
        let form = PaperForm(instrument, isResearch: false)
        #expect(form.questions[1].answers.map(\.key) == ["1", "2", "3"])
        #expect(form.questions[2].answers.map(\.key) == (0...10).map(String.init))
        #expect(form.questions[2].answers.allSatisfy { $0.key == $0.value })
        #expect(form.questions[0].answers.map { $0.key + $0.value } == ["1care", "2kitchen"])
    }

    @Test func `a branch names the question and the digits that lead to it`() throws {
        let form = PaperForm(instrument, isResearch: false)
        let conditions = form.parts.map { part in
            part.condition.map { "\($0.question.number): " + $0.answers.map(\.key).joined(separator: ",") }
        }
        #expect(conditions == [nil, nil, "2: 2,3", "1: 2", nil, "1: 2", nil])
    }

    @Test func `an answer names the questions that it leads to, as runs`() {
        let form = PaperForm(instrument, isResearch: false)
        let (work, rhythm) = (form.questions[0], form.questions[1])
        #expect(form.runs(after: work.answers[1], to: work.field) == [5...6, 8...8])
        #expect(form.runs(after: work.answers[0], to: work.field) == [])
        #expect(form.runs(after: rhythm.answers[2], to: rhythm.field) == [4...4])
    }

    @Test func `every field of a form is one that the answering page sends`() throws {
        let layout = Layout(instrument, isResearch: true)
        let form = PaperForm(instrument, isResearch: true)
        let fields = form.questions.map { "\($0.field)=\($0.answers.last?.value ?? "woorden")" }
        let body = Array((["code=\(EntryCode.example)"] + fields).joined(separator: "&").utf8)
        let submission = try Submission(body, layout)
        #expect(submission.texts.map(\.question) == ["better"])
        #expect(submission.bytes[0] == 3 && submission.bytes[1] == 10 && submission.bytes.last == 1)
    }
}
