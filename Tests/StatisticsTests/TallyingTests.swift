import Statistics
import Testing

@Suite struct TallyingTests {
    private let none = Tallying.none

    @Test func `a reversed answer is turned round before it is counted`() throws {
        let tally = try Tallies(.three(), [1, 1, 5]).blocks[0]
        #expect(tally.histograms == [[1, 0, 0, 0, 0], [0, 0, 0, 0, 1], [0, 0, 0, 0, 1]])
    }

    @Test func `a score is the mean of the answered items`() throws {
        // 4, and 5 turned round to 1: a mean of 2.5.
        let tally = try Tallies(.three(), [4, 5, none]).blocks[0]
        #expect(tally.scores[0].mean == 2.5)
    }

    @Test func `who answered less than the share has no score but counts in the item`() throws {
        let tally = try Tallies(.three(), [4, none, none]).blocks[0]
        #expect(tally.scores[0].n == 0)
        #expect(tally.scores[0].mean == nil)
        #expect(tally.answers(toItem: 0) == 1)
        #expect(tally.respondents == 1)
    }

    @Test func `half of four items is enough, and sixty percent of five is three`() throws {
        #expect(ScoringPlan.Theme(items: [0, 1, 2, 3]).needed == 2)
        #expect(ScoringPlan.Theme(items: [0, 1, 2, 3, 4], answeredShare: 0.6).needed == 3)
        #expect(ScoringPlan.Theme(items: [0, 1, 2], answeredShare: 0.01).needed == 1)
        #expect(ScoringPlan.Theme(items: [0, 1, 2], answeredShare: 1).needed == 3)
    }

    @Test func `an empty row is nobody's answer`() throws {
        let tally = try Tallies(.three(), [none, none, none]).blocks[0]
        #expect(try tally == Tally(.three()))
    }

    @Test func `a value that the item does not have counts as no answer`() throws {
        let tally = try Tallies(.three(), [0, 6, 254], [2, 9, 3]).blocks[0]
        #expect(tally.histograms == [[0, 1, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 1, 0, 0]])
        #expect(tally.respondents == 1)
    }

    @Test(arguments: [(1, 3), (-1, 3), (0, 2), (0, 4), (0, 0)])
    func `a row that does not fit is not counted, and said`(block: Int, length: Int) throws {
        var tallying = try Tallying(.three(), blocks: 1)
        let isCounted = tallying.add(Array(repeating: UInt8(3), count: length), block: block)
        #expect(!isCounted)
        #expect(tallying.rejected == 1)
        #expect(try tallying.finished().blocks == [Tally(.three())])
    }

    @Test func `rows in another order give the same figures to the last bit`() throws {
        var rows = Rows(seed: 7)
        let plan = try ScoringPlan.themes([3, 1, 5, 2])
        let answers = rows.make(1_000, items: 11, blocks: 4)
        let (one, other) = (Tallies(plan, answers, blocks: 4), Tallies(plan, answers.reversed(), blocks: 4))

        #expect(one.blocks == other.blocks)
        #expect(one.reliabilities == other.reliabilities)
        #expect(one.covariances == other.covariances)
        #expect(one.covariances.count == 6)
    }

    @Test func `blocks that are added up are what their people are together`() throws {
        var rows = Rows(seed: 8)
        let plan = try ScoringPlan.themes([3, 4])
        let answers = rows.make(300, items: 7, blocks: 3)
        // The whole with two leaves, and one leaf below the second.
        let nodes = Tallies(plan, answers, blocks: 3).merged(up: [nil, 0, 1])

        #expect(nodes[0] == Tallies(plan, answers.map { (0, $0.bytes) }).blocks[0])
        #expect(nodes[1].respondents == answers.count { $0.block > 0 && $0.bytes.contains { $0 != none } })
    }

    @Test func `a slice of a longer array is a row like any other`() throws {
        var tallying = try Tallying(.three(), blocks: 1)
        let chunk: [UInt8] = [9, 9, 4, 5, 255, 9]
        tallying.add(chunk[2..<5], block: 0)
        #expect(tallying.finished().blocks[0].scores[0].mean == 2.5)
    }

    @Test func `the pooled answers of a theme are those to its items together`() throws {
        let tally = try Tallies(.three(), [1, 1, 5], [1, 3, none]).blocks[0]
        #expect(tally.pooled([0, 1, 2]) == [2, 0, 1, 0, 2])
    }
}
