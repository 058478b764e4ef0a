import Statistics
import Testing

@Suite struct ReliabilityTests {
    private let none = Tallying.none

    @Test func `the worked example of alpha`() throws {
        // Item variances 1, 1 and 7/3 and totals 6, 9, 13 with 37/3: 3/2 · (1 − (13/3) / (37/3)) = 36/37.
        let tallies = try Tallies(.themes([3]), [2, 3, 1], [3, 4, 2], [4, 5, 4])
        let alpha = try #require(tallies.reliabilities[0].alpha)
        #expect(abs(alpha - 36.0 / 37) < 1e-15)
        #expect(tallies.reliabilities[0].n == 3)
    }

    @Test func `who skipped an item does not count in alpha`() throws {
        let complete = try Tallies(.themes([3]), [2, 3, 1], [3, 4, 2], [4, 5, 4])
        let more = try Tallies(.themes([3]), [2, 3, 1], [5, none, 1], [3, 4, 2], [none, none, 5], [4, 5, 4])
        #expect(complete.reliabilities == more.reliabilities)
    }

    @Test func `items that all say the same have an alpha of one`() throws {
        #expect(try Tallies(.themes([2]), [1, 1], [3, 3], [5, 5]).reliabilities[0].alpha == 1)
    }

    @Test func `one item, one person or equal totals have no alpha`() throws {
        #expect(try Tallies(.themes([1]), [1], [3]).reliabilities[0].alpha == nil)
        #expect(try Tallies(.themes([2]), [1, 2]).reliabilities[0].alpha == nil)
        #expect(try Tallies(.themes([2]), [1, 5], [5, 1]).reliabilities[0].alpha == nil)
    }
}
