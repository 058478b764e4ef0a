/// The texts of a column, what each means, and how often it stands there.
struct TextTallies {
    struct Entry: Equatable, Sendable {
        let text: String
        var meaning: AnswerReading.Meaning
        var count: Int
    }

    /// Numbers of one or two digits, which are most of all cells.
    private var numbers: [Entry] = []
    private var places: [String: Int] = [:]
    private var others: [Entry] = []

    /// Open texts in a wrong column must not fill the memory.
    private static let mostTexts = 10_000
    private static let longestText = 200

    init(numbers meaning: (String) -> AnswerReading.Meaning) {
        numbers = (0..<100).map { Entry(text: "\($0)", meaning: meaning("\($0)"), count: 0) }
    }

    /// Those that stand somewhere.
    var entries: [Entry] { (numbers + others).filter { $0.count > 0 } }

    /// Counts a number, and says what it means.
    mutating func count(_ number: Int) -> AnswerReading.Meaning {
        numbers[number].count += 1
        return numbers[number].meaning
    }

    /// Counts a text that was seen before, and says what it means; nil for a new one.
    mutating func count(_ raw: String) -> AnswerReading.Meaning? {
        guard let place = places[raw] else { return nil }
        others[place].count += 1
        return others[place].meaning
    }

    /// Counts a text that is new.
    mutating func add(_ raw: String, _ meaning: AnswerReading.Meaning) {
        guard others.count < Self.mostTexts else { return }
        places[raw] = others.count
        others.append(Entry(text: String(raw.prefix(Self.longestText)), meaning: meaning, count: 1))
    }

    /// Takes back one cell.
    mutating func forget(_ raw: String) {
        if let number = Int(raw), numbers.indices.contains(number), numbers[number].text == raw {
            numbers[number].count -= 1
        } else if let place = places[raw] {
            others[place].count -= 1
        }
    }

    /// Takes a text for one that nobody understands, and says how often it stands there.
    mutating func doubt(_ text: LooseText) -> Int {
        var count = 0
        for place in others.indices where LooseText(others[place].text) == text {
            others[place].meaning = .notUnderstood
            count += others[place].count
        }
        return count
    }
}
