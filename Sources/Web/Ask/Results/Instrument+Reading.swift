import Methods

extension Instrument {
    /// From where to where the means of its themes run; nil where they run over several scales.
    var range: ClosedRange<Int>? {
        let ranges = Set(themes.compactMap(range))
        return ranges.count == 1 ? ranges.first : nil
    }

    private func range(of theme: Theme) -> ClosedRange<Int>? {
        theme.items.first.flatMap(scale).map { $0.minimum...$0.maximum }
    }

    /// What a reader must know of a mean of this theme that does not hold for all.
    func reading(of theme: Theme, _ say: Speech) -> [String] {
        let own = range == nil ? range(of: theme) : nil
        let scale = own.map { say("results.from_to", ["minimum": "\($0.lowerBound)", "maximum": "\($0.upperBound)"]) }
        return [scale, theme.lowerIsBetter ? say("results.lower_is_better") : nil].compactMap(\.self)
    }
}
