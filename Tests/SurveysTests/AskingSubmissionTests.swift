import Core
import Methods
import Testing

@testable import Surveys

/// What is kept of somebody's answers where not everybody gets every question.
@Suite struct AskingSubmissionTests {
    private static let none = Layout.none
    private let instrument: Instrument
    private let layout: Layout
    private let code = EntryCode(number: 42)

    init() throws {
        func item(_ id: String) -> Item {
            Item(id: id, revision: 1, wording: LocalText([:]), scale: "agreement", isReversed: false)
        }
        func theme(_ id: String, onlyIf: Theme.Condition? = nil, onlyFor: [String] = []) -> Theme {
            Theme(
                id: id, name: LocalText([:]), caption: nil, lead: LocalText([:]), items: [item(id + "-1")],
                answeredShare: 0.5, isOutcome: false, lowerIsBetter: false, onlyIf: onlyIf, onlyFor: onlyFor)
        }
        let values = (1...3).map { Scale.Value($0, $0 < 2 ? .unfavourable : .favourable, LocalText([:])) }
        instrument = Instrument(
            id: "asking", version: "1", hash: "", languages: [.dutch], title: LocalText([:]), why: LocalText([:]),
            minutes: 1, scales: [Scale(id: "agreement", values: values)],
            themes: [
                theme("rhythm"), theme("nights", onlyIf: .init(item: "rhythm-1", answers: [2, 3])),
                theme("stove", onlyFor: ["kitchen"]),
            ],
            staffGroups: [
                StaffGroup(id: "care", name: LocalText([:])), StaffGroup(id: "kitchen", name: LocalText([:])),
            ],
            openQuestions: [OpenQuestion(id: "better", revision: 1, wording: LocalText([:]))],
            background: [
                BackgroundQuestion(
                    id: "years", revision: 1, wording: LocalText([:]),
                    answers: ["few", "many"].map { .init(id: $0, label: LocalText([:])) })
            ])
        layout = Layout(instrument)
    }

    private func read(_ fields: String, _ layout: Layout? = nil) throws -> Submission {
        try Submission(Array("code=\(code)&\(fields)".utf8), layout ?? self.layout)
    }

    @Test func `an answer to a question that was not theirs is left out`() throws {
        #expect(try read("rhythm-1=1&nights-1=3").bytes == [1, Self.none, Self.none])
        #expect(try read("rhythm-1=2&nights-1=3").bytes == [2, 3, Self.none])
        #expect(try read("nights-1=3").bytes == [Self.none, Self.none, Self.none])
    }

    @Test func `what a staff group alone was asked stands in a row of its own`() throws {
        let cook = try read("rhythm-1=2&nights-1=1&stove-1=3&staff-group=kitchen")
        #expect(cook.bytes == [2, 1, Self.none])
        #expect(cook.aside == [Self.none, Self.none, 3])
        // The row with the block is that of anybody else who answered so.
        let nurse = try read("rhythm-1=2&nights-1=1&stove-1=3&staff-group=care")
        #expect(nurse.bytes == cook.bytes && nurse.aside == nil)
        // Without a script nobody guesses whose answer it is; who chose no group said so.
        #expect(throws: Submission.Refusal.staffGroupIsMissing) { try read("stove-1=3") }
        #expect(try read("stove-1=3&staff-group=").aside == nil)
    }

    @Test func `an invented group refuses the whole, and so does any group where none is asked`() {
        #expect(throws: Submission.Refusal.valueIsUnknown) { try read("staff-group=garden") }
        #expect(throws: Submission.Refusal.itemIsTwice) { try read("staff-group=care&staff-group=kitchen") }
        let plain = Layout(.three)
        #expect(throws: Submission.Refusal.itemIsUnknown) { try read("staff-group=care", plain) }
    }

    @Test func `what somebody wrote is read in the language of the page, as it was meant`() throws {
        let texts = try read("better=+Meer%0D%0Arust+%E2%80%AE!+&language=nl").texts
        #expect(texts == [.init(question: "better", language: .dutch, text: "Meer\nrust !")])
        #expect(try read("better=Rest&language=en").texts.first?.language == .english)
        #expect(try read("better=%20%0D%0A").texts.isEmpty)
        let long = String(repeating: "a", count: Submission.longestText)
        #expect(try read("better=\(long)").texts.count == 1)
        #expect(throws: Submission.Refusal.textIsTooLong) { try read("better=\(long)a") }
    }

    @Test func `background is asked in research alone, and is no item`() throws {
        #expect(throws: Submission.Refusal.itemIsUnknown) { try read("years=1") }
        let research = Layout(instrument, isResearch: true)
        #expect(try read("rhythm-1=1&years=1", research).bytes == [1, Self.none, Self.none, 1])
        #expect(throws: Submission.Refusal.valueIsUnknown) { try read("years=2", research) }
        // Rows of the one cannot be taken for rows of the other.
        #expect(research.hash != layout.hash)
        #expect(layout.hash == Layout(instrument.withoutExtras).hash)
    }
}

extension Instrument {
    /// The same items, asked of everybody.
    fileprivate var withoutExtras: Instrument {
        Instrument(
            id: id, version: version, hash: hash, languages: languages, title: title, why: why, minutes: minutes,
            scales: scales,
            themes: themes.map {
                Theme(
                    id: $0.id, name: $0.name, caption: nil, lead: $0.lead, items: $0.items, answeredShare: 0.5,
                    isOutcome: false, lowerIsBetter: false)
            })
    }
}
