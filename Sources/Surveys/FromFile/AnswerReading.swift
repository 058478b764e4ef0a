import Core
import Files
import Methods

/// What the cells of one item's column say: a value of its scale, no answer, or nothing that is known.
struct AnswerReading {
    /// No cell stands for this value.
    private static let unknown = -1
    private static let none = Int(UInt8.max)

    private let scale: ClosedRange<Int>
    private let labels: [LooseText: Int]
    private let map: [LooseText: Int]
    private let missing: Set<LooseText>
    private let noAnswer: Set<LooseText>
    /// What cells of one or two digits say, which are most of all cells.
    private var digits: [Int]
    private var known: [String: Int] = [:]
    private(set) var answered = 0
    private(set) var unknown = 0
    /// Some of the texts that were not understood, for whoever holds the file.
    private(set) var examples: [String] = []

    init(_ scale: Scale, _ map: ColumnMap, _ words: FileWords) {
        self.scale = scale.minimum...scale.maximum
        labels = Self.labels(of: scale)
        self.map = Dictionary(map.answers.map { (LooseText($0.key), $0.value) }) { first, _ in first }
        missing = Set(map.missing.map(LooseText.init))
        noAnswer = words.none
        digits = []
        digits = (0..<100).map { value("\($0)") }
    }

    /// In any language; a label that stands for two values is none.
    private static func labels(of scale: Scale) -> [LooseText: Int] {
        var labels: [LooseText: Int?] = [:]
        for value in scale.values {
            for text in Set(value.label.texts.values.map(LooseText.init)) {
                let isTaken = labels[text].map { $0 != value.value } ?? false
                labels[text] = .some(isTaken ? nil : value.value)
            }
        }
        return labels.compactMapValues { $0 }
    }

    /// The byte of a cell: a value, or that of no answer.
    mutating func byte(of cell: CellRows.Cell, in text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        let found = find(cell, text)
        if found == Self.unknown {
            unknown += 1
            note(cell.text(in: text))
            return UInt8(Self.none)
        }
        if found != Self.none { answered += 1 }
        return UInt8(found)
    }

    private mutating func note(_ raw: String) {
        let example = String(raw.prefix(40))
        if examples.count < 3, !examples.contains(example) { examples.append(example) }
    }

    private mutating func find(_ cell: CellRows.Cell, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        let (first, length) = (cell.start, cell.end - cell.start)
        if length == 0 { return Self.none }
        if length == 1 { if let digit = Self.digit(text[first]) { return digits[digit] } }
        if length == 2, let ten = Self.digit(text[first]), ten > 0, let one = Self.digit(text[first + 1]) {
            return digits[ten * 10 + one]
        }
        let raw = cell.text(in: text)
        if let found = known[raw] { return found }
        let found = value(raw)
        // Open texts in a wrong column must not fill the memory.
        if known.count < 10_000 { known[raw] = found }
        return found
    }

    private static func isDigit(_ sign: Character) -> Bool { ("0"..."9").contains(sign) }

    private static func digit(_ byte: UInt8) -> Int? { (48...57).contains(byte) ? Int(byte) - 48 : nil }

    /// What the map calls no answer goes before all else, then what it calls an answer, numbers, labels.
    private func value(_ raw: String) -> Int {
        let text = LooseText(raw)
        if text.text.isEmpty || missing.contains(text) { return Self.none }
        if let value = map[text] { return scale.contains(value) ? value : Self.unknown }
        if let number = Self.whole(text.text) { return scale.contains(number) ? number : Self.unknown }
        if let value = labels[text] ?? numbered(text.text) { return value }
        return noAnswer.contains(text) ? Self.none : Self.unknown
    }

    /// A whole number, also as "2.0" or "2,00".
    private static func whole(_ text: String) -> Int? {
        let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
        guard parts.count <= 2, let first = parts.first, first.allSatisfy(Self.isDigit), first.count <= 4,
            parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }), text.first.map(Self.isDigit) == true
        else { return nil }
        return Int(first)
    }

    /// A number in brackets, or before or behind its label: "(4) Mee eens", "4 = Mee eens", "Mee eens [4]". The label
    /// must be that of the number, so that nothing is guessed.
    private func numbered(_ text: String) -> Int? {
        if let code = text.wholeMatch(of: /[(\[](\d{1,3})[)\]]/) { return onScale(code.1) }
        let before = text.wholeMatch(of: /[(\[]?(\d{1,3})[)\]]?\s*[-=:.)]*\s*(\D.*)/).map { ($0.1, $0.2) }
        let behind = text.wholeMatch(of: /(\D.*?)\s*[-=:]?\s*[(\[](\d{1,3})[)\]]/).map { ($0.2, $0.1) }
        guard let (number, label) = before ?? behind, let value = onScale(number) else { return nil }
        return labels[LooseText(String(label))] == value ? value : nil
    }

    private func onScale(_ digits: Substring) -> Int? { Int(digits).flatMap { scale.contains($0) ? $0 : nil } }
}
