import Core
import Files
import Methods
import Store
import Surveys

/// What was understood of a file, before anything is stored, and what somebody can still choose.
struct ImportReview {
    let say: Speech
    let reading: ImportReading
    let id: ImportFile.ID
    let organisation: Organisation
    let today: Day

    private var choices: ImportChoices { reading.choices }
    private var answers: FileAnswers? { try? reading.answers.get() }

    /// - Parameters:
    ///   - problems: what is wrong with what was typed.
    ///   - isChanged: whether something was chosen that nobody looked at yet.
    func page(_ problems: [ImportProblem] = [], isChanged: Bool = false) -> Page {
        let pack = reading.instrument.title[say.language]
        var values: [String: Any] = [
            "crumbs": [
                ["path": Paths.waves, "name": say("room.ask")], ["path": Paths.newImport, "name": say("import.here")],
            ],
            "here": say("import.review.here"), "heading": say("import.review.heading"),
            "lead": say("import.review.lead", ["file": choices.file, "pack": pack]), "who_sees": say("import.who_file"),
            "notice": isChanged ? say("import.review.is_changed") : "",
            "has_problems": !problems.isEmpty, "problems": problems.map(\.values), "stops": stops,
            "may_carry_out": answers != nil, "path": Paths.importFile(id),
            "wave_path": Paths.importFile(id, "wave"), "removal_path": Paths.importFile(id, "removal"),
            "fields": fields(problems),
            "missing_field": field("missing", choices.missing.joined(separator: ", "), problems),
        ]
        values.merge(ImportColumns(say: say, reading: reading, problems: problems).values) { _, new in new }
        values.merge(account) { _, new in new }
        values["units"] =
            ImportUnits(
                say: say, reading: reading, organisation: organisation,
                threshold: choices.chosenThreshold ?? Wave.threshold
            ).values
        return Page("ask/import/review", room: .ask, values)
    }

    /// Why nothing can be stored yet.
    private var stops: [String] {
        guard case .failure(let problems) = reading.answers else { return [] }
        return problems.all.prefix(8).map { say($0) }
    }

    private func fields(_ problems: [ImportProblem]) -> [[String: Any]] {
        [
            field("title", choices.title, problems, hint: "import_title"), field("held", choices.held, problems),
            field("threshold", choices.threshold, problems, hint: "import_threshold", isNumber: true),
        ]
    }

    private func field(
        _ name: String, _ value: String, _ problems: [ImportProblem], hint: String? = nil, isNumber: Bool = false
    ) -> [String: Any] {
        let wrong = problems.first { $0.field == name }?.text.besideField
        let plain = Fields(say: say).text(name, value, isNumber: isNumber, hint: hint)
        return plain.merging([
            "wrong": wrong ?? false, "described": "\(name)-hint" + (wrong == nil ? "" : " \(name)-wrong"),
        ]) { $1 }
    }

    /// Letters, signs and rows: what was read, and what was left out and why.
    private var account: [String: Any] {
        let outline = reading.outline
        var facts = [("encoding", outline.encoding.rawValue), ("delimiter", delimiter(outline.delimiter))]
        if let answers {
            facts.append(("rows", "\(answers.account.rows)"))
            if answers.account.unitsHeading != nil { facts.append(("no_unit", "\(answers.account.rowsWithoutUnit)")) }
        }
        let told = answers.map { FileTelling($0.account, instrument: reading.instrument, say: say) }
        return [
            "facts": facts.map { ["name": say("import.fact.\($0.0)"), "text": $0.1] },
            "remarks": told?.assumed ?? [], "lost": told?.lacking ?? [],
        ]
    }

    private func delimiter(_ sign: Character) -> String {
        switch sign {
        case ";": say("import.sign.semicolon")
        case ",": say("import.sign.comma")
        case "\t": say("files.tab")
        default: String(sign)
        }
    }
}
