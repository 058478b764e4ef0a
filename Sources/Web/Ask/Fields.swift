import Core
import Surveys

/// Makes fields ready for a template: what was typed, and what is wrong with it.
struct Fields {
    let say: Speech
    var problems = FieldProblems()
    /// Whether the wave is research, of which nothing is told about teams.
    var isResearch = false
    /// Why a choice, by its value, leads nowhere today.
    var refused: [String: Permission.Refusal] = [:]

    /// Label and hint are the words `ask.field.NAME` and `ask.hint.NAME`, or those of `hint`.
    func text(_ name: String, _ value: String, isNumber: Bool = false, hint: String? = nil) -> [String: Any] {
        let wrong = problems.key(at: name).map { say($0).besideField }
        return [
            "id": name, "label": say("ask.field.\(name)"), "value": value, "number": isNumber,
            "hint": say("ask.hint.\(hint ?? name)"), "wrong": wrong ?? false,
            "described": "\(name)-hint" + (wrong == nil ? "" : " \(name)-wrong"),
        ]
    }

    func choices(_ name: String, chosen: String, _ options: [Choice]) -> [String: Any] {
        let wrong = problems.key(at: name).map { say($0).besideField }
        return [
            "id": name, "label": say("ask.field.\(name)"), "wrong": wrong ?? false,
            "options": options.enumerated().map { place, option in
                [
                    // The summary of problems leads to the first choice.
                    "choice": place == 0 ? name : "\(name)-\(option.value)", "name": name, "value": option.value,
                    "label": option.label, "notes": option.notes, "checked": option.value == chosen,
                    "notes_id": option.notes.isEmpty ? false : "\(name)-\(option.value)-notes",
                ] as [String: Any]
            },
        ]
    }

    /// The problems as links to their fields, for the top of the page.
    var summary: [[String: String]] { problems.all.map { ["field": $0.field, "text": say($0.key)] } }

    struct Choice {
        let value: String
        let label: String
        var notes: [String] = []
    }
}
