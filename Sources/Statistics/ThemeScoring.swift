/// How the answers of one person to a theme become a score in whole units.
struct ThemeScoring: Sendable {
    private let items: [Int]
    private let needed: Int
    private let unit: Int
    /// For each number of answers, the units of one point of their sum; 0 where that is no whole number.
    private let factors: [Int]

    init(_ theme: ScoringPlan.Theme, unit: Int) {
        items = theme.items
        needed = theme.needed
        self.unit = unit
        factors = (0...items.count).map { $0 > 0 && unit % $0 == 0 ? unit / $0 : 0 }
    }

    func total(of answers: [AnswerCode]) -> (sum: Int, count: Int) {
        var (sum, count) = (0, 0)
        for item in items {
            sum += Int(answers[item].value)
            count += Int(answers[item].count)
        }
        return (sum, count)
    }

    /// The mean of the answered items in units, or nil when fewer than needed were answered.
    func score(_ sum: Int, _ count: Int) -> Int? {
        guard count >= needed else { return nil }
        if factors[count] > 0 { return sum * factors[count] }
        return (2 * sum * unit + count) / (2 * count)
    }
}
