public import Disclosure

/// What a closed wave tells, frozen: figures of those groups only that the rules allow, and why the others are hidden.
///
/// Groups are named by their position, themes and items by their ids. Every list is in the order of the groups, then
/// of the questionnaire.
public struct Release: Equatable, Sendable {
    /// The least number of persons behind a figure.
    public let threshold: Int
    /// One a group.
    public let responses: [Response]
    /// One a group and theme.
    public let verdicts: [Verdict]
    /// For each verdict that is shown one of the theme, then one of each of its items.
    public let figures: [Figure]
    /// Of the whole, where at least a hundred persons answered everything.
    public let alphas: [Alpha]
    /// Of the whole, where at least a hundred persons have both scores.
    public let covariances: [Covariance]
    /// Nil where no cards were made.
    public var cards: Cards?

    public init(
        threshold: Int, responses: [Response], verdicts: [Verdict], figures: [Figure], alphas: [Alpha],
        covariances: [Covariance], cards: Cards? = nil
    ) {
        self.threshold = threshold
        self.responses = responses
        self.verdicts = verdicts
        self.figures = figures
        self.alphas = alphas
        self.covariances = covariances
        self.cards = cards
    }
}

extension Release {
    /// How many of a group took part.
    public struct Response: Equatable, Sendable {
        public let group: Int
        public let visibility: Visibility
        /// Persons with at least one answer, exactly; nil where hidden. Pages round it.
        public let respondents: Int?

        public init(group: Int, visibility: Visibility, respondents: Int?) {
            self.group = group
            self.visibility = visibility
            self.respondents = respondents
        }
    }

    /// Whether a theme with all its items is shown of a group.
    public struct Verdict: Equatable, Sendable {
        public let group: Int
        public let theme: String
        public let visibility: Visibility

        public init(group: Int, theme: String, visibility: Visibility) {
            self.group = group
            self.theme = theme
            self.visibility = visibility
        }
    }

    /// What the persons of a group answered to a theme or to one of its items, after reversal, exactly.
    public struct Figure: Equatable, Sendable {
        public let group: Int
        public let theme: String
        /// Nil for the theme itself.
        public let item: String?
        /// Persons with a score in the theme, or with an answer to the item.
        public let n: Int
        /// Answers by value from the scale's lowest; of a theme those to all its items together.
        public let histogram: [Int]
        /// The sum of the scores or answers, in parts of 1/`unit` point.
        public let sum: Int
        /// The sum of their squares, in parts of 1/`unit`².
        public let squares: Int
        /// Into how many parts a point is cut; 1 for an item.
        public let unit: Int

        public init(
            group: Int, theme: String, item: String?, n: Int, histogram: [Int], sum: Int, squares: Int, unit: Int
        ) {
            self.group = group
            self.theme = theme
            self.item = item
            self.n = n
            self.histogram = histogram
            self.sum = sum
            self.squares = squares
            self.unit = unit
        }
    }

    /// How well a theme's items hang together.
    public struct Alpha: Equatable, Sendable {
        public let theme: String
        /// Persons who answered every item.
        public let n: Int
        public let value: Double

        public init(theme: String, n: Int, value: Double) {
            self.theme = theme
            self.n = n
            self.value = value
        }
    }

    /// How two themes go together, over the persons with a score in both; with both variances it gives a correlation.
    public struct Covariance: Equatable, Sendable {
        public let first: String
        public let second: String
        public let n: Int
        public let value: Double
        public let firstVariance: Double
        public let secondVariance: Double

        public init(
            first: String, second: String, n: Int, value: Double, firstVariance: Double, secondVariance: Double
        ) {
            self.first = first
            self.second = second
            self.n = n
            self.value = value
            self.firstVariance = firstVariance
            self.secondVariance = secondVariance
        }
    }
}
