import Core
import Methods
import Surveys

/// A small questionnaire whose questions have words, and files of answers to it.
enum Taken {
    static let words = FileWords(
        none: ["geen antwoord", "n.v.t", "na", "geen mening"], opinions: ["geen mening"],
        totals: ["totaal", "subtotaal", "gem.", "gemiddeld"],
        statistics: [
            .mean: ["m", "mean"], .deviation: ["sd", "std. deviation", "standaardafwijking"], .variance: ["variance"],
            .count: ["n"], .minimum: ["min"], .maximum: ["max"], .other: ["25%", "skewness"],
        ])

    static let instrument: Instrument = {
        let labels = ["Nooit", "Zelden", "Soms", "Vaak", "Altijd"]
        let scale = Scale(
            id: "often",
            values: zip(labels, [Scale.Kind.unfavourable, .unfavourable, .neutral, .favourable, .favourable])
                .enumerated().map { Scale.Value($0 + 1, $1.1, LocalText(nl: $1.0, en: "value \($0 + 1)")) })
        func item(_ id: String, _ text: String, isReversed: Bool = false) -> Item {
            Item(id: id, revision: 1, wording: LocalText(nl: text, en: id), scale: "often", isReversed: isReversed)
        }
        func theme(_ id: String, _ items: [Item]) -> Theme {
            Theme(
                id: id, name: LocalText(nl: id, en: id), caption: nil, lead: LocalText([:]), items: items,
                answeredShare: 0.5, isOutcome: false, lowerIsBetter: false)
        }
        let support = [item("help", "Iemand helpt mij."), item("alone", "Ik sta er alleen voor.", isReversed: true)]
        return Instrument(
            id: "taken", version: "1", hash: "", languages: [.dutch, .english], title: LocalText([:]),
            why: LocalText([:]), minutes: 1, scales: [scale],
            themes: [theme("support", support), theme("joy", [item("joy", "Ik werk hier met plezier.")])])
    }()

    /// Beside the question about joy one from 0 to 10.
    static let withTen: Instrument = {
        let ten = Scale(
            id: "ten", values: (0...10).map { Scale.Value($0, .neutral, LocalText(nl: "\($0) van tien", en: "\($0)")) })
        let item = Item(
            id: "enps", revision: 1, wording: LocalText(nl: "Raad je ons aan?", en: "enps"), scale: "ten",
            isReversed: false)
        let theme = Theme(
            id: "enps", name: LocalText(nl: "enps", en: "enps"), caption: nil, lead: LocalText([:]), items: [item],
            answeredShare: 0.5, isOutcome: false, lowerIsBetter: false)
        return Instrument(
            id: "ten", version: "1", hash: "", languages: [.dutch, .english], title: LocalText([:]),
            why: LocalText([:]), minutes: 1, scales: instrument.scales + [ten],
            themes: instrument.themes.suffix(1) + [theme])
    }()

    static func read(_ text: String, _ map: ColumnMap = .none, units: String? = nil) throws(Problems) -> FileAnswers {
        try FileAnswers(
            Array(text.utf8), name: "a.csv", of: instrument, map: map, units: units, words: words)
    }

    static func look(
        _ text: String, _ map: ColumnMap = .none, chosen: ColumnChoice = ColumnChoice()
    ) throws(Problems) -> FileLook {
        try FileLook(Array(text.utf8), name: "a.csv", of: instrument, map: map, chosen: chosen, words: words)
    }

    static func keys(_ text: String, _ map: ColumnMap = .none, units: String? = nil) -> [String] {
        do {
            return try read(text, map, units: units).account.remarks.map(\.key)
        } catch {
            return error.all.map(\.key)
        }
    }
}
