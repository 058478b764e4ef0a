import Core
import Methods
import Surveys

/// Everything that a questionnaire asks, part by part, for whoever agrees to it.
struct AskedQuestions {
    let instrument: Instrument
    let isResearch: Bool
    let say: Speech

    var values: [[String: Any]] { themes + open + background }

    private var themes: [[String: Any]] {
        instrument.themes.map { theme in
            part(theme.name[say.language] + who(gets: theme), theme.items.map { $0.wording[say.language] })
        }
    }

    /// Behind the name of a theme that not everybody gets.
    private func who(gets theme: Theme) -> String {
        if let condition = theme.onlyIf, let item = instrument.items.first(where: { $0.id == condition.item }) {
            return say("manifest.only_if", ["question": item.wording[say.language]])
        }
        guard !theme.onlyFor.isEmpty else { return "" }
        let groups = instrument.staffGroups.filter { theme.onlyFor.contains($0.id) }.map { $0.name[say.language] }
        return say("manifest.only_for", ["groups": groups.joined(separator: ", ")])
    }

    private var open: [[String: Any]] {
        guard !instrument.openQuestions.isEmpty else { return [] }
        return [part(say("answer.open_part"), instrument.openQuestions.map { $0.wording[say.language] })]
    }

    private var background: [[String: Any]] {
        guard isResearch, !instrument.background.isEmpty else { return [] }
        let lines = instrument.background.map { question in
            let answers = question.answers.map { $0.label[say.language] }.joined(separator: ", ")
            return "\(question.wording[say.language]) (\(answers))"
        }
        return [part(say("answer.background_part"), lines)]
    }

    private func part(_ name: String, _ items: [String]) -> [String: Any] { ["name": name, "items": items] }
}
