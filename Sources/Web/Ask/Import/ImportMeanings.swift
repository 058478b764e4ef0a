import Core
import Methods
import Surveys

/// The texts of a file that stand for no answer that we know, each with how often and with what it may mean.
struct ImportMeanings {
    let say: Speech
    let reading: ImportReading

    private static let mostOfText = 120
    /// No answer of a scale is longer; and a form with many has to fit.
    private static let mostBytes = 100
    private static let mostNames = 30

    var values: [String: Any] {
        let said = reading.choices.meanings
        let known = Set(said.map(\.text))
        let unknown = reading.account.unknownTexts.filter { !known.contains($0.text) }
        let open = unknown.filter { $0.text.utf8.count <= Self.mostBytes }
        // Numbers in their order, then what stands there most often.
        let all = Self.inOrder(
            said.map { (text: $0.text, item: $0.item, count: reading.account.count(of: $0.text), chosen: Optional($0)) }
                + open.map { (text: $0.text, item: $0.items.first ?? "", count: $0.count, chosen: nil) }
                + numbers(beside: open, known))
        let (usual, shown) = (usual, all.prefix(ImportChoices.mostMeanings - usual.count))
        return [
            "has_meanings": !all.isEmpty, "has_usual": !usual.isEmpty, "has_long": open.count < unknown.count,
            "has_numbers": all.contains { Int($0.text) != nil },
            "is_all_understood": unknown.isEmpty && !reading.account.items.isEmpty,
            "asks_meanings": !open.isEmpty, "splits": AnswerSplits(say: say, reading: reading).values,
            "meanings": shown.enumerated().map { number, one in
                choice(number, one.text, item: one.item, count: one.count, one.chosen)
            },
            "usual": usual.enumerated().map { number, one in
                let none = ImportChoices.Meaning(text: one.text, value: nil, item: one.items.first ?? "")
                let choice = choice(shown.count + number, one.text, item: none.item, count: one.count, none)
                return choice.merging(["usual_id": "meaning-usual-\(shown.count + number)"]) { $1 }
            },
            "no_answers": names(reading.account.noAnswerTexts.map { ($0.text, $0.count) }),
        ]
    }

    /// Words that count as no answer by themselves, and stand there so often that one may be an answer after all.
    private var usual: [FileAccount.Text] {
        let map = try? reading.choices.columnMap()
        let said = Set((map?.missing ?? []).map(ImportChoices.plain))
        return reading.account.noAnswerTexts.filter { text in
            text.text.contains(where: \.isLetter) && text.text.utf8.count <= Self.mostBytes
                && !said.contains(ImportChoices.plain(text.text)) && isOften(text)
        }
    }

    private func isOften(_ text: FileAccount.Text) -> Bool {
        let items = Set(text.items)
        let others = reading.account.items.filter { items.contains($0.item) }.reduce(0) { $0 + $1.answers + $1.unknown }
        return text.count * 100 > Self.seldomOfHundred * (others + text.count)
    }

    /// So many cells of a hundred are people who had no answer.
    private static let seldomOfHundred = 5

    private typealias Choice = (text: String, item: String, count: Int, chosen: ImportChoices.Meaning?)

    private static func inOrder(_ all: [Choice]) -> [Choice] {
        all.sorted { one, other in
            let (first, second) = (Int(one.text), Int(other.text))
            if let first, let second { return first < second }
            if first != nil || second != nil { return first != nil }
            return (other.count, one.text) < (one.count, other.text)
        }
    }

    /// Where a number is on no scale, the file counts otherwise, and its other numbers may mean something else as well.
    private func numbers(
        beside open: [FileAccount.Text], _ known: Set<String>
    ) -> [Choice] {
        let strange = open.first { Int($0.text) != nil }?.items.first
        let said = reading.choices.meanings.first { Int($0.text) != nil }?.item
        guard let item = strange ?? said, let values = scale(of: item)?.values.map(\.value) else { return [] }
        return values.filter { !known.contains("\($0)") }.compactMap { value in
            let meaning = ImportChoices.Meaning(text: "\(value)", value: value, item: item)
            let count = reading.account.count(of: "\(value)")
            // What nobody filled in needs no meaning.
            return count > 0 ? (text: "\(value)", item: item, count: count, chosen: meaning) : nil
        }
    }

    private func scale(of item: String) -> Scale? {
        let items = reading.instrument.items
        return (items.first { $0.id == item } ?? items.first).flatMap(reading.instrument.scale)
    }

    private func choice(
        _ number: Int, _ text: String, item: String, count: Int, _ chosen: ImportChoices.Meaning?
    ) -> [String: Any] {
        let scale = scale(of: item)
        return [
            "id": "meaning-\(number)", "text_id": "meaning-text-\(number)", "item_id": "meaning-item-\(number)",
            "text": text, "item": item, "label": say("import.example", ["text": text.shortened(to: Self.mostOfText)]),
            "told": count > 0 ? say.count("import.times", count) : say("import.times_none"), "is_open": chosen == nil,
            "is_none": chosen.map { $0.value == nil } ?? false, "usual_id": "",
            "options": (scale?.values ?? []).map { value in
                [
                    "value": "\(value.value)", "is_chosen": chosen?.value == value.value && chosen != nil,
                    "name": say(
                        "import.value", ["value": "\(value.value)", "label": value.label[say.language]]),
                ] as [String: Any]
            },
        ]
    }

    /// Each with how often it stands in the file.
    private func names(_ texts: [(text: String, count: Int)]) -> String {
        let shown = texts.prefix(Self.mostNames).map { text, count in
            say("import.example_times", ["text": text.shortened(to: Self.mostOfText), "count": "\(count)"])
        }
        guard !shown.isEmpty else { return "" }
        return say("import.no_answers", ["texts": shown.joined(separator: ", ")])
    }
}
