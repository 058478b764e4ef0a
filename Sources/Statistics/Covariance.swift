/// How the scores of two themes go together, over the persons who have both.
public struct Covariance: Equatable, Sendable {
    /// The themes' places in the plan, the lower first.
    public let first: Int
    public let second: Int
    /// Persons with a score in both themes.
    public let n: Int
    /// The sample covariance (n − 1) in points².
    public let value: Double
    /// The sample variances (n − 1) of the scores of these same persons, in points².
    public let firstVariance: Double
    public let secondVariance: Double

    /// Pearson's r, −1...1, over the same persons; nil when one of the two does not vary.
    public var correlation: Double? {
        let product = firstVariance * secondVariance
        return product > 0 ? value / product.squareRoot() : nil
    }

    /// (n·Σxy − Σx·Σy) / (n·(n − 1)), with a numerator in whole numbers; nil for fewer than two persons.
    ///
    /// - Parameter products: the sum of the products of both scores, in units of the first times the second.
    init?(_ first: Int, _ second: Int, _ x: Moments, _ y: Moments, products: Int) {
        guard x.n > 1, let firstVariance = x.variance, let secondVariance = y.variance else { return nil }
        let spread = Int128(x.n) * Int128(products) - Int128(x.sum) * Int128(y.sum)
        self.first = first
        self.second = second
        n = x.n
        value = Double(spread) / (Double(x.n) * Double(x.n - 1) * Double(x.unit) * Double(y.unit))
        self.firstVariance = firstVariance
        self.secondVariance = secondVariance
    }
}
