import Core
import Disclosure
import Methods
import Surveys

/// Which column holds which question: those that were found, those to choose, and those that nothing is read from.
struct ImportColumns {
    let say: Speech
    let reading: ImportReading
    let problems: [ImportProblem]

    private static let mostOfHeading = 90
    private static let mostNames = 40

    private var headings: [String] { reading.choices.headings }
    private var outline: FileOutline { reading.outline }

    var values: [String: Any] {
        let left = outline.left.map(heading)
        let rest = left.count - Self.mostNames
        return [
            "found": found, "open": reading.open.map(choice), "has_open": !reading.open.isEmpty,
            "found_count": say.count("import.found", outline.columns.count),
            "left": left.prefix(Self.mostNames).map { ["name": $0] }, "has_left": !left.isEmpty,
            "left_more": rest > 0 ? say.count("import.left_more", rest) : "",
        ]
    }

    private func heading(_ place: Int) -> String { headings[place].shortened(to: Self.mostOfHeading) }

    /// In the order of the questionnaire: hr sees at a glance whether question and column are the same.
    private var found: [[String: String]] {
        let account = (try? reading.answers.get())?.account
        let told = Dictionary((account?.items ?? []).map { ($0.item, $0) }) { first, _ in first }
        return reading.instrument.items.compactMap { item in
            guard let column = outline.columns[item.id] else { return nil }
            let own = told[item.id]
            return [
                "question": item.wording[say.language], "column": heading(column),
                "answers": own.map { "\($0.answers)" } ?? say("import.not_counted"),
                "unknown": own.map(unknown) ?? "",
            ]
        }
    }

    /// How many cells were not understood, with a few of them: who reads this holds the file.
    private func unknown(_ column: FileAccount.Column) -> String {
        guard column.unknown > 0 else { return "" }
        let found = column.examples.map { say("import.example", ["text": $0]) }
        return say("import.unknown", ["count": "\(column.unknown)", "found": found.joined(separator: ", ")])
    }

    private func choice(_ item: Item) -> [String: Any] {
        let field = ImportChoices.field(of: item.id)
        let chosen = reading.choices.columns[item.id]
        let wrong = problems.first { $0.field == field }?.text.besideField
        let places = (outline.left + [chosen].compactMap(\.self)).sorted()
        return [
            "id": field, "label": item.wording[say.language], "wrong": wrong ?? false, "is_chosen": chosen == nil,
            "options": Self.unique(places).map { option($0, isChosen: $0 == chosen) },
        ]
    }

    private func option(_ place: Int, isChosen: Bool) -> [String: Any] {
        ["value": "\(place)", "name": heading(place), "is_chosen": isChosen]
    }

    private static func unique(_ places: [Int]) -> [Int] {
        places.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
}

/// In which column the team stands, and which teams that gives.
struct ImportUnits {
    let say: Speech
    let reading: ImportReading
    let organisation: Organisation
    let threshold: Int

    private static let mostNames = 60
    private static let mostOfHeading = 90

    var values: [String: Any] {
        let chosen = reading.choices.units
        let places = (reading.outline.left + [chosen].compactMap(\.self)).sorted()
        return [
            "is_none": chosen == nil,
            "options": places.enumerated().filter { $0.offset == 0 || places[$0.offset - 1] != $0.element }.map {
                [
                    "value": "\($0.element)",
                    "name": reading.choices.headings[$0.element].shortened(to: Self.mostOfHeading),
                    "is_chosen": $0.element == chosen,
                ] as [String: Any]
            },
        ].merging(told) { $1 }
    }

    private var told: [String: Any] {
        guard let answers = try? reading.answers.get(),
            let report = try? FileReport(answers, whole: organisation.name, threshold: threshold, isExact: false).report
        else { return ["names": [] as [Any], "has_names": false, "more": "", "lines": [] as [String]] }
        let hidden = report.below.count(where: report.isHidden)
        let rest = report.below.count - Self.mostNames
        let count = report.respondents(of: 0).map { "\(Int($0.value))" } ?? "0"
        var lines = [say("import.respondents", ["count": count])]
        if report.isHidden(0) { lines.append(say("import.nothing_shown", ["threshold": "\(threshold)"])) }
        if !report.below.isEmpty {
            lines.append(say.count("import.teams", report.below.count))
            lines.append(say.count(hidden == 0 ? "import.none_hidden" : "import.hidden", hidden))
        }
        return [
            "names": report.below.prefix(Self.mostNames).map { ["name": name($0, of: report)] },
            "has_names": !report.below.isEmpty, "lines": lines,
            "more": rest > 0 ? say.count("import.left_more", rest) : "",
        ]
    }

    private func name(_ group: Int, of report: Report) -> String {
        report.path(to: group).dropFirst().map { say.name(of: report.groups[$0]) }.joined(
            separator: Core.Unit.separator)
    }
}

extension String {
    /// No longer than this many letters, and on one line. Programs put the same text before many questions: what tells
    /// them apart stands at the end.
    func shortened(to most: Int) -> String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > most else { return line.isolated }
        return (line.prefix(most / 3) + "…" + line.suffix(most - most / 3 - 1)).description.isolated
    }
}
