/// Columns of which too much is not understood to count the rest: what is left out would be one side of the scale.
struct Misunderstood {
    /// Their places among the readings.
    private(set) var columns: Set<Int> = []
    /// Of those the ones whose numbers do not rise with what they stand for.
    private(set) var disordered: Set<Int> = []
    /// Texts that were taken for no answer where they may be the middle of a scale.
    private(set) var doubtful: [LooseText: Set<Int>] = [:]

    private let readings: [AnswerReading]

    /// Slips of somebody's pen are not why a file is refused.
    private static let fewInColumn = 1
    private static let fewInFile = 2
    /// Of a hundred cells so many at most.
    private static let mostOfHundred = 5
    /// Of so many who chose the word, one at most chose the middle.
    private static let mostOfMiddle = 10
    /// Whole numbers so far above a scale belong to a longer one.
    private static let above = 6

    init(_ readings: [AnswerReading]) {
        self.readings = readings
        judgeShares()
        judgeRepeated()
        for scale in Set(readings.map(\.scaleID)) { judge(scale) }
        // As long as something is not understood, what it means comes first.
        disordered = Set(readings.indices.filter { !readings[$0].isInOrder }).subtracting(columns)
        columns.formUnion(disordered)
    }

    private static func isMany(_ count: Int, of filled: Int) -> Bool { count * 100 > mostOfHundred * filled }

    private mutating func judgeShares() {
        let (unknown, filled) = readings.reduce((0, 0)) { ($0.0 + $1.unknown, $0.1 + $1.filled) }
        let isMuch = unknown > Self.fewInFile && Self.isMany(unknown, of: filled)
        columns.formUnion(
            readings.indices.filter { place in
                let reading = readings[place]
                guard reading.unknown > 0 else { return false }
                let isMuchHere =
                    reading.unknown > Self.fewInColumn && Self.isMany(reading.unknown, of: reading.filled)
                return isMuch || isMuchHere || reading.answered == 0
            })
    }

    /// The same text in many columns is a word of the scale, or a number of another.
    private mutating func judgeRepeated() {
        var found: [LooseText: Set<Int>] = [:]
        for (place, reading) in readings.enumerated() {
            for entry in reading.texts { found[LooseText(entry.text), default: []].insert(place) }
        }
        for (text, places) in found where places.count > 1 {
            let scales = Set(places.map { readings[$0].scaleID })
            let alike = readings.count { scales.contains($0.scaleID) }
            let isOutside =
                Int(text.text).map { number in places.contains { Self.isJustOutside(number, readings[$0].scale) } }
                ?? false
            if places.count * 2 >= alike || isOutside { columns.formUnion(places) }
        }
    }

    private static func isJustOutside(_ number: Int, _ scale: ClosedRange<Int>) -> Bool {
        number == scale.lowerBound - 1 || (scale.upperBound + 1...scale.upperBound + above).contains(number)
    }

    private mutating func judge(_ id: String) {
        let places = readings.indices.filter { readings[$0].scaleID == id }
        guard let scale = places.first.map({ readings[$0].scale }) else { return }
        let counts = places.reduce(into: Array(repeating: 0, count: scale.count)) { counts, place in
            for (value, count) in readings[place].counts.enumerated() { counts[value] += count }
        }
        judgeShifted(scale, places, counts)
        judgeMiddle(places, counts)
    }

    /// One number below the scale is enough where nobody gave its highest answer: the file counts from one less.
    private mutating func judgeShifted(_ scale: ClosedRange<Int>, _ places: [Int], _ counts: [Int]) {
        for place in places {
            let numbers = readings[place].texts.compactMap { Int(LooseText($0.text).text) }
            let isBelow = counts.last == 0 && numbers.contains(scale.lowerBound - 1)
            let isAbove = counts.first == 0 && numbers.contains(scale.upperBound + 1)
            if isBelow || isAbove { columns.insert(place) }
        }
    }

    /// Where hardly anybody gave the middle answer, and others both sides of it, "geen mening" may well be the middle.
    private mutating func judgeMiddle(_ places: [Int], _ counts: [Int]) {
        guard counts.count > 2, counts.count % 2 == 1 else { return }
        let middle = counts.count / 2
        guard counts[..<middle].contains(where: { $0 > 0 }), counts[(middle + 1)...].contains(where: { $0 > 0 }) else {
            return
        }
        let isAllElse = counts[middle] == 0 && counts.indices.allSatisfy { $0 == middle || counts[$0] > 0 }
        var found: [LooseText: (count: Int, places: Set<Int>)] = [:]
        for place in places {
            for entry in readings[place].wordsForNone
            where Self.isWord(entry.text) && (isAllElse || readings[place].isOpinion(LooseText(entry.text))) {
                found[LooseText(entry.text), default: (0, [])].count += entry.count
                found[LooseText(entry.text), default: (0, [])].places.insert(place)
            }
        }
        let filled = counts.reduce(0, +)
        let hardly = counts[middle] * Self.mostOfMiddle
        for (text, entry) in found
        where Self.isMany(entry.count, of: filled + entry.count) && hardly < entry.count && entry.count > Self.fewInFile
        {
            doubtful[text] = entry.places
            columns.formUnion(entry.places)
        }
    }

    /// "-" and "." are no word for an answer.
    private static func isWord(_ text: String) -> Bool { text.contains(where: \.isLetter) }
}
