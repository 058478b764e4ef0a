/// How answers become figures: which values an item may have, which items are turned round, and which belong together.
///
/// A plan knows items and themes by their place only; ids, names and words stay with the questionnaire.
public struct ScoringPlan: Equatable, Sendable {
    /// One question: its answers are the whole numbers `minimum...maximum`, both within 0...254.
    public struct Item: Equatable, Sendable {
        public let minimum: Int
        public let maximum: Int
        /// Whether an answer x counts as minimum + maximum − x.
        public let isReversed: Bool

        public init(minimum: Int, maximum: Int, isReversed: Bool = false) {
            self.minimum = minimum
            self.maximum = maximum
            self.isReversed = isReversed
        }
    }

    /// Items that are scored together; they share one minimum and one maximum.
    public struct Theme: Equatable, Sendable {
        /// The places of its items in the plan, each once.
        public let items: [Int]
        /// The share of the items, above 0 and at most 1, that a person must have answered to have a score.
        public let answeredShare: Double
        /// Whether the other themes may help to explain it.
        public let isOutcome: Bool

        public init(items: [Int], answeredShare: Double = 0.5, isOutcome: Bool = false) {
            self.items = items
            self.answeredShare = answeredShare
            self.isOutcome = isOutcome
        }

        /// The least number of answered items for a score: share × items, rounded up, and never none.
        public var needed: Int {
            // A share such as 0.6 of 5 must be 3, whatever the last bit of the product says.
            max(1, Int((answeredShare * Double(items.count) - 1e-9).rounded(.up)))
        }
    }

    public let items: [Item]
    public let themes: [Theme]
    /// For each theme, into how many equal parts one point of its scale is cut so that scores are whole numbers.
    ///
    /// A score is a mean of `needed...count` answers, so their least common multiple makes each exact. Beyond
    /// ``largestScore`` (on a scale up to 5: more than 15 items) the parts are no finer than that allows, and a score
    /// is rounded to the nearest part, less than a millionth of the scale.
    public let units: [Int]

    /// No score, in units, is larger: squares of two million of them still fit in 64 bits.
    static let largestScore = 2_000_000
    /// No more rows are counted.
    static let mostRows = 2_000_000

    /// Checks that every theme can be scored.
    ///
    /// - Throws: ``Fault`` when an item's answers do not fit in a byte or are fewer than two, when a theme is empty,
    ///   names an item twice or one that is not there, mixes scales, or asks for a share outside 0...1.
    public init(items: [Item], themes: [Theme]) throws(Fault) {
        guard items.allSatisfy({ $0.minimum >= 0 && $0.minimum < $0.maximum && $0.maximum <= 254 }) else {
            throw .itemHasNoRange
        }
        for theme in themes {
            guard (1...255).contains(theme.items.count) else { throw .themeHasNoItems }
            guard theme.items.allSatisfy(items.indices.contains), Set(theme.items).count == theme.items.count
            else { throw .themeHasStrangeItems }
            let scales = Set(theme.items.map { items[$0].minimum...items[$0].maximum })
            guard scales.count == 1 else { throw .themeMixesScales }
            guard theme.answeredShare > 0, theme.answeredShare <= 1 else { throw .shareIsOutside }
        }
        self.items = items
        self.themes = themes
        units = themes.map { Self.unit(of: $0, upTo: items[$0.items[0]].maximum) }
    }

    /// The lowest and the highest score of a theme.
    public func range(ofTheme theme: Int) -> ClosedRange<Int> {
        let item = items[themes[theme].items[0]]
        return item.minimum...item.maximum
    }

    private static func unit(of theme: Theme, upTo maximum: Int) -> Int {
        let finest = largestScore / maximum
        var unit = 1
        for count in theme.needed...theme.items.count {
            unit = unit / greatestCommonDivisor(unit, count) * count
            guard unit <= finest else { return finest }
        }
        return unit
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }

    /// Why a plan cannot be used. A questionnaire that was read without problems gives none of these.
    public enum Fault: Error, Equatable {
        case itemHasNoRange
        case themeHasNoItems
        case themeHasStrangeItems
        case themeMixesScales
        case shareIsOutside
    }
}
