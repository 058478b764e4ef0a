import Statistics
import Testing

@Suite struct ItemRestTests {
    /// Each row as often as it is given.
    private func rests(_ rows: [[Int]], times: Int = 1) -> [ItemRest] {
        var sums = ItemRestSums(items: rows.first?.count ?? 0)
        for row in rows { for _ in 0..<times { sums.add(row) } }
        return sums.found
    }

    @Test func `the worked example of an item and its rest`() throws {
        // 1, 2, 3 against the rests 2 + 2, 3 + 1, 4 + 3 = 4, 4, 7: Sxy = 3, Sxx = 2, Syy = 6.
        let found = rests([[1, 2, 2], [2, 3, 1], [3, 4, 3]])
        let correlation = try #require(found[0].correlation)
        #expect(abs(correlation - 3 / 12.0.squareRoot()) < 1e-15)
        #expect(found.map(\.n) == [3, 3, 3] && found.map(\.item) == [0, 1, 2])
    }

    @Test func `the one item that runs the other way is told, and not the others`() {
        let rows = (1...5).flatMap { level in (0..<2).map { [level, min(5, level + $0), 6 - level] } }
        #expect(rests(rows, times: 2).map(\.isContrary) == [false, false, true])
        #expect(rests(rows.map { [$0[0], $0[1], 6 - $0[2]] }, times: 2).map(\.isContrary) == [false, false, false])
    }

    @Test func `nothing is told of fewer than twenty people`() {
        let rows = (1...5).map { [$0, 6 - $0] }
        #expect(rests(rows, times: 4).map(\.isContrary) == [true, true])
        var nineteen = ItemRestSums(items: 2)
        for place in 0..<19 { nineteen.add(rows[place % 5]) }
        #expect(nineteen.found.map(\.isContrary) == [false, false])
    }

    @Test func `what may well be chance is not told`() throws {
        // Of 20 people r = −0.3 is told by chance too often, of 40 it is not.
        let rows = [[1, 2], [2, 1], [1, 1], [2, 2]]
        let weights = [13, 13, 7, 7]
        var sums = ItemRestSums(items: 2)
        for (row, weight) in zip(rows, weights) { for _ in 0..<weight { sums.add(row) } }
        let forty = sums.found[0]
        #expect(abs(try #require(forty.correlation) + 0.3) < 1e-12 && forty.isContrary)
        var few = ItemRestSums(items: 2)
        for (row, weight) in zip(rows, [6, 7, 4, 3]) { for _ in 0..<weight { few.add(row) } }
        let correlation = try #require(few.found[0].correlation)
        #expect(correlation < -0.2 && few.found[0].n == 20 && !few.found[0].isContrary)
    }

    @Test func `from -0.2 on it is told, and no weaker correlation however many there are`() throws {
        let weak = rests(
            [[1, 2], [2, 1], [1, 1], [2, 2], [1, 2], [2, 1], [1, 1], [2, 2], [1, 2], [2, 1]], times: 1_000)
        #expect(abs(try #require(weak[0].correlation) + 0.2) < 1e-12 && weak[0].isContrary)
        let weaker = rests([[1, 2], [2, 1], [1, 1], [2, 2], [1, 2], [2, 1], [1, 1], [2, 2]], times: 1_000)
        #expect(weaker.allSatisfy { !$0.isContrary })
    }

    @Test func `where nothing varies there is no correlation`() {
        #expect(rests([[3, 1], [3, 5]], times: 20).allSatisfy { $0.correlation == nil && !$0.isContrary })
    }
}
