import Statistics
import Testing

@Suite struct MomentsTests {
    @Test func `the worked example of a mean and a deviation`() throws {
        // 2, 4, 4, 4, 5, 5, 7, 9: a sum of 40, squares of 232; (232 − 200) / 7.
        let moments = Moments(of: [1, 0, 3, 2, 0, 1, 0, 1], from: 2)
        #expect(moments == Moments(n: 8, sum: 40, squares: 232))
        #expect(moments.mean == 5)
        #expect(moments.standardDeviation == (32.0 / 7).squareRoot())
    }

    @Test func `nobody has no mean, and one person no deviation`() {
        #expect(Moments().mean == nil)
        #expect(Moments(n: 1, sum: 3, squares: 9).mean == 3)
        #expect(Moments(n: 1, sum: 3, squares: 9).variance == nil)
    }

    @Test func `equal answers have a deviation of nothing at all`() {
        #expect(Moments(of: [0, 0, 0, 100_000, 0], from: 1).standardDeviation == 0)
    }

    @Test func `a unit divides sums and squares alike`() {
        // Scores of 2 1/2 and 3 1/3 in sixths: 15 and 20.
        let moments = Moments(n: 2, sum: 35, squares: 225 + 400, unit: 6)
        #expect(moments.mean == 35.0 / 12)
        #expect(abs((moments.variance ?? 0) - 25.0 / 72) < 1e-15)
    }
}
