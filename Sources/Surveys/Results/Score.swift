public import Disclosure
public import Methods

/// A theme's figure told in another way than as a mean: worked out of what is told, so that it shows the same cell.
public struct Score: Equatable, Sendable {
    public let measure: Theme.Measure
    public let shown: Shown

    /// - Parameters:
    ///   - theme: the theme with what it is told as.
    ///   - scale: the lowest and the highest answer.
    ///   - mean: the mean as it is told, in points of the scale.
    ///   - distribution: the parts of the answers as they are told.
    /// - Returns: nil where the theme is told as its mean, or where there is nothing to work it out of.
    init?(of theme: Theme, on scale: ClosedRange<Int>, mean: Shown?, _ distribution: Distribution?) {
        measure = theme.measure
        let range = scale.upperBound - scale.lowerBound
        switch theme.measure {
        case .mean: return nil
        case .index:
            guard let mean else { return nil }
            // A step of a mean is at least a fortieth of the range, and so a whole number of half points here.
            let above = mean.thousandths - scale.lowerBound * 1000
            shown = Shown(thousandths: above * 100 / range, bound: mean.bound)
        case .sum:
            guard let mean else { return nil }
            shown = Shown(thousandths: mean.thousandths * theme.items.count, bound: mean.bound)
        case .net:
            guard let net = distribution.flatMap(Self.net) else { return nil }
            shown = net
        }
    }

    /// Favourable less unfavourable, in points from −100 to 100. Where a part is told as "at most 5", the difference can
    /// only be told as a bound.
    private static func net(_ distribution: Distribution) -> Shown? {
        guard let favourable = distribution.favourable, let unfavourable = distribution.unfavourable else { return nil }
        let difference = favourable.thousandths - unfavourable.thousandths
        switch (favourable.bound, unfavourable.bound) {
        case (.atMost, .atMost): return Shown(0, .about)
        case (.atMost, _): return Shown(thousandths: difference, bound: .atMost)
        case (_, .atMost): return Shown(thousandths: difference, bound: .atLeast)
        case (.exact, .exact): return Shown(thousandths: difference, bound: .exact)
        default: return Shown(thousandths: difference, bound: .about)
        }
    }
}

extension Score: Encodable {
    private enum Key: String, CodingKey { case measure = "kind", value, bound }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(measure.rawValue, forKey: .measure)
        try fields.encode(shown.value, forKey: .value)
        try fields.encode(shown.bound.rawValue, forKey: .bound)
    }
}
