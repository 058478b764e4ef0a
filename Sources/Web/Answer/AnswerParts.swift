import Core
import Disclosure
import Methods
import Surveys

/// The questions as parts of the form, in order: what kind of work, the themes, open questions, background.
struct AnswerParts {
    let instrument: Instrument
    let isResearch: Bool
    let threshold: Int
    let say: Speech
    /// What somebody sent without JavaScript, when the page comes back to them.
    let typed: Form?

    private static let secondsPerItem = 11
    private static let itemsPerPart = 6

    private struct Part {
        let name: String
        let short: String
        let lead: String
        let items: [[String: Any]]
        var note = ""
        var only: [String: Any]?
    }

    /// What each part's template shows.
    var values: [[String: Any]] {
        let parts = groups + instrument.themes.flatMap(parts) + open + background
        let counts = parts.map(\.items.count)
        return parts.enumerated().map { place, part in
            let left = counts[place...].reduce(0, +) * Self.secondsPerItem
            let minutes = max(1, (left + 30) / 60)
            let share = Double(place) / Double(parts.count) * 98 + 1
            return [
                "number": place + 1, "name": part.name, "short": part.short, "lead": part.lead, "note": part.note,
                "progress": say("answer.progress", ["number": "\(place + 1)", "total": "\(parts.count)"]),
                "remaining": minutes == 1
                    ? say("answer.remaining_one") : say("answer.remaining", ["minutes": "\(minutes)"]),
                "track": "\((share * 100).rounded() / 100)%", "items": part.items, "only": part.only ?? false,
            ]
        }
    }

    /// How many questions somebody gets at most.
    var questions: Int {
        instrument.items.count + instrument.openQuestions.count + (isResearch ? instrument.background.count : 0)
    }

    /// A theme, cut where it has more items than a page takes.
    private func parts(_ theme: Theme) -> [Part] {
        stride(from: 0, to: theme.items.count, by: Self.itemsPerPart).map { start in
            Part(
                name: theme.name[say.language], short: theme.short[say.language], lead: theme.lead[say.language],
                items: theme.items.dropFirst(start).prefix(Self.itemsPerPart).map(closed), note: note(on: theme),
                only: only(theme))
        }
    }

    private func note(on theme: Theme) -> String {
        guard let least = theme.wholeFrom else { return "" }
        let count = ["count": "\(max(least, threshold))"]
        return say(theme.isSensitive ? "answer.sensitive" : "answer.branch", count)
    }

    /// On which answers to which field a part depends, for the script, and the same in words where there is none.
    private func only(_ theme: Theme) -> [String: Any]? {
        let text = say.who(gets: theme, of: instrument, in: "answer")
        if let condition = theme.onlyIf {
            let answers = condition.answers.map(String.init).joined(separator: " ")
            return ["field": condition.item, "answers": answers, "text": text]
        }
        guard !theme.onlyFor.isEmpty else { return nil }
        return ["field": Submission.staffGroup, "answers": theme.onlyFor.joined(separator: " "), "text": text]
    }

    private var groups: [Part] {
        guard !instrument.staffGroups.isEmpty else { return [] }
        let options = instrument.staffGroups.map { ($0.id, $0.name[say.language]) }
        let item = item(Submission.staffGroup, say("answer.staff_group"), options)
        return [
            Part(
                name: say("answer.staff_group_part"), short: say("answer.staff_group_part"),
                lead: say("answer.staff_group_lead"), items: [item])
        ]
    }

    private var open: [Part] {
        guard !instrument.openQuestions.isEmpty else { return [] }
        let items = instrument.openQuestions.map { question in
            [
                "id": question.id, "wording": question.wording[say.language], "is_text": true,
                "text": typed?[question.id] ?? "", "longest": Submission.longestText,
            ] as [String: Any]
        }
        let name = say("answer.open_part")
        return [
            Part(name: name, short: name, lead: say("answer.open_lead"), items: items, note: say("answer.open_note"))
        ]
    }

    private var background: [Part] {
        guard isResearch, !instrument.background.isEmpty else { return [] }
        let items = instrument.background.map { question in
            let options = question.answers.enumerated().map { ("\($0.offset)", $0.element.label[say.language]) }
            return item(question.id, question.wording[say.language], options)
        }
        let name = say("answer.background_part")
        return [Part(name: name, short: name, lead: say("answer.background_lead"), items: items)]
    }

    private func closed(_ item: Item) -> [String: Any] {
        let values = instrument.scale(of: item)?.values ?? []
        return self.item(item.id, item.wording[say.language], values.map { ("\($0.value)", $0.label[say.language]) })
    }

    private func item(_ id: String, _ wording: String, _ options: [(value: String, label: String)]) -> [String: Any] {
        let chosen = typed?[id]
        return [
            "id": id, "wording": wording, "is_text": false, "none_checked": typed?.has(id) == true && chosen == "",
            "options": options.map {
                ["value": $0.value, "label": $0.label, "checked": chosen == $0.value] as [String: Any]
            },
        ]
    }
}
