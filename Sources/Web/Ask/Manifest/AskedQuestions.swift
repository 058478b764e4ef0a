import Core
import Methods
import Surveys

/// Everything that a questionnaire asks, part by part, for whoever agrees to it.
struct AskedQuestions {
    let instrument: Instrument
    let isResearch: Bool
    let say: Speech

    var values: [[String: Any]] { groups + themes + open + background }

    private var themes: [[String: Any]] {
        instrument.themes.map { theme in
            let who = say.who(gets: theme, of: instrument, in: "manifest")
            return part(theme.name[say.language] + who, theme.items.map { $0.wording[say.language] })
        }
    }

    /// What kind of work somebody does, where that decides what they are asked.
    private var groups: [[String: Any]] {
        guard !instrument.staffGroups.isEmpty else { return [] }
        let names = instrument.staffGroups.map { $0.name[say.language] }
        return [part(say("answer.staff_group_part"), [line(say("answer.staff_group"), names)])]
    }

    private var open: [[String: Any]] {
        guard !instrument.openQuestions.isEmpty else { return [] }
        return [part(say("answer.open_part"), instrument.openQuestions.map { $0.wording[say.language] })]
    }

    private var background: [[String: Any]] {
        guard isResearch, !instrument.background.isEmpty else { return [] }
        let lines = instrument.background.map { question in
            line(question.wording[say.language], question.answers.map { $0.label[say.language] })
        }
        return [part(say("answer.background_part"), lines)]
    }

    private func line(_ question: String, _ answers: [String]) -> String {
        "\(question) (\(answers.joined(separator: ", ")))"
    }

    private func part(_ name: String, _ items: [String]) -> [String: Any] { ["name": name, "items": items] }
}
