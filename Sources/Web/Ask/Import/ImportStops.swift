import Core
import Methods
import Surveys

/// What keeps a file from being carried out, each with the way to where it can be mended.
struct ImportStops {
    let say: Speech
    let reading: ImportReading
    /// A wave that counts the same answers.
    let same: Wave?

    /// So many columns are named one by one; more have the same cause.
    static let mostColumns = 3

    var all: [[String: String]] { openUnits + others }

    /// Nobody said whether a column holds the team that may: a wave without teams cannot get them later.
    private var openUnits: [[String: String]] {
        guard let heading = ImportUnits(say: say, reading: reading).open else { return [] }
        return [stop(say("import.stop.units", ["heading": heading]), at: "#units")]
    }

    private var others: [[String: String]] {
        switch reading.answers {
        case .failure(let problems):
            units + twoColumns
                + (refused.isEmpty ? problems.all.filter { !isToldApart($0) }.map(told) : refused)
        case .success: counted
        }
    }

    private func isToldApart(_ problem: Problem) -> Bool {
        SecondColumns.isTold(by: problem) || ImportUnits.isTold(by: problem)
    }

    /// A column of people that was chosen as the one of teams.
    private var units: [[String: String]] {
        ImportUnits(say: say, reading: reading).wrong.map { [stop($0, at: "#units")] } ?? []
    }

    /// Of what could be counted.
    private var counted: [[String: String]] {
        if let same {
            return [stop(say(say.problem(.hasSameAnswers(same))), at: Paths.wave(same.id))]
        }
        guard reading.figures?.areAllHidden != false else { return [] }
        return [stop(say(Wave.Refusal.tellsNothing.key), at: "#threshold")]
    }

    /// Whether one tick says it of all questions that have two columns.
    var asksAll: Bool { second.open.count > Self.mostColumns }

    /// The questions of which two columns say something else, and nobody said which counts.
    private var twoColumns: [[String: String]] {
        guard !asksAll else {
            let first = second.open.first?.item ?? ""
            return [stop(say("import.stop.many_two_columns"), at: "#" + ImportChoices.field(of: first))]
        }
        // Where both are called alike their letters tell them apart.
        let options = ColumnOptions(say: say, headings: reading.outline.headings)
        return second.open.map { question in
            let values = ["first": options.name(of: question.counted), "second": options.name(of: question.column)]
            return stop(say("import.stop.two_columns", values), at: "#" + ImportChoices.field(of: question.item))
        }
    }

    private var second: SecondColumns { SecondColumns(reading) }

    /// The columns of which too much was not understood.
    private var refused: [[String: String]] {
        let refused = reading.account.items.filter(\.isRefused)
        let order = refused.contains(where: \.isDisordered) ? [stop(say("import.stop.order"), at: "#meanings")] : []
        let columns = refused.filter { !$0.isDisordered }
        guard columns.count <= Self.mostColumns else {
            return order + [stop(say.count("import.stop.columns", columns.count), at: "#meanings")]
        }
        return order
            + columns.map { column in
                let question = reading.instrument.items.first { $0.id == column.item }?.wording[say.language]
                let values = [
                    "question": question ?? column.heading, "count": "\(column.unknown)",
                    "total": "\(column.unknown + column.answers)",
                ]
                return stop(say("import.stop.column", values), at: "#" + ImportChoices.field(of: column.item))
            }
    }

    /// Words of a command speak of a map, which whoever reads a page may not have.
    private func told(_ problem: Problem) -> [String: String] {
        let keys = ["files.no_column_matches": "no_column", "files.no_theme_is_whole": "no_theme"]
        let first = reading.instrument.items.first { reading.outline.columns[$0.id] == nil }
        let place = first.map { "#" + ImportChoices.field(of: $0.id) } ?? "#columns"
        return stop(keys[problem.key].map { say("import.stop.\($0)") } ?? say(problem), at: place)
    }

    private func stop(_ text: String, at path: String) -> [String: String] { ["path": path, "text": text.sentence] }
}
