import Methods

extension ColumnMap {
    /// The scales on which numbers mean themselves although the map says something of them.
    ///
    /// Whoever writes that 9 is no answer, or that 0 stands for 1, thinks of a scale that has no such number. On another
    /// scale of the same questionnaire, such as 0 to 10, it is an answer as any other.
    func scalesInOwnNumbers(of instrument: Instrument) -> Set<String> {
        let numbers = (missing + answers.keys).compactMap { Int(LooseText($0).text) }
        let (whole, part) = (instrument.scales.filter { holds($0, numbers) }, instrument.scales)
        guard !numbers.isEmpty, whole.count < part.count else { return [] }
        return Set(whole.map(\.id))
    }

    /// Whether every number is an answer on the scale, and so none of them can be meant for it.
    private func holds(_ scale: Scale, _ numbers: [Int]) -> Bool {
        let inside = numbers.filter { (scale.minimum...scale.maximum).contains($0) }
        let others = numbers.filter { !inside.contains($0) && $0 < 20 }
        return !inside.isEmpty && others.isEmpty
    }
}
