import Disclosure
import Testing

@Suite struct OnePersonTests {
    @Test(arguments: Array(4...60) + [99, 100, 101, 399, 400])
    func `one person who answers otherwise moves a mean by at most one step`(n: Int) throws {
        let step = try #require(PrecisionLaw.meanStep(n: n)) * 100
        for sum in n...(5 * n - 4) {
            let before = try #require(PrecisionLaw.mean(sum: sum, n: n, on: 1...5))
            let after = try #require(PrecisionLaw.mean(sum: sum + 4, n: n, on: 1...5))
            #expect((0...step).contains(after.thousandths - before.thousandths))
        }
    }

    @Test(arguments: Array(20...60) + [99, 100, 101, 200, 333])
    func `one person who answers otherwise moves a percentage by at most one step`(n: Int) throws {
        let step = try #require(PrecisionLaw.percentStep(n: n))
        for part in 0..<n {
            let before = try #require(PrecisionLaw.shares([part, n - part], n: n))
            let after = try #require(PrecisionLaw.shares([part + 1, n - part - 1], n: n))
            // Two parts stand at an end together; the told step is then five.
            let isCoarse = (before + after).contains { $0.bound != .about }
            for (one, other) in zip(before, after) {
                #expect(abs(one.value - other.value) <= Double(isCoarse ? 5 : step))
            }
        }
    }

    @Test(arguments: [20, 23, 50, 100, 148])
    func `no part can be read to less than five by subtraction when it stands at an end`(n: Int) throws {
        for first in 0...n / 10 {
            for second in 0...n - first {
                let told = try #require(PrecisionLaw.shares([first, second, n - first - second], n: n))
                guard told[0].bound == .atMost else { continue }
                #expect(told.allSatisfy { $0.thousandths % 5_000 == 0 })
            }
        }
    }

    @Test func `one who disagrees with a hundred who agree does not show in the deviation`() {
        for (agreed, other) in [(1, 5), (5, 1), (3, 5), (3, 1), (2, 5)] {
            let (sum, squares) = (99 * agreed + other, 99 * agreed * agreed + other * other)
            let spread = Double(100 * squares - sum * sum) / (100 * 99)
            #expect(
                PrecisionLaw.deviation(spread.squareRoot(), n: 100, on: 1...5)
                    == PrecisionLaw.deviation(0, n: 100, on: 1...5))
        }
    }

    @Test(arguments: [100, 101, 150, 400])
    func `one person who answers otherwise moves a deviation by at most two steps`(n: Int) throws {
        // Some at each end of the scale and the rest in the middle; then one goes from one end to the other.
        for low in 1..<n / 2 {
            for high in stride(from: 0, to: n - low, by: 3) {
                let before = deviation(low: low, high: high, of: n)
                let after = deviation(low: low - 1, high: high + 1, of: n)
                let moved = try #require(after).thousandths - (try #require(before)).thousandths
                #expect((-200...200).contains(moved))
            }
        }
    }

    private func deviation(low: Int, high: Int, of n: Int) -> Shown? {
        let middle = n - low - high
        let (sum, squares) = (low + 5 * high + 3 * middle, low + 25 * high + 9 * middle)
        let spread = Double(n * squares - sum * sum) / Double(n * (n - 1))
        return PrecisionLaw.deviation(spread.squareRoot(), n: n, on: 1...5)
    }
}
