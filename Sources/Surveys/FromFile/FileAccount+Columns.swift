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
        /// Whether too much of it is not understood to count the rest.
        public let isRefused: Bool
        /// What was not understood, and what stands for no answer, each with how often.
        let texts: [String: Int]
        let noAnswers: [String: Int]

        init(heading: String, item: String, _ reading: AnswerReading, isRefused: Bool) {
            (self.heading, self.item, self.isRefused) = (heading, item, isRefused)
            (answers, unknown) = (reading.answered, reading.unknown)
            (texts, noAnswers) = (reading.texts, reading.noAnswers)
        }

        /// A few of the cells that were not understood, for whoever holds the file: they stand in no report.
        public var examples: [String] {
            texts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map { $0.key.cut(to: 40) }
        }
    }

    private static let mostTexts = 40

    /// What was not understood anywhere, most frequent first; only so many as somebody can look through.
    public var unknownTexts: [Text] { gathered(\.texts) }

    /// What was taken for no answer, most frequent first.
    public var noAnswerTexts: [Text] { gathered(\.noAnswers) }

    private func gathered(_ texts: KeyPath<Column, [String: Int]>) -> [Text] {
        var found: [LooseText: (text: String, count: Int, items: [String])] = [:]
        for column in items {
            // In the same order each time, so that the same spelling stands for all.
            for (text, count) in column[keyPath: texts].sorted(by: { $0.key < $1.key }) {
                var entry = found[LooseText(text)] ?? (text.trimmed, 0, [])
                entry.count += count
                if entry.items.last != column.item { entry.items.append(column.item) }
                found[LooseText(text)] = entry
            }
        }
        return found.values.map { Text(text: $0.text, count: $0.count, items: $0.items) }
            .filter { !$0.text.isEmpty }
            .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
            .prefix(Self.mostTexts).map(\.self)
    }
}
