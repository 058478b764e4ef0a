/// How many, their sum and the sum of their squares, as whole numbers: exact, and the same in any order.
public struct Moments: Equatable, Sendable {
    /// Persons.
    public private(set) var n: Int
    /// The sum of their scores, in parts of 1/`unit` point.
    public private(set) var sum: Int
    /// The sum of the squares of their scores, in parts of 1/`unit`² point².
    public private(set) var squares: Int
    /// Into how many parts one point is cut; 1 for the answers to one item.
    public let unit: Int

    public init(n: Int = 0, sum: Int = 0, squares: Int = 0, unit: Int = 1) {
        self.n = n
        self.sum = sum
        self.squares = squares
        self.unit = unit
    }

    /// The moments of the answers that a histogram counts, the first of them having the value `minimum`.
    public init(of histogram: [Int], from minimum: Int) {
        self.init()
        for (step, count) in histogram.enumerated() {
            let value = minimum + step
            n += count
            sum += count * value
            squares += count * value * value
        }
    }

    /// The mean in points, or nil when there is nobody.
    public var mean: Double? { n > 0 ? Double(sum) / (Double(n) * Double(unit)) : nil }

    /// The sample variance (n − 1) in points², or nil for fewer than two persons.
    ///
    /// (n·Σx² − (Σx)²) / (n·(n − 1)), with a numerator in whole numbers, so that nothing is lost by subtracting.
    public var variance: Double? {
        guard n > 1 else { return nil }
        let spread = Int128(n) * Int128(squares) - Int128(sum) * Int128(sum)
        return Double(spread) / (Double(n) * Double(n - 1) * Double(unit) * Double(unit))
    }

    /// The sample standard deviation (n − 1) in points, or nil for fewer than two persons.
    public var standardDeviation: Double? { variance?.squareRoot() }

    /// Counts one more person.
    mutating func add(_ score: Int) {
        n += 1
        sum += score
        squares += score * score
    }

    mutating func add(_ other: Moments) {
        n += other.n
        sum += other.sum
        squares += other.squares
    }
}
