/// Columns of which too much is not understood to count the rest: what is left out would be one side of the scale.
struct Misunderstood {
    /// Their places among the readings.
    let columns: Set<Int>

    /// A slip of somebody's pen is not why a column is refused.
    private static let fewCells = 1
    /// Of a hundred cells so many at most.
    private static let mostOfHundred = 5
    /// Whole numbers so far above a scale belong to a longer one.
    private static let above = 6

    init(_ readings: [AnswerReading]) {
        let shares = readings.indices.filter { place in
            let reading = readings[place]
            let few = reading.unknown <= Self.fewCells
            return reading.unknown > 0
                && (reading.answered == 0 || !few && reading.unknown * 100 > Self.mostOfHundred * reading.filled)
        }
        var found: [LooseText: Set<Int>] = [:]
        for (place, reading) in readings.enumerated() {
            for text in reading.texts.keys { found[LooseText(text), default: []].insert(place) }
        }
        columns = found.reduce(into: Set(shares)) { columns, entry in
            let scales = Set(entry.value.map { readings[$0].scale })
            let alike = readings.count { scales.contains($0.scale) }
            if entry.value.count > 1, entry.value.count * 2 >= alike || Self.isOther(entry.key, scales) {
                columns.formUnion(entry.value)
            }
        }
    }

    /// A number just outside a scale, in several columns: the file counts from elsewhere, or further.
    private static func isOther(_ text: LooseText, _ scales: Set<ClosedRange<Int>>) -> Bool {
        guard let number = Int(text.text) else { return false }
        return scales.contains { scale in
            number == scale.lowerBound - 1 || (scale.upperBound + 1...scale.upperBound + above).contains(number)
        }
    }
}
