import Core
import Methods
import Surveys

/// One thing that is wrong with a file or with what was typed beside it, in words, at its field.
struct ImportProblem: Equatable, Sendable {
    let field: String
    let text: String

    var values: [String: String] { ["field": field, "text": text] }
}

/// Everything that keeps a file from being looked at.
struct ImportProblems: Error {
    let all: [ImportProblem]
}

extension ImportReading {
    /// The columns that were chosen for two things at once.
    func doubleProblems(_ say: Speech) -> [ImportProblem] {
        choices.doubles(instrument).map { item, other in
            let text =
                other.map { say("import.column_is_taken", ["other": $0.wording[say.language]]) }
                ?? say("import.column_is_of_units")
            return ImportProblem(field: ImportChoices.field(of: item.id), text: text)
        }
    }

    /// What the wave is to be called, when it was held and from how many answers a group is told; or what is wrong
    /// with that, field by field.
    func wish(on today: Day, _ say: Speech) -> (wish: ImportedWave.Wish?, problems: [ImportProblem]) {
        var problems = doubleProblems(say)
        func add(_ refusal: Wave.Refusal, _ field: String) {
            problems.append(ImportProblem(field: field, text: say(refusal.key)))
        }
        let (title, day) = (choices.title.trimmed, Day(choices.held.trimmed))
        if title.isEmpty { add(.titleIsEmpty, "title") }
        if !title.isName(upTo: Wave.longestTitle) { add(.titleIsTooLong, "title") }
        if day == nil { add(.dayIsNoDay, "held") }
        if let day, day > today { add(.heldInTheFuture, "held") }
        if choices.chosenThreshold == nil { add(.thresholdIsOutside, "threshold") }
        guard problems.isEmpty, let day, let threshold = choices.chosenThreshold else { return (nil, problems) }
        return (ImportedWave.Wish(title: title, heldUntil: day, threshold: threshold), [])
    }
}
