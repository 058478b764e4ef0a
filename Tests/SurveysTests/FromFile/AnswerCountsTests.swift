import Surveys
import Testing

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
        let others = Self.many.mapValues { $0.map { $0 + 1 } }
        #expect(!AnswerCounts(Self.many).isSame(as: AnswerCounts(others)))
        #expect(!AnswerCounts(Self.many).isSame(as: AnswerCounts(["z": [1, 4, 9, 12, 3]])))
        #expect(!AnswerCounts([:]).isSame(as: AnswerCounts([:])))
        #expect(!AnswerCounts(["a": [0, 0]]).isSame(as: AnswerCounts(["a": [0, 0]])))
    }

    @Test func `of a few questions every count must be alike`() {
        #expect(
            !AnswerCounts(["a": [1, 2, 3, 4, 5], "b": [5, 4]]).isSame(
                as: AnswerCounts(["a": [1, 2, 3, 4, 5], "b": [5, 5]])))
    }
}
