/// How precisely a figure may be told, by the number of persons behind it: one person moves it by at most one step.
///
/// That holds for means and percentages; the two figures of spread, told of large groups only, say what they do. For a step s and n persons, n × s is at least the range of the scale. Grids start at the scale's minimum, and what
/// rounds to an end of the grid is told as "at least" or "at most" the point before it, so that "everybody says 5" is
/// never on the page. Halves round up.
public enum PrecisionLaw {
    /// Percentages need this many persons.
    public static let percentagesFrom = 20
    /// Standard deviations, alphas and covariances need this many, and are told of the whole only.
    public static let spreadFrom = 100

    /// A number of persons: how many of the whole took part exactly, every other number in fives.
    ///
    /// - Parameter n: 0 or more.
    public static func count(_ n: Int, isWhole: Bool) -> Shown {
        isWhole ? Shown(n, .exact) : Shown((2 * n + 5) / 10 * 5, .about)
    }

    /// The step of a mean in fortieths of the scale's range: the smallest of 1, 2, 5 and 10 with n × step ≥ 40.
    ///
    /// On a scale from 1 to 5 a fortieth is 0.1, so that the step is 0.1 from 40 persons, 0.2 from 20, 0.5 from 8 and
    /// 1 from 4; nil below.
    public static func meanStep(n: Int) -> Int? { [1, 2, 5, 10].first { n * $0 >= 40 } }

    /// A mean of scores or answers.
    ///
    /// - Parameters:
    ///   - sum: the sum of the scores, in parts of 1/`unit` point.
    ///   - n: the persons that it sums.
    ///   - scale: the lowest and highest score, in points.
    /// - Returns: the nearest grid point, in points; nil for fewer than four persons.
    public static func mean(sum: Int, unit: Int = 1, n: Int, on scale: ClosedRange<Int>) -> Shown? {
        guard let step = meanStep(n: n) else { return nil }
        let range = scale.upperBound - scale.lowerBound
        let (above, cell) = (sum - n * scale.lowerBound * unit, n * range * step * unit)
        let point = (2 * 40 * above + cell) / (2 * cell)
        let last = 40 / step
        let (told, bound): (Int, Shown.Bound) =
            point <= 0 ? (1, .atMost) : point >= last ? (last - 1, .atLeast) : (point, .about)
        return Shown(thousandths: scale.lowerBound * 1000 + told * range * step * 25, bound: bound)
    }

    /// The step of a percentage: the smallest of 1, 2 and 5 with n × step ≥ 100; nil for fewer than 20 persons.
    public static func percentStep(n: Int) -> Int? { [1, 2, 5].first { n * $0 >= 100 } }

    /// The parts of a distribution in percent.
    ///
    /// Up to 5 is told as "at most 5" and from 95 as "at least 95", after rounding. Where one part is at such an end,
    /// all are told in fives, so that 100 less the others gives nothing. The told parts need not add up to 100.
    ///
    /// - Parameters:
    ///   - parts: the answers in each part; together all answers, of one item or of several pooled.
    ///   - n: the persons behind them; for pooled items the smallest number of persons that answered one of them.
    /// - Returns: the parts in the same order; nil for fewer than 20 persons.
    public static func shares(_ parts: [Int], n: Int) -> [Shown]? {
        let whole = parts.reduce(0, +)
        guard whole > 0, let step = percentStep(n: n) else { return nil }
        let told = parts.map { share($0, of: whole, step: step) }
        guard told.contains(where: { $0.bound != .about }) else { return told }
        return parts.map { share($0, of: whole, step: 5) }
    }

    private static func share(_ part: Int, of whole: Int, step: Int) -> Shown {
        let percent = (200 * part + whole * step) / (2 * whole * step) * step
        if percent <= 5 { return Shown(5, .atMost) }
        return percent >= 95 ? Shown(95, .atLeast) : Shown(percent, .about)
    }

    /// A standard deviation of the whole, in fortieths of the scale's range (0.1 on a scale from 1 to 5).
    ///
    /// Up to a tenth of the range it is told as "at most": among a hundred people who agree, one who does not makes no
    /// more, and so cannot be seen. Above it one person moves the figure by at most two steps.
    ///
    /// - Returns: nil for fewer than a hundred persons.
    public static func deviation(_ deviation: Double, n: Int, on scale: ClosedRange<Int>) -> Shown? {
        guard n >= spreadFrom, deviation.isFinite else { return nil }
        let step = (scale.upperBound - scale.lowerBound) * 25
        let point = Int((deviation * 1000 / Double(step)).rounded())
        return point <= 4
            ? Shown(thousandths: 4 * step, bound: .atMost) : Shown(thousandths: point * step, bound: .about)
    }

    /// Cronbach's alpha of the whole, to two decimals: a figure about questions, which one person may move by more.
    ///
    /// - Returns: nil for fewer than a hundred persons.
    public static func alpha(_ alpha: Double, n: Int) -> Shown? {
        guard n >= spreadFrom, alpha.isFinite else { return nil }
        return Shown(thousandths: Int((alpha * 100).rounded()) * 10, bound: .about)
    }
}
