import Core
import Disclosure
import Methods
import Surveys

/// In which column the team stands, which teams that gives, and what in it is none.
struct ImportUnits {
    let say: Speech
    let reading: ImportReading

    private static let mostNames = 60

    /// What may be the column of the team, where nobody chose.
    var open: String? { reading.choices.mayBeUnits?.shortened(to: Self.mostNames) }

    private var threshold: Int { reading.choices.chosenThreshold ?? Wave.threshold }

    /// Whether a problem is one of the column that was chosen.
    static func isTold(by problem: Problem) -> Bool {
        ["files.units_are_addresses", "files.units_are_people"].contains(problem.key)
    }

    /// What is wrong with the column that was chosen.
    var wrong: String? {
        guard case .failure(let problems) = reading.answers else { return nil }
        return problems.all.first(where: Self.isTold).map { say($0.key, $0.values) }
    }

    var values: [String: Any] {
        let chosen = reading.choices.units
        return [
            "wrong": wrong?.besideField ?? false,
            "described": (["units-hint"] + (open == nil ? [] : ["units-open"]) + (wrong == nil ? [] : ["units-wrong"]))
                .joined(separator: " "),
            "is_none": chosen == nil && open == nil, "is_open": open != nil, "open": ImportChoices.open,
            "may_be": open.map { say("import.units_open", ["heading": $0]) } ?? "",
            "options": ColumnOptions(say: say, headings: reading.outline.headings).all(chosen: chosen),
            "has_all": chosen != nil && (reading.choices.hasEveryUnit || !reading.account.noUnitTexts.isEmpty),
            "is_all": reading.choices.hasEveryUnit, "no_units": noUnits, "has_teams": hasTeams,
        ].merging(told) { $1 }
    }

    /// Whether the wave has teams; as long as nothing could be counted, whether it may come to have some.
    private var hasTeams: Bool {
        reading.choices.units != nil && reading.report.map { !$0.below.isEmpty } ?? true
    }

    /// Texts that stand where a team stands, and were taken for none.
    private var noUnits: String {
        let texts = reading.account.noUnitTexts.prefix(Self.mostNames).map {
            say("import.example", ["text": $0.shortened(to: Self.mostNames)])
        }
        return texts.isEmpty ? "" : say("import.no_unit_texts", ["texts": texts.joined(separator: ", ")])
    }

    private var told: [String: Any] {
        guard let report = reading.report else {
            return ["names": [] as [Any], "has_names": false, "more": "", "lines": [] as [String]]
        }
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
