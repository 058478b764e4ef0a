import Core
import Methods

extension ColumnMap {
    /// Refuses what contradicts itself or the questionnaire.
    func check(for instrument: Instrument, units: String?) throws(Problems) {
        let items = Set(instrument.items.map(\.id))
        let known = instrument.staffGroups.isEmpty ? items : items.union([Submission.staffGroup])
        var problems = columns.filter { !known.contains($0.item) }.map {
            Problem("files.map_item_is_unknown", ["item": $0.item, "heading": $0.heading])
        }
        problems += turned.filter { !items.contains($0) }.map {
            Problem("files.map_item_is_unknown", ["item": $0, "heading": "turned"])
        }
        if let units = (units ?? self.units).map(LooseText.init) {
            problems += columns.filter { $0.line > 0 && LooseText($0.heading) == units }.map {
                Problem("files.map_heading_is_units", ["item": $0.item, "heading": $0.heading])
            }
        }
        let missing = Set(missing.map(LooseText.init))
        for (text, value) in answers.sorted(by: { $0.key < $1.key }) {
            let values = ["text": text, "value": "\(value)"]
            if missing.contains(LooseText(text)) { problems.append(Problem("files.map_answer_is_missing", values)) }
            if !instrument.scales.contains(where: { ($0.minimum...$0.maximum).contains(value) }) {
                problems.append(Problem("files.map_answer_is_on_no_scale", values))
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
    }
}
