import Core
import Methods
import Surveys

/// How the answers of a file are divided as it is read now, scale by scale: whether labels stand the right way round and
/// nothing much went to no answer is seen here, before anything is stored.
struct AnswerSplits {
    let say: Speech
    let reading: ImportReading

    var values: [[String: Any]] {
        reading.instrument.scales.compactMap { scale in
            let items = reading.instrument.items.filter { $0.scale == scale.id }.map(\.id)
            let columns = reading.account.items.filter { items.contains($0.item) }
            guard !columns.isEmpty else { return nil }
            let assumed = assumed(scale, items)
            return [
                "rows": rows(scale, columns), "questions": say.count("import.split.questions", columns.count),
                "has_numbers": !assumed.isEmpty, "assumed": assumed,
                "is_turned": reading.choices.isTurned(scale, reading.instrument),
                "turn": ImportChoices.turn(of: scale.id, isScale: true),
                "turn_shown": ImportChoices.turnShown(of: scale.id, isScale: true),
            ]
        }
    }

    /// Which way round numbers are read: nothing in a file of numbers alone says so. Questions that were turned by
    /// themselves say nothing of the scale.
    private func assumed(_ scale: Scale, _ items: [String]) -> String {
        let isTurned = reading.choices.isTurned(scale, reading.instrument)
        let numbers = reading.account.numbers(
            of: Set(items.filter { reading.choices.turned.contains($0) == isTurned }))
        guard let low = numbers.first, let high = numbers.last, low.number < high.number else { return "" }
        return say(
            "import.split.assumed",
            [
                "low": "\(low.number)", "low_label": label(low.value, scale),
                "high": "\(high.number)", "high_label": label(high.value, scale),
            ])
    }

    private func label(_ value: Int, _ scale: Scale) -> String {
        scale.values.first { $0.value == value }?.label[say.language] ?? "\(value)"
    }

    private func rows(_ scale: Scale, _ columns: [FileAccount.Column]) -> [[String: String]] {
        let counts = scale.values.indices.map { place in columns.reduce(0) { $0 + $1.counts[place] } }
        let rest = columns.count * reading.account.rows - counts.reduce(0, +)
        let names = scale.values.map { value in
            say("import.value", ["value": "\(value.value)", "label": value.label[say.language]])
        }
        let unknown = columns.reduce(0) { $0 + $1.unknown }
        let last = [(say("import.is_no_answer"), rest - unknown), (say("import.not_understood"), unknown)]
        return (Array(zip(names, counts)) + last.prefix(unknown > 0 ? 2 : 1)).map { name, count in
            ["name": name, "told": told(count, of: max(1, columns.count * reading.account.rows))]
        }
    }

    private func told(_ count: Int, of all: Int) -> String {
        say("import.split.share", ["count": "\(count)", "percent": "\((count * 200 + all) / (all * 2))"])
    }
}
