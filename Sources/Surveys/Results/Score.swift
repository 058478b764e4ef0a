public import Disclosure
public import Methods

/// A theme's figure told in another way than as a mean: worked out of what is told, so that it shows the same cell.
public struct Score: Equatable, Sendable {
    public let measure: Theme.Measure
    public let shown: Shown
    /// How far apart two told figures are; nil where the figure says it itself, as a mean in another unit does.
    public private(set) var step: Int?

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
            shown = mean.scaled(less: scale.lowerBound, times: 100, by: range)
        case .sum:
            guard let mean else { return nil }
            shown = mean.scaled(times: theme.items.count)
        case .net:
            guard let net = distribution.flatMap(Self.net) else { return nil }
            (shown, step) = net
        }
    }

    /// Favourable less unfavourable, in points from −100 to 100. Each part may be half a step off, and one that is told
    /// as an end as well: the difference is told a step off at most, and a bound is moved outward by a step, so that
    /// it always holds.
    private static func net(_ distribution: Distribution) -> (shown: Shown, step: Int?)? {
        guard let favourable = distribution.favourable, let unfavourable = distribution.unfavourable else { return nil }
        let difference = favourable.thousandths - unfavourable.thousandths
        guard let step = distribution.step else {
            return (Shown(inFull: favourable.value - unfavourable.value), nil)
        }
        switch (favourable.bound, unfavourable.bound) {
        case (.atMost, .atMost): return (Shown(0, .about), 2 * step)
        case (.atMost, _): return (Shown(thousandths: difference + step * 1000, bound: .atMost), step)
        case (_, .atMost): return (Shown(thousandths: difference - step * 1000, bound: .atLeast), step)
        default: return (Shown(thousandths: difference, bound: .about), step)
        }
    }
}

extension Score: Encodable {
    private enum Key: String, CodingKey { case measure = "kind", value, bound, step }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(measure.rawValue, forKey: .measure)
        try fields.encode(shown.value, forKey: .value)
        try fields.encode(shown.bound.rawValue, forKey: .bound)
        try fields.encode(step, forKey: .step)
    }
}
