import Core

/// Puts an instrument together from drafts without findings.
struct Assembly {
    let method: MethodDraft
    let questions: QuestionsDraft
    let scoring: ScoringDraft
    let words: [WordsDraft]
    let hash: String

    func instrument() -> Instrument {
        Instrument(
            id: method.id, version: method.version, hash: hash, languages: method.languages,
            title: text { $0.texts["title"] }, why: text { $0.texts["why"] },
            intro: optional { $0.texts["intro"] }, about: text { $0.texts["about"] },
            licence: method.licence, isValidated: method.isValidated,
            minutes: method.minutes, help: method.help,
            scales: (scoring.scales ?? []).map(scale), themes: questions.themes.map(theme),
            staffGroups: questions.staffGroups.map { group in
                StaffGroup(id: group.value, name: text { $0.staffGroups?.value[group.value] })
            },
            openQuestions: questions.open.map(open), background: questions.background.map(background),
            highlights: scoring.highlights, origin: method.origin)
    }

    private func open(_ draft: AskedDraft) -> OpenQuestion {
        OpenQuestion(
            id: draft.id.value, revision: draft.revision, wording: text { $0.open?.value[draft.id.value] })
    }

    private func background(_ draft: AskedDraft) -> BackgroundQuestion {
        func word(_ key: String) -> (WordsDraft) -> Located<String?>? {
            { $0.background?.value[draft.id.value]?.value[key] }
        }
        return BackgroundQuestion(
            id: draft.id.value, revision: draft.revision, wording: text(word(WordsReading.question)),
            answers: draft.answers.map { BackgroundQuestion.Answer(id: $0.value, label: text(word($0.value))) })
    }

    private func scale(_ draft: ScaleDraft) -> Scale {
        let values = (draft.values ?? []).map { answer in
            Scale.Value(answer.value, answer.kind, text { $0.scales?.value[draft.id.value]?.value["\(answer.value)"] })
        }
        return Scale(id: draft.id.value, values: values)
    }

    private func theme(_ draft: ThemeDraft) -> Theme {
        let scored = scoring.themes.first { $0.id.value == draft.id.value }
        func word(_ key: String) -> (WordsDraft) -> Located<String?>? {
            { $0.themes?.value[draft.id.value]?.value[key] }
        }
        return Theme(
            id: draft.id.value, name: text(word("name")), short: optional(word("short")),
            caption: optional(word("caption")), lead: text(word("lead")), items: draft.items.map(item),
            answeredShare: scored?.answeredShare ?? scoring.answeredShare,
            isOutcome: scored?.isOutcome ?? false, lowerIsBetter: scored?.lowerIsBetter ?? false,
            measure: scored?.measure ?? .mean, bands: scored?.bands.flatMap { bands($0.value) },
            onlyIf: draft.onlyIf.map { condition in
                Theme.Condition(item: condition.item.value, answers: condition.answers.compactMap { Int($0.value) })
            },
            onlyFor: draft.onlyFor.map(\.value))
    }

    private func bands(_ id: String) -> Bands? {
        guard let draft = scoring.bands.first(where: { $0.id.value == id }) else { return nil }
        func word(_ key: String) -> (WordsDraft) -> Located<String?>? { { $0.bands?.value[id]?.value[key] } }
        return Bands(
            source: text(word(Bands.source)),
            all: draft.bands.map { Bands.Band(id: $0.id.value, from: $0.from, name: text(word($0.id.value))) })
    }

    private func item(_ draft: ItemDraft) -> Item {
        Item(
            id: draft.id.value, revision: draft.revision?.value ?? 1,
            wording: text { $0.items?.value[draft.id.value] }, scale: draft.scale?.value ?? "",
            isReversed: draft.isReversed, isSensitive: draft.isSensitive)
    }

    private func text(_ word: (WordsDraft) -> Located<String?>?) -> LocalText {
        optional(word) ?? LocalText([:])
    }

    private func optional(_ word: (WordsDraft) -> Located<String?>?) -> LocalText? {
        let texts = words.compactMap { draft in word(draft)?.value.map { (draft.language, $0) } }
        return texts.isEmpty ? nil : LocalText(Dictionary(texts) { first, _ in first })
    }
}
