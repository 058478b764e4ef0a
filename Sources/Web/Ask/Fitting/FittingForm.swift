import Core
import Methods

/// Which themes hr keeps, and what it asks of its own, as it was typed.
struct FittingForm {
    /// One row: the question that it was, and its words.
    struct Row {
        var id = ""
        var dutch = ""
        var english = ""
        var isReversed = false

        var isEmpty: Bool { dutch.trimmed.isEmpty && english.trimmed.isEmpty }
    }

    let kept: Set<String>
    let rows: [Row]

    init(_ form: Form) {
        kept = Set(form.all("theme"))
        rows = (1...Tailoring.mostOwn).map {
            Row(
                id: form["own-id-\($0)"], dutch: form["own-nl-\($0)"], english: form["own-en-\($0)"],
                isReversed: form.has("own-against-\($0)"))
        }
    }

    init(_ instrument: Instrument) {
        let now = Tailoring(of: instrument)
        kept = now.kept
        let asked = now.own.prefix(Tailoring.mostOwn).map {
            Row(
                id: $0.id ?? "", dutch: $0.wording[.dutch], english: $0.wording.texts[.english] ?? "",
                isReversed: $0.isReversed)
        }
        rows = asked + Array(repeating: Row(), count: Tailoring.mostOwn - asked.count)
    }

    /// Row by row what is wrong; then what is to be made.
    func tailoring() throws(FieldProblems) -> Tailoring {
        var problems = FieldProblems()
        if kept.isEmpty { problems.add(Tailoring.Refusal.hasNoTheme, at: "themes") }
        var own: [Tailoring.OwnItem] = []
        for (number, row) in rows.enumerated() where !row.isEmpty {
            let wording = LocalText(nl: row.dutch.trimmed, en: row.english.trimmed)
            for fault in Tailoring.faults(of: wording) {
                problems.add(fault.refusal, at: "own-\(fault.language.rawValue)-\(number + 1)")
            }
            if own.contains(where: { $0.wording == wording }) {
                problems.add(Tailoring.Refusal.isDouble, at: "own-nl-\(number + 1)")
            }
            own.append(.init(id: row.id.isEmpty ? nil : row.id, wording: wording, isReversed: row.isReversed))
        }
        try problems.throwIfAny()
        return Tailoring(kept: kept, own: own)
    }
}
