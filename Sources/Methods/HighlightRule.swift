/// When a theme stands out: as a strength to keep, or as a concern to talk about.
public struct HighlightRule: Equatable, Sendable {
    /// The percentage of favourable answers from which a theme is a strength.
    public let favourableFrom: Int
    /// Where percentages are not told: the share of the scale's range, 0 to 1, from which a mean is a strength.
    public let highFrom: Double
    /// The percentage of unfavourable answers from which a theme is a concern.
    public let unfavourableFrom: Int
    /// Where percentages are not told: the share of the scale's range up to which a mean is a concern.
    public let lowTo: Double
    /// How many of each are named; those that are told as the same as the last are named with it.
    public let most: Int

    /// Holds where a pack says nothing else.
    public static let usual = HighlightRule(
        favourableFrom: 60, highFrom: 0.75, unfavourableFrom: 25, lowTo: 0.5, most: 3)

    public init(favourableFrom: Int, highFrom: Double, unfavourableFrom: Int, lowTo: Double, most: Int) {
        self.favourableFrom = favourableFrom
        self.highFrom = highFrom
        self.unfavourableFrom = unfavourableFrom
        self.lowTo = lowTo
        self.most = most
    }
}
