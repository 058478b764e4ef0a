import Statistics
import Testing

@Suite struct CovarianceTests {
    private let none = Tallying.none

    @Test func `the worked example of a covariance`() throws {
        // x = 1, 2, 3, 4 and y = 2, 1, 4, 5: deviations multiply to 6; 6 / 3.
        let tallies = try Tallies(.themes([1, 1]), [1, 2], [2, 1], [3, 4], [4, 5])
        let covariance = try #require(tallies.covariances.first)
        #expect((covariance.first, covariance.second, covariance.n) == (0, 1, 4))
        #expect(covariance.value == 2)
        #expect(covariance.firstVariance == 5.0 / 3)
        #expect(covariance.secondVariance == 10.0 / 3)
        #expect(covariance.correlation == 2 / (50.0 / 9).squareRoot())
    }

    @Test func `only persons with both scores count`() throws {
        let both = try Tallies(.themes([1, 1]), [1, 2], [2, 1], [3, 4])
        let more = try Tallies(.themes([1, 1]), [1, 2], [none, 5], [2, 1], [5, none], [3, 4], [none, none])
        #expect(both.covariances == more.covariances)
    }

    @Test func `two themes that one person has both have no covariance`() throws {
        #expect(try Tallies(.themes([1, 1]), [1, 2], [none, 5], [5, none]).covariances.isEmpty)
    }

    @Test func `a theme that does not vary has no correlation`() throws {
        let tallies = try Tallies(.themes([1, 1]), [1, 3], [2, 3])
        #expect(tallies.covariances[0].value == 0)
        #expect(tallies.covariances[0].correlation == nil)
    }

    @Test(arguments: [255, 256, 257, 1_024])
    func `a batch that ends anywhere loses no row`(count: Int) throws {
        let rows = (0..<count).map { row in
            let bytes: [UInt8] = [UInt8(1 + row % 5), UInt8(1 + (row + 1) % 5)]
            return (block: 0, bytes: bytes)
        }
        #expect(try Tallies(.themes([1, 1]), rows).covariances[0].n == count)
    }
}
