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
        return [
            "has_meanings": !all.isEmpty, "has_long": open.count < unknown.count,
            "has_numbers": all.contains { Int($0.text) != nil },
            "is_all_understood": unknown.isEmpty && !reading.account.items.isEmpty,
            "asks_meanings": !open.isEmpty, "splits": AnswerSplits(say: say, reading: reading).values,
            "meanings": all.prefix(ImportChoices.mostMeanings).enumerated().map { number, one in
                choice(number, one.text, item: one.item, count: one.count, one.chosen)
            },
            "no_answers": names(reading.account.noAnswerTexts.map { ($0.text, $0.count) }),
        ]
    }

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
        return values.filter { !known.contains("\($0)") }.map { value in
            let meaning = ImportChoices.Meaning(text: "\(value)", value: value, item: item)
            return (text: "\(value)", item: item, count: reading.account.count(of: "\(value)"), chosen: meaning)
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
            "told": count > 0 ? say.count("import.times", count) : "", "is_open": chosen == nil,
            "is_none": chosen.map { $0.value == nil } ?? false,
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
