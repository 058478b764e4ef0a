import Core
import Files
import Methods

/// What the cells of one item's column say: a value of its scale, no answer, or nothing that is known.
struct AnswerReading {
    enum Meaning: Equatable { case answer(UInt8), noAnswer, notUnderstood }

    let scale: ClosedRange<Int>
    let scaleID: String
    private let labels: [LooseText: Int]
    private let map: [LooseText: Int]
    /// Whether its numbers stand the other way round.
    private let isTurned: Bool
    private let missing: Set<LooseText>
    private let noAnswer: Set<LooseText>
    private let opinions: Set<LooseText>
    private var tallies = TextTallies { _ in .notUnderstood }
    private(set) var answered = 0
    private(set) var unknown = 0
    /// How often each value was answered, from the lowest on.
    private(set) var counts: [Int]

    /// - Parameters:
    ///   - own: numbers that mean themselves, whatever the map says: it was written for other scales.
    ///   - isTurned: whether its numbers stand the other way round.
    init(_ scale: Scale, _ map: ColumnMap, _ words: FileWords, own: Set<Int> = [], isTurned: Bool = false) {
        self.isTurned = isTurned
        self.scale = scale.minimum...scale.maximum
        scaleID = scale.id
        labels = Self.labels(of: scale)
        func holds(_ text: String) -> Bool { Self.whole(LooseText(text).text).map { !own.contains($0) } ?? true }
        self.map = Dictionary(map.answers.filter { holds($0.key) }.map { (LooseText($0.key), $0.value) }) { one, _ in
            one
        }
        missing = Set(map.missing.filter(holds).map(LooseText.init))
        (noAnswer, opinions) = (words.none, words.opinions)
        counts = Array(repeating: 0, count: scale.maximum - scale.minimum + 1)
        tallies = TextTallies { meaning($0) }
    }

    /// In any language; a label that stands for two values is none.
    static func labels(of scale: Scale) -> [LooseText: Int] {
        var labels: [LooseText: Int?] = [:]
        for value in scale.values {
            for text in Set(value.label.texts.values.map(LooseText.init)) {
                let isTaken = labels[text].map { $0 != value.value } ?? false
                labels[text] = .some(isTaken ? nil : value.value)
            }
        }
        return labels.compactMapValues { $0 }
    }

    /// How many cells hold something that is meant as an answer.
    var filled: Int { answered + unknown }

    /// Every text that stands in the column, for whoever holds the file.
    var entries: [TextTallies.Entry] { tallies.entries }

    /// What was not understood.
    var texts: [TextTallies.Entry] { entries.filter { $0.meaning == .notUnderstood } }

    /// Words that stand for no answer by themselves: nobody said so of this file.
    var wordsForNone: [TextTallies.Entry] {
        entries.filter { $0.meaning == .noAnswer && !missing.contains(LooseText($0.text)) }
    }

    /// Whether higher numbers stand for higher answers throughout, or for lower ones throughout; and two for the same only
    /// where somebody said so of both.
    var isInOrder: Bool {
        var values: [Int: (value: Int, isSaid: Bool)] = [:]
        for entry in entries {
            let text = LooseText(entry.text)
            guard case .answer(let value) = entry.meaning, let number = Int(text.text) else { continue }
            values[number] = (Int(value), map[text] != nil)
        }
        let sorted = values.sorted { $0.key < $1.key }.map(\.value)
        let steps = zip(sorted, sorted.dropFirst()).filter { $0.value != $1.value || !$0.isSaid || !$1.isSaid }
            .map { $1.value - $0.value }
        return steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }
    }

    /// What was taken for no answer and may be one after all.
    mutating func doubt(_ text: LooseText) { unknown += tallies.doubt(text) }

    var isUnderstood: Bool { answered > 0 && unknown * 2 < filled }

    /// The byte of a cell: a value, or that of no answer.
    mutating func byte(of cell: CellRows.Cell, in text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        switch find(cell, text) {
        case .answer(let value):
            answered += 1
            counts[Int(value) - scale.lowerBound] += 1
            return value
        case .noAnswer: break
        case .notUnderstood: unknown += 1
        }
        return UInt8.max
    }

    /// Takes back what was counted of a cell.
    mutating func forget(_ cell: CellRows.Cell, in text: UnsafeBufferPointer<UInt8>) {
        guard !cell.isEmpty else { return }
        tallies.forget(cell.text(in: text))
        switch meaning(of: cell, in: text) {
        case .answer(let value):
            answered -= 1
            counts[Int(value) - scale.lowerBound] -= 1
        case .noAnswer: break
        case .notUnderstood: unknown -= 1
        }
    }

    private mutating func find(_ cell: CellRows.Cell, _ text: UnsafeBufferPointer<UInt8>) -> Meaning {
        if cell.isEmpty { return .noAnswer }
        if let number = Self.shortNumber(cell, text) { return tallies.count(number) }
        let raw = cell.text(in: text)
        if let found = tallies.count(raw) { return found }
        let found = meaning(raw)
        tallies.add(raw, found)
        return found
    }

    /// What a cell says, without counting it.
    func meaning(of cell: CellRows.Cell, in text: UnsafeBufferPointer<UInt8>) -> Meaning {
        cell.isEmpty ? .noAnswer : meaning(cell.text(in: text))
    }

    private static func shortNumber(_ cell: CellRows.Cell, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
        let (first, length) = (cell.start, cell.end - cell.start)
        if length == 1 { return digit(text[first]) }
        guard length == 2, let ten = digit(text[first]), ten > 0, let one = digit(text[first + 1]) else { return nil }
        return ten * 10 + one
    }

    private static func isDigit(_ sign: Character) -> Bool { ("0"..."9").contains(sign) }

    private static func digit(_ byte: UInt8) -> Int? { (48...57).contains(byte) ? Int(byte) - 48 : nil }

    /// What the map calls no answer goes before all else, then what it calls an answer, numbers, labels.
    func meaning(_ raw: String) -> Meaning {
        let text = LooseText(Self.withoutFormula(raw))
        if text.text.isEmpty || missing.contains(text) { return .noAnswer }
        if let number = Self.whole(text.text) { return answer(turned(map[text] ?? number)) }
        if let value = map[text] { return answer(value) }
        if let value = labels[text] ?? numbered(text.text) { return answer(value) }
        return isNoAnswer(text) ? .noAnswer : .notUnderstood
    }

    /// What stands in the quotes of ="4", by which spreadsheets are told to change nothing.
    static func withoutFormula(_ raw: String) -> String {
        raw.count > 3 && raw.hasPrefix("=\"") && raw.hasSuffix("\"") ? String(raw.dropFirst(2).dropLast()) : raw
    }

    /// Also "weet niet/geen mening" and "- geen antwoord -".
    private func isNoAnswer(_ text: LooseText) -> Bool {
        if noAnswer.contains(text) || noAnswer.contains(text.withoutMarks) { return true }
        let parts = Self.parts(of: text)
        return !parts.isEmpty && parts.allSatisfy(noAnswer.contains)
    }

    /// Whether scales may have it in their middle.
    func isOpinion(_ text: LooseText) -> Bool { Self.parts(of: text).contains(where: opinions.contains) }

    private static func parts(of text: LooseText) -> [LooseText] {
        text.text.split(separator: /\s*\/\s*|\s+(?:of|or)\s+/).map { LooseText(String($0)).withoutMarks }
    }

    private func turned(_ value: Int) -> Int { isTurned ? scale.lowerBound + scale.upperBound - value : value }

    private func answer(_ value: Int) -> Meaning {
        scale.contains(value) ? .answer(UInt8(value)) : .notUnderstood
    }

    /// Any number, as programs write those that are no answer: "3,1", "412", "-0.5".
    static func isNumber(_ raw: String) -> Bool {
        LooseText(raw).text.wholeMatch(of: /[-+]?[\d.,]*\d[\d.,]*%?/) != nil
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
        if let code = text.wholeMatch(of: /[(\[](\d{1,3})[)\]]/) { return onScale(code.1).map(turned) }
        let before = text.wholeMatch(of: /[(\[]?(\d{1,3})[)\]]?\s*[-=:.)]*\s*(\D.*)/).map { ($0.1, $0.2) }
        let behind = text.wholeMatch(of: /(\D.*?)\s*[-=:]?\s*[(\[](\d{1,3})[)\]]/).map { ($0.2, $0.1) }
        guard let (number, label) = before ?? behind, let value = onScale(number) else { return nil }
        return labels[LooseText(String(label)).withoutMarks] == value ? value : nil
    }

    private func onScale(_ digits: Substring) -> Int? { Int(digits).flatMap { scale.contains($0) ? $0 : nil } }
}
