import Disclosure
public import Methods

/// How well a theme does as it is told: on scales of any length, and with less as the better way for some.
public struct Standing: Comparable, Sendable {
    /// How far the mean stands towards the better end, in thousandths of the range of the scale.
    let height: Int
    /// Where the told mean is a bound, on which side of it the mean is: 1 for better, −1 for worse.
    let beyond: Int

    /// - Parameters:
    ///   - result: what is told of the theme.
    ///   - instrument: the questionnaire that it stands in.
    /// - Returns: nil where no mean is told.
    public init?(_ result: ThemeResult, in instrument: Instrument) {
        guard let theme = instrument.themes.first(where: { $0.id == result.id }), let mean = result.mean,
            let scale = theme.items.first.flatMap(instrument.scale)
        else { return nil }
        self.init(mean, on: scale.minimum...scale.maximum, lowerIsBetter: theme.lowerIsBetter)
    }

    init(_ mean: Shown, on scale: ClosedRange<Int>, lowerIsBetter: Bool) {
        let share = (mean.thousandths - scale.lowerBound * 1000) / (scale.upperBound - scale.lowerBound)
        let side = mean.bound == .atLeast ? 1 : mean.bound == .atMost ? -1 : 0
        (height, beyond) = lowerIsBetter ? (1000 - share, -side) : (share, side)
    }

    public static func < (one: Standing, other: Standing) -> Bool {
        (one.height, one.beyond) < (other.height, other.beyond)
    }
}
