import Core
import Methods

extension Instrument {
    /// A questionnaire of themes of one to `most` items, on scales of several kinds.
    static func random(themes: Int, most: Int, _ dice: inout Dice) -> Instrument {
        let scales = [Scale(1...5), Scale(1...4), Scale(0...6), Scale(0...10)]
        let drawn = (0..<themes).map { theme in
            // Most questionnaires answer from 1 to 5.
            let scale = dice.happens(0.6) ? scales[0] : scales[dice.roll(0...3)]
            let items = (0..<dice.roll(1...most)).map { item in
                Item(
                    id: "t\(theme)-\(item)", revision: 1, wording: .empty, scale: scale.id,
                    isReversed: dice.happens(0.3))
            }
            return Theme(
                id: "t\(theme)", name: .empty, caption: nil, lead: .empty, items: items,
                answeredShare: dice.happens(0.7) ? 0.5 : 0.75, isOutcome: theme == 0, lowerIsBetter: false)
        }
        return Instrument(
            id: "random", version: "1", hash: "", languages: [], title: .empty, why: .empty, minutes: 1,
            scales: scales, themes: drawn)
    }
}

extension Scale {
    fileprivate init(_ range: ClosedRange<Int>) {
        let low = range.lowerBound + (range.upperBound - range.lowerBound - 1) / 2
        let high = range.upperBound - (range.upperBound - range.lowerBound - 1) / 2
        self.init(
            id: "\(range)",
            values: range.map { value in
                Value(value, value <= low ? .unfavourable : value >= high ? .favourable : .neutral, .empty)
            })
    }
}

extension LocalText {
    static var empty: LocalText { LocalText([:]) }
}
