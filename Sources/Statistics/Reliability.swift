/// How well the items of a theme hang together: Cronbach's alpha.
public struct Reliability: Equatable, Sendable {
    /// The theme's place in the plan.
    public let theme: Int
    /// Persons who answered every item of the theme; only they count.
    public let n: Int
    /// k/(k − 1) · (1 − Σs²ᵢ / s²ₜ) for k items with sample variances s²ᵢ and a total with s²ₜ (Cronbach 1951).
    ///
    /// At most 1 and possibly below 0; nil for one item, for fewer than two persons, or when all totals are equal.
    public let alpha: Double?

    /// - Parameters:
    ///   - items: the answers of the complete cases, for each item.
    ///   - total: the sums of their answers over the items, in points.
    init(theme: Int, items: [Moments], total: Moments) {
        self.theme = theme
        n = total.n
        let k = Double(items.count)
        guard items.count > 1, let variance = total.variance, variance > 0 else {
            alpha = nil
            return
        }
        let parts = items.reduce(0) { $0 + ($1.variance ?? 0) }
        alpha = k / (k - 1) * (1 - parts / variance)
    }
}
