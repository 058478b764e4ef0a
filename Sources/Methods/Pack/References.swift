/// Holds the questions and the scoring against each other.
struct References {
    let questions: QuestionsDraft
    let scoring: ScoringDraft
    let findings: Findings

    func check() {
        if let scales = scoring.scales { check(scales) }
        guard questions.hasAllIDs else { return }
        for theme in questions.themes { checkSensitive(theme) }
        for theme in unknownThemes {
            findings.add(.themeIsUnknown, theme.id.value, among: questions.themes.map(\.id.value), at: theme.id.place)
        }
        checkBands()
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

    /// A theme is told by one rule: a mean over questions of which some are hidden would tell those.
    private func checkSensitive(_ theme: ThemeDraft) {
        guard let odd = theme.items.first(where: { $0.isSensitive != theme.items[0].isSensitive }) else { return }
        let values = ["theme": theme.id.value, "item": odd.id.value]
        findings.add(.themeMixesSensitive, values, at: odd.id.place)
    }

    /// Each set of bands is used, and lies on the scale of the themes that use it.
    private func checkBands() {
        let known = scoring.bands.map(\.id.value)
        for theme in scoring.themes {
            guard let name = theme.bands else { continue }
            guard let bands = scoring.bands.first(where: { $0.id.value == name.value }) else {
                findings.add(.bandsAreUnknown, name.value, among: known, at: name.place)
                continue
            }
            let items = questions.themes.first { $0.id.value == theme.id.value }?.items ?? []
            let scale = scoring.scales?.first { $0.id.value == items.first?.scale?.value }
            if let values = scale?.values { check(bands, on: values, theme.id.value) }
        }
        let used = Set(scoring.themes.compactMap(\.bands?.value))
        for bands in scoring.bands where !used.contains(bands.id.value) {
            findings.add(.bandsAreUnused, ["bands": bands.id.value], at: bands.id.place)
        }
    }

    private func check(_ bands: BandsDraft, on values: [ScaleDraft.Value], _ theme: String) {
        guard let first = bands.bands.first, let low = values.first?.value, let high = values.last?.value else {
            return
        }
        let names = ["bands": bands.id.value, "theme": theme, "minimum": "\(low)", "maximum": "\(high)"]
        if first.from != low * 1000 { findings.add(.bandsStartElsewhere, names, at: first.id.place) }
        for band in bands.bands.dropFirst() where band.from >= high * 1000 || band.from <= low * 1000 {
            findings.add(.bandIsOutside, names.merging(["band": band.id.value]) { own, _ in own }, at: band.id.place)
        }
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
