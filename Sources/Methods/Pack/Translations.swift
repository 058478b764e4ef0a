/// Holds the words of every language against the questions and the scales.
struct Translations {
    let words: [WordsDraft]
    let questions: QuestionsDraft?
    let scales: [ScaleDraft]?
    let bands: [BandsDraft]?
    let findings: Findings

    func check() {
        checkOptional(words.map { ($0.place, $0.texts) })
        for draft in words {
            if let questions { check(draft, questions) }
            if let scales { check(draft, scales) }
            if let bands { check(draft, bands) }
            if let questions { checkAsked(draft, questions) }
        }
        for theme in questions?.themes ?? [] {
            checkOptional(words.compactMap { $0.themes?.value[theme.id.value] }.map { ($0.place, $0.value) })
        }
    }

    private func check(_ draft: WordsDraft, _ questions: QuestionsDraft) {
        let isKnown = questions.hasAllIDs
        if let themes = draft.themes { hold(themes, \.place, questions.themes.map(\.id.value), isKnown: isKnown) }
        if let items = draft.items { hold(items, \.place, questions.items.map(\.id.value), isKnown: isKnown) }
    }

    private func check(_ draft: WordsDraft, _ scales: [ScaleDraft]) {
        guard let words = draft.scales else { return }
        hold(words, \.place, scales.map(\.id.value), isKnown: true)
        for scale in scales {
            guard let answers = words.value[scale.id.value], let values = scale.values else { continue }
            hold(answers, \.place, values.map { "\($0.value)" }, isKnown: true)
        }
    }

    private func checkAsked(_ draft: WordsDraft, _ questions: QuestionsDraft) {
        hold(draft.staffGroups ?? draft.empty(), \.place, questions.staffGroups.map(\.value), isKnown: true)
        hold(draft.open ?? draft.empty(), \.place, questions.open.map(\.id.value), isKnown: true)
        let words = draft.background ?? draft.empty()
        hold(words, \.place, questions.background.map(\.id.value), isKnown: true)
        for question in questions.background {
            guard let own = words.value[question.id.value] else { continue }
            hold(own, \.place, [WordsReading.question] + question.answers.map(\.value), isKnown: true)
        }
    }

    private func check(_ draft: WordsDraft, _ bands: [BandsDraft]) {
        let words = draft.bands ?? draft.empty()
        hold(words, \.place, bands.map(\.id.value), isKnown: true)
        for set in bands {
            guard let names = words.value[set.id.value] else { continue }
            hold(names, \.place, [Bands.source] + set.bands.map(\.id.value), isKnown: true)
        }
    }

    /// Each thing has words, and all words are about something.
    private func hold<Words>(
        _ given: Located<[String: Words]>, _ place: KeyPath<Words, Place>, _ names: [String], isKnown: Bool
    ) {
        for name in names where given.value[name] == nil {
            findings.add(.wordsAreMissing, ["id": name], at: given.place)
        }
        guard isKnown else { return }
        let silent = names.filter { given.value[$0] == nil }
        for (word, words) in given.value where !names.contains(word) {
            findings.add(.wordsAreForNothing, word, among: silent, at: words[keyPath: place])
        }
    }

    /// Words that a pack may leave out stand in all languages or in none.
    private func checkOptional(_ given: [(place: Place, texts: [String: Located<String?>])]) {
        let names = Set(given.flatMap(\.texts.keys))
        for (place, texts) in given {
            for name in names.subtracting(texts.keys) where !isRequired(name) {
                findings.add(.wordsAreUntranslated, ["key": name], at: place)
            }
        }
    }

    private func isRequired(_ name: String) -> Bool {
        [PackKeys.words, .definitionWords, .themeWords].flatMap(\.keys).contains {
            $0.name == name && $0.need == .required
        }
    }
}

extension WordsDraft {
    /// What a part says that is not there.
    fileprivate func empty<Words>() -> Located<[String: Words]> { Located(value: [:], place: place) }
}
