import Core
import Methods
import Testing

@testable import Surveys

@Suite struct SubmissionTests {
    private let code = EntryCode(number: 42)
    private let layout = Layout(.three)

    private func read(_ body: String) throws -> Submission { try Submission(Array(body.utf8), layout) }

    @Test func `a byte an item, and none where nobody answered`() throws {
        let submission = try read("code=\(code)&a=4&c=1&b=&own=yes")
        #expect(submission.bytes == [4, Layout.none, 1])
        #expect(submission.code == code)
        #expect(!submission.replaces)
    }

    @Test func `escapes and plus signs are read`() throws {
        let typed = code.description.replacing("-", with: "+")
        #expect(try read("%61=%34&code=\(typed)&replace=1").bytes[0] == 4)
    }

    @Test(arguments: [
        ("a=6", Submission.Refusal.valueIsUnknown), ("a=0", .valueIsUnknown), ("a=4.0", .valueIsUnknown),
        ("a=%34%35%36%37", .valueIsUnknown), ("d=1", .itemIsUnknown), ("a=1&a=1", .itemIsTwice),
    ])
    func `invented items and values are refused whole`(fields: String, refusal: Submission.Refusal) {
        #expect(throws: refusal) { try read("code=\(code)&\(fields)") }
    }

    @Test func `without a code, or with a mistyped one, it says which`() {
        #expect(throws: Submission.Refusal.codeIsMissing) { try read("a=1") }
        #expect(throws: Submission.Refusal.codeIsMissing) { try read("code=") }
        #expect(throws: Submission.Refusal.codeIsWrong) { try read("code=AAAA-AAAB&a=1") }
        #expect(throws: Submission.Refusal.isTooLarge) {
            try Submission([UInt8](repeating: 97, count: Submission.largest + 1), layout)
        }
    }

    @Test func `no body makes the reader stop`() {
        var luck = Luck(state: 3)
        let signs = Array("a=4&code%+2Fb\u{0}é".utf8)
        for _ in 0..<20_000 {
            let body = (0..<Int.random(in: 0..<40, using: &luck)).map { _ in
                signs[Int.random(in: signs.indices, using: &luck)]
            }
            _ = try? Submission(body, layout)
            #expect(FormFields(body).reduce(0) { $0 + $1.name.count + $1.value.count } <= body.count)
        }
    }
}

extension Instrument {
    /// Three items on one scale from 1 to 5.
    static let three = Instrument(
        id: "three", version: "1", hash: "0", languages: [.dutch, .english], title: LocalText([:]), why: LocalText([:]),
        minutes: 1,
        scales: [
            Scale(
                id: "agree",
                values: (1...5).map {
                    .init($0, $0 < 3 ? .unfavourable : $0 > 3 ? .favourable : .neutral, LocalText([:]))
                })
        ],
        themes: [
            Theme(
                id: "t", name: LocalText([:]), caption: nil, lead: LocalText([:]),
                items: ["a", "b", "c"].map {
                    Item(id: $0, revision: 1, wording: LocalText([:]), scale: "agree", isReversed: false)
                }, answeredShare: 0.5, isOutcome: false, lowerIsBetter: false)
        ])
}
