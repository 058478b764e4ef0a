public import Methods
import Statistics

/// Figures of answers from a file in full precision, for whoever holds the file: nothing is rounded or hidden.
public struct ExactFigures: Sendable {
    /// What the persons of a group answered.
    public struct Group: Sendable {
        /// Names from the top down; none for everybody.
        public let path: [String]
        /// Rows of the file, also those without an answer.
        public let rows: Int
        /// Persons with at least one answer.
        public let respondents: Int
        public let themes: [Theme]
    }

    /// Scores of persons who answered enough of a theme, and all answers to its items together.
    public struct Theme: Sendable {
        public let id: String
        public let n: Int
        public let mean: Double?
        /// The sample standard deviation (n − 1) of the scores.
        public let deviation: Double?
        /// Cronbach's alpha over the persons who answered every item.
        public let alpha: Double?
        public let parts: Parts?
        /// Where the questionnaire tells the theme in another way than as a mean.
        public let score: Score?
        public let items: [Item]
    }

    /// A theme as an index from 0 to 100, as a sum, or as favourable less unfavourable.
    public struct Score: Sendable {
        public let measure: Methods.Theme.Measure
        public let value: Double

        init?(_ theme: Methods.Theme, mean: Double?, _ parts: Parts?, on scale: Scale) {
            guard let mean, let parts else { return nil }
            measure = theme.measure
            switch theme.measure {
            case .mean: return nil
            case .index: value = (mean - Double(scale.minimum)) / Double(scale.maximum - scale.minimum) * 100
            case .sum: value = mean * Double(theme.items.count)
            case .net: value = parts.favourable - parts.unfavourable
            }
        }
    }

    /// Answers to one item, after reversal.
    public struct Item: Sendable {
        public let id: String
        public let n: Int
        public let mean: Double?
        public let deviation: Double?
        public let parts: Parts?
    }

    /// Shares of the answers in percent.
    public struct Parts: Sendable, Encodable {
        public let unfavourable: Double
        public let neutral: Double
        public let favourable: Double

        /// - Parameters:
        ///   - counts: answers by value.
        ///   - scale: the scale that they were given on; nil for no answers.
        init?(_ counts: [Int], on scale: Scale) {
            let whole = counts.reduce(0, +)
            guard whole > 0 else { return nil }
            func share(_ kind: Scale.Kind) -> Double {
                let part = zip(counts, scale.values).reduce(0) { $0 + ($1.1.kind == kind ? $1.0 : 0) }
                return Double(part) / Double(whole) * 100
            }
            (unfavourable, neutral, favourable) = (share(.unfavourable), share(.neutral), share(.favourable))
        }
    }

    /// Everybody.
    public let whole: Group
    /// The units below, parents first.
    public let units: [Group]
    /// Ids of themes that stand out, as the report names them.
    public let strengths: [String]
    public let concerns: [String]
}
