public import Disclosure

/// What is told of a theme in one group, or why nothing is.
public struct ThemeResult: Equatable, Sendable {
    public let id: String
    public let visibility: Visibility
    public let n: Shown?
    public let mean: Shown?
    /// Of the whole only, from a hundred persons.
    public let deviation: Shown?
    public let alpha: Shown?
    public let distribution: Distribution?
    /// Where the questionnaire tells the theme in another way than as a mean.
    public let score: Score?
    /// The id of the band that the mean falls in, as it is told.
    public let band: String?
    /// None where the theme is hidden.
    public let items: [ItemResult]
    /// Hidden below the whole: whether for being small or for a neighbour is told nowhere.
    public internal(set) var keepsReason = false

    /// `shown`, or why not.
    public var reason: String { keepsReason ? Self.untold : visibility.rawValue }

    private static let untold = "hidden"

    public var favourable: Shown? { distribution?.favourable }
}

/// The mean of a theme in one group, or why there is none: what a table has room for.
public struct ThemeMean: Equatable, Sendable {
    public let id: String
    public let visibility: Visibility
    public let mean: Shown?
}

/// What is told of an item in one group; it is shown where its theme is.
public struct ItemResult: Equatable, Sendable {
    public let id: String
    public let n: Shown
    public let mean: Shown?
    public let distribution: Distribution?

    public var favourable: Shown? { distribution?.favourable }
}

extension ThemeResult: Encodable {
    private enum Key: String, CodingKey {
        case id, shown, reason, n, mean, deviation = "sd", alpha, favourable, distribution, score, band, items
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(visibility.isShown, forKey: .shown)
        try fields.encode(reason, forKey: .reason)
        try fields.encode(n, forKey: .n)
        try fields.encode(mean, forKey: .mean)
        try fields.encode(deviation, forKey: .deviation)
        try fields.encode(alpha, forKey: .alpha)
        try fields.encode(favourable, forKey: .favourable)
        try fields.encode(distribution, forKey: .distribution)
        try fields.encode(score, forKey: .score)
        try fields.encode(band, forKey: .band)
        try fields.encode(items, forKey: .items)
    }
}

extension ItemResult: Encodable {
    private enum Key: String, CodingKey { case id, n, mean, favourable, distribution }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(n, forKey: .n)
        try fields.encode(mean, forKey: .mean)
        try fields.encode(favourable, forKey: .favourable)
        try fields.encode(distribution, forKey: .distribution)
    }
}
