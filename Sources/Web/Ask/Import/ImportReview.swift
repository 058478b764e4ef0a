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
    let today: Day
    /// A wave that counts the same answers.
    let same: Wave?

    private var choices: ImportChoices { reading.choices }

    var mayCarryOut: Bool { ImportStops(say: say, reading: reading, same: same).all.isEmpty }

    /// - Parameters:
    ///   - problems: what is wrong with what was typed.
    ///   - isChanged: whether something was chosen that nobody looked at yet.
    func page(_ problems: [ImportProblem] = [], isChanged: Bool = false) -> Page {
        let pack = reading.instrument.title[say.language]
        let stop = ImportStops(say: say, reading: reading, same: same)
        let stops = stop.all
        var values: [String: Any] = [
            "crumbs": [
                ["path": Paths.waves, "name": say("room.ask")], ["path": Paths.newImport, "name": say("import.here")],
            ],
            "here": say("import.review.here"), "heading": say("import.review.heading"),
            "lead": say("import.review.lead", ["file": choices.file, "pack": pack]), "who_sees": say("import.who_file"),
            "notice": isChanged ? say("import.review.is_changed") : "",
            "has_problems": !problems.isEmpty, "problems": problems.map(\.values),
            "can_fill": choices.canFill(reading.instrument), "has_stops": !stops.isEmpty, "stops": stops,
            "asks_all": stop.asksAll,
            "may_carry_out": stops.isEmpty, "path": Paths.importFile(id),
            "wave_path": Paths.importFile(id, "wave"), "removal_path": Paths.importFile(id, "removal"),
            "fields": fields(problems),
            "missing_field": field("missing", choices.missing.joined(separator: ", "), problems),
            "units": ImportUnits(say: say, reading: reading).values,
        ]
        values.merge(ImportColumns(say: say, reading: reading, problems: problems).values) { _, new in new }
        values.merge(ImportMeanings(say: say, reading: reading).values) { _, new in new }
        values.merge(account) { _, new in new }
        return Page("ask/import/review", room: .ask, values)
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
        let (outline, account) = (reading.outline, reading.account)
        var facts = [("encoding", outline.encoding.rawValue), ("delimiter", delimiter(outline.delimiter))]
        if account.rows > 0 { facts.append(("rows", "\(account.rows)")) }
        if account.rows > 0, account.unitsHeading != nil { facts.append(("no_unit", "\(account.rowsWithoutUnit)")) }
        var rest = account
        // This page tells which those are, and how to count them all the same.
        rest.remarks.removeAll { $0.key == "files.text_is_no_unit" }
        // So does the list of what texts mean: what was chosen there stands in no map.
        let chosen = Set(choices.meanings.map(\.text))
        rest.remarks.removeAll {
            $0.key == "files.map_changes_a_number" && (choices.map.isEmpty || chosen.contains($0.values["text"] ?? ""))
        }
        // And so do the questions of their second columns.
        rest.remarks.removeAll(where: SecondColumns.isToldBeside)
        let told = FileTelling(rest, instrument: reading.instrument, say: say)
        return [
            "facts": facts.map { ["name": say("import.fact.\($0.0)"), "text": $0.1] },
            "contrary": told.contrary.map(\.sentence), "remarks": told.assumed.map(\.sentence),
            // As long as two questions have one column, a question seems to lack that has one.
            "lost": choices.doubles(reading.instrument).isEmpty ? told.lacking.map(\.sentence) : [],
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

extension String {
    /// With a full stop behind it, unless a sign ends it already.
    var sentence: String { last.map { ".?…:".contains($0) } == true ? self : self + "." }
}
