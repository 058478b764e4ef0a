/// What a group of people answered, in counts and sums of whole numbers. Tallies of blocks add up to those of groups.
public struct Tally: Equatable, Sendable {
    /// Persons with at least one valid answer.
    public private(set) var respondents: Int
    /// For each item the number of answers of each value, from the lowest to the highest, after reversal.
    public private(set) var histograms: [[Int]]
    /// For each theme the scores of the persons who answered enough of it.
    public private(set) var scores: [Moments]

    /// Nobody's answers.
    public init(_ plan: ScoringPlan) {
        respondents = 0
        histograms = plan.items.map { Array(repeating: 0, count: $0.maximum - $0.minimum + 1) }
        scores = plan.units.map { Moments(unit: $0) }
    }

    init(respondents: Int, histograms: [[Int]], scores: [Moments]) {
        self.respondents = respondents
        self.histograms = histograms
        self.scores = scores
    }

    /// Persons with a valid answer to this item.
    public func answers(toItem item: Int) -> Int { histograms[item].reduce(0, +) }

    /// The valid answers to all these items together, by value from the lowest; the items share one scale.
    public func pooled(_ items: [Int]) -> [Int] {
        guard let first = items.first else { return [] }
        return items.dropFirst().reduce(histograms[first]) { sum, item in zip(sum, histograms[item]).map(+) }
    }

    /// Adds the answers of people who are not in this tally yet; both were made with one plan.
    public mutating func add(_ other: Tally) {
        respondents += other.respondents
        for item in histograms.indices {
            for value in histograms[item].indices { histograms[item][value] += other.histograms[item][value] }
        }
        for theme in scores.indices { scores[theme].add(other.scores[theme]) }
    }
}
