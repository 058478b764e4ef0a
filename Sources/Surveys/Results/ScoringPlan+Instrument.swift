public import Methods
public import Statistics

extension ScoringPlan {
    /// How the answers to this questionnaire are counted; items and themes in its order.
    public init(_ instrument: Instrument) throws(Fault) {
        let ranges = Dictionary(
            instrument.scales.map { ($0.id, (minimum: $0.minimum, maximum: $0.maximum)) },
            uniquingKeysWith: { first, _ in first })
        let items = instrument.items.map { item in
            // Without a scale nothing is an answer; the plan then refuses the item.
            let range = ranges[item.scale] ?? (0, 0)
            return Item(minimum: range.minimum, maximum: range.maximum, isReversed: item.isReversed)
        }
        var next = 0
        let themes = instrument.themes.map { theme in
            defer { next += theme.items.count }
            return Theme(
                items: Array(next..<next + theme.items.count), answeredShare: theme.answeredShare,
                isOutcome: theme.isOutcome)
        }
        try self.init(items: items, themes: themes)
    }
}
