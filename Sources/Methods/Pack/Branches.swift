/// Holds the themes that not everybody gets against the questions and staff groups that decide on them.
struct Branches {
    let questions: QuestionsDraft
    let scales: [ScaleDraft]?
    let findings: Findings

    func check() {
        if let first = questions.themes.first, questions.themes.allSatisfy(\.isBranch) {
            // Who took part is counted by what everybody is asked.
            findings.add(.branchesAreAll, [:], at: first.id.place)
        }
        for (index, theme) in questions.themes.enumerated() {
            if let condition = theme.onlyIf { check(condition, before: index, theme) }
            checkGroups(of: theme)
        }
    }

    private func checkGroups(of theme: ThemeDraft) {
        guard let first = theme.onlyFor.first else { return }
        let known = questions.staffGroups.map(\.value)
        if theme.onlyIf != nil { findings.add(.branchIsDouble, ["theme": theme.id.value], at: theme.id.place) }
        for group in theme.onlyFor where !known.contains(group.value) {
            findings.add(.staffGroupIsUnknown, group.value, among: known, at: group.place)
        }
        if !known.isEmpty, Set(theme.onlyFor.map(\.value)).isSuperset(of: known) {
            findings.add(.branchIsForAll, ["theme": theme.id.value], at: first.place)
        }
    }

    /// The question stands before the theme, and everybody gets it: else nobody would know whom to ask.
    private func check(_ condition: ConditionDraft, before index: Int, _ theme: ThemeDraft) {
        let known = questions.themes[..<index].filter { !$0.isBranch }.flatMap(\.items)
        guard let item = known.first(where: { $0.id.value == condition.item.value }) else {
            return findings.add(
                .branchQuestionIsUnknown, condition.item.value, among: known.map(\.id.value), at: condition.item.place)
        }
        if item.isSensitive {
            // How many get the theme would tell how many gave that answer, sooner than the answer itself is told.
            findings.add(.branchQuestionIsSensitive, ["question": item.id.value], at: condition.item.place)
        }
        guard let values = scales?.first(where: { $0.id.value == item.scale?.value })?.values else { return }
        let all = values.map { "\($0.value)" }
        for answer in condition.answers where !all.contains(answer.value) {
            let values = ["answer": answer.value, "question": item.id.value]
            findings.add(.branchAnswerIsUnknown, values, at: answer.place)
        }
        if Set(condition.answers.map(\.value)).isSuperset(of: all) {
            findings.add(.branchIsForAll, ["theme": theme.id.value], at: condition.item.place)
        }
    }
}
