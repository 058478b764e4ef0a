import Core

extension FileAccount {
    /// A text in the file, and how often it stands there.
    public struct Text: Equatable, Sendable {
        public let text: String
        public let count: Int
        /// The ids of the items in whose columns it stands.
        public let items: [String]
    }

    /// A column that holds an item.
    public struct Column: Equatable, Sendable {
        public let heading: String
        public let item: String
        public let answers: Int
        /// Cells that are no answer of its scale, and counted as none.
        public let unknown: Int
        /// Whether too much of it is not understood to count the rest, or its numbers are in no order.
        public let isRefused: Bool
        /// Whether its numbers do not rise with what they stand for.
        public let isDisordered: Bool
        /// How often each value of the scale was given, from the lowest on, as the file has it.
        public let counts: [Int]
        /// What stands in it, and what that means.
        let entries: [TextTallies.Entry]

        init(heading: String, item: String, _ reading: AnswerReading, isRefused: Bool, isDisordered: Bool) {
            (self.heading, self.item, self.isRefused, self.isDisordered) = (heading, item, isRefused, isDisordered)
            (answers, unknown, counts) = (reading.answered, reading.unknown, reading.counts)
            // Where somebody chose a column of open texts, some are enough to see it.
            entries = Array(reading.entries.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(200))
        }

        /// A few of the cells that were not understood, for whoever holds the file: they stand in no report.
        public var examples: [String] {
            entries.filter { $0.meaning == .notUnderstood }.prefix(3).map { $0.text.cut(to: 40) }
        }
    }

    private static let mostTexts = 40

    /// What was not understood anywhere, most frequent first; only so many as somebody can look through.
    public var unknownTexts: [Text] { gathered { $0 == .notUnderstood } }

    /// What was taken for no answer, most frequent first.
    public var noAnswerTexts: [Text] { gathered { $0 == .noAnswer } }

    /// How often a text stands in the columns of items, whatever it means.
    public func count(of text: String) -> Int {
        let loose = LooseText(text)
        return items.reduce(0) { $0 + $1.entries.reduce(0) { LooseText($1.text) == loose ? $0 + $1.count : $0 } }
    }

    /// Each number that stands in the columns of these items, with the answer that it is read as, from the lowest on.
    public func numbers(of items: Set<String>) -> [(number: Int, value: Int)] {
        var found: [Int: Int] = [:]
        for entry in self.items.lazy.filter({ items.contains($0.item) }).flatMap(\.entries) {
            guard case .answer(let value) = entry.meaning, let number = WrittenNumber(entry.text), number.isWhole
            else { continue }
            found[Int(number.value)] = Int(value)
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func gathered(_ isWanted: (AnswerReading.Meaning) -> Bool) -> [Text] {
        var found: [LooseText: (text: String, count: Int, items: [String])] = [:]
        for column in items {
            // In the same order each time, so that the same spelling stands for all.
            for text in column.entries.filter({ isWanted($0.meaning) }).sorted(by: { $0.text < $1.text }) {
                var entry = found[LooseText(text.text)] ?? (text.text.trimmed, 0, [])
                entry.count += text.count
                if entry.items.last != column.item { entry.items.append(column.item) }
                found[LooseText(text.text)] = entry
            }
        }
        return found.values.map { Text(text: $0.text, count: $0.count, items: $0.items) }
            .filter { !$0.text.isEmpty }
            .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
            .prefix(Self.mostTexts).map(\.self)
    }
}
