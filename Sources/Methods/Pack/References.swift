/// Holds the questions and the scoring against each other.
struct References {
    let questions: QuestionsDraft
    let scoring: ScoringDraft
    let findings: Findings

    func check() {
        if let scales = scoring.scales { check(scales) }
        guard questions.hasAllIDs else { return }
        for theme in unknownThemes {
            findings.add(.themeIsUnknown, theme.id.value, among: questions.themes.map(\.id.value), at: theme.id.place)
        }
    }

    private var unknownThemes: [ThemeScoring] {
        scoring.themes.filter { scored in !questions.themes.contains { $0.id.value == scored.id.value } }
    }

    private func check(_ scales: [ScaleDraft]) {
        let known = scales.map(\.id.value)
        let used = questions.items.compactMap(\.scale)
        for scale in used where !known.contains(scale.value) {
            findings.add(.scaleIsUnknown, scale.value, among: known, at: scale.place)
        }
        let names = Set(used.map(\.value))
        for scale in scales where questions.hasAllIDs && !names.contains(scale.id.value) {
            findings.add(.scaleIsUnused, ["scale": scale.id.value], at: scale.id.place)
        }
        for theme in questions.themes { check(theme, scales) }
    }

    private func check(_ theme: ThemeDraft, _ scales: [ScaleDraft]) {
        let shapes = theme.items.compactMap { item in
            scales.first { $0.id.value == item.scale?.value }.flatMap { scale in scale.values.map { (item, $0) } }
        }
        guard let (_, first) = shapes.first else { return }
        // A mean over answers from 1 to 5 and answers from 0 to 10 says nothing.
        for (item, values) in shapes where values.map(\.value) != first.map(\.value) {
            findings.add(.themeMixesScales, ["theme": theme.id.value, "item": item.id.value], at: item.id.place)
        }
        checkDirection(of: theme, shapes.map { ($0.0, $0.1[0].kind) })
    }

    private func checkDirection(of theme: ThemeDraft, _ lowest: [(ItemDraft, Scale.Kind)]) {
        guard unknownThemes.isEmpty else { return }
        let isDown = scoring.themes.first { $0.id.value == theme.id.value }?.lowerIsBetter ?? false
        guard let (item, _) = lowest.first(where: { ($0.1 == .favourable) != isDown }) else { return }
        let values = ["theme": theme.id.value, "scale": item.scale?.value ?? ""]
        findings.add(isDown ? .themePointsUp : .themePointsDown, values, at: item.id.place)
    }
}
