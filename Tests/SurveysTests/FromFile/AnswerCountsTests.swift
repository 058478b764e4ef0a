import Surveys
import Testing

extension AnswerCounts {
    fileprivate func isSame(as other: Self) -> Bool { isSame(as: other, threshold: 8) }
}

@Suite struct `Counts of answers say whether two waves hold the same ones` {
    private static let many = [
        "a": [1, 4, 9, 12, 3], "b": [2, 2, 8, 9, 8], "c": [0, 1, 5, 20, 3], "d": [6, 6, 6, 6, 5],
    ]
    .merging(["e": [0, 0, 3, 12, 14], "f": [9, 8, 7, 3, 2]]) { one, _ in one }

    @Test func `all of them alike are the same, in whatever order and beside other questions`() {
        let more = Self.many.merging(["g": [1, 2, 3, 4, 5]]) { one, _ in one }
        #expect(AnswerCounts(Self.many).isSame(as: AnswerCounts(more)))
        #expect(AnswerCounts(["a": [3, 5]]).isSame(as: AnswerCounts(["a": [3, 5]])))
    }

    @Test func `a text that stands for no answer now changes a count of each question, and they are the same still`() {
        let less = Self.many.mapValues { Array($0.dropLast()) + [0] }
        #expect(AnswerCounts(Self.many).isSame(as: AnswerCounts(less)))
    }

    @Test func `other people, other questions or nothing at all are not the same`() {
        let others = Self.many.mapValues { Array($0.reversed()) }
        #expect(!AnswerCounts(Self.many).isSame(as: AnswerCounts(others)))
        #expect(!AnswerCounts(Self.many).isSame(as: AnswerCounts(["z": [1, 4, 9, 12, 3]])))
        #expect(!AnswerCounts([:]).isSame(as: AnswerCounts([:])))
        #expect(!AnswerCounts(["a": [0, 0]]).isSame(as: AnswerCounts(["a": [0, 0]])))
    }

    @Test func `of a few questions every count must be alike`() {
        #expect(
            !AnswerCounts(["a": [1, 2, 3, 4, 5], "b": [5, 4]]).isSame(
                as: AnswerCounts(["a": [1, 2, 3, 4, 5], "b": [4, 5]])))
    }

    @Test func `the same without the four of a hidden team are the same`() {
        // What the four chose: question by question other answers.
        let four = ["a": [0, 1, 1, 2, 0], "b": [0, 0, 4, 0, 0], "c": [0, 0, 2, 1, 1], "d": [0, 3, 1, 0, 0]]
        let less = Self.many.filter { four[$0.key] != nil }.merging(four) { all, some in zip(all, some).map(-) }
        let whole = Self.many.filter { four[$0.key] != nil }
        #expect(
            AnswerCounts(less).isSame(as: AnswerCounts(whole)) && AnswerCounts(whole).isSame(as: AnswerCounts(less)))
    }

    @Test(arguments: 1...12)
    func `the same without a group that is not told are the same, and without a larger one they are not`(
        people: Int
    ) {
        // Each of them answers every question otherwise, so that all counts differ.
        let whole = Self.many.mapValues { $0.map { $0 + people } }
        let less = whole.mapValues { counts in
            (0..<people).reduce(into: counts) { counts, person in counts[(person * 3) % counts.count] -= 1 }
        }
        #expect(AnswerCounts(less).isSame(as: AnswerCounts(whole)) == (people < 8))
        #expect(AnswerCounts(whole).isSame(as: AnswerCounts(less), threshold: 20))
    }

    @Test func `one text taken for no answer, and a theme less, are the same answers still`() {
        let whole = Self.many.filter { ["a", "b", "d"].contains($0.key) }
        let less = whole.mapValues { [0] + $0.dropFirst() }
        #expect(AnswerCounts(less).isSame(as: AnswerCounts(whole)))
    }

    @Test func `a smaller round of other people is another`() {
        // Two thirds of them answered again, much as before.
        let again = Self.many.mapValues { $0.map { $0 * 2 / 3 } }
        #expect(!AnswerCounts(again).isSame(as: AnswerCounts(Self.many)))
    }
}
