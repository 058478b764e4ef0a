/// Reads `scoring.yaml`: what each answer counts for.
struct ScoringReading {
    let findings: Findings

    static let usualShare = 0.5
    /// A stored answer is one byte, of which the highest values mean something else.
    static let values = 0...200

    func draft(_ section: Section) -> ScoringDraft {
        let file = section.place.file
        return ScoringDraft(
            scales: section.entries("scales")?.map { scale($0, in: file) },
            answeredShare: section.share("answered-share") ?? Self.usualShare,
            themes: (section.entries("themes") ?? []).compactMap { theme($0, in: file) },
            highlights: highlights(section), bands: BandsReading(findings: findings).drafts(section))
    }

    private func highlights(_ scoring: Section) -> HighlightRule {
        let usual = HighlightRule.usual
        let section = scoring.section("highlights", .highlights)
        let (strength, concern) = (section?.section("strength", .strength), section?.section("concern", .concern))
        return HighlightRule(
            favourableFrom: strength?.number("favourable") ?? usual.favourableFrom,
            highFrom: strength?.share("mean") ?? usual.highFrom,
            unfavourableFrom: concern?.number("unfavourable") ?? usual.unfavourableFrom,
            lowTo: concern?.share("mean") ?? usual.lowTo, most: section?.number("most") ?? usual.most)
    }

    private func theme(_ pair: YamlTree.Pair, in file: String) -> ThemeScoring? {
        guard let section = Section(pair, .themeScoring, in: file, findings) else { return nil }
        return ThemeScoring(
            id: Located(value: pair.key, place: Place(file: file, line: pair.line)),
            answeredShare: section.share("answered-share"), isOutcome: section.flag("outcome") ?? false,
            lowerIsBetter: section.flag("lower-is-better") ?? false, measure: measure(section),
            bands: section.text("bands"))
    }

    private func measure(_ section: Section) -> Theme.Measure {
        guard let name = section.text("told-as") else { return .mean }
        if let measure = Theme.Measure(rawValue: name.value) { return measure }
        findings.add(.measureIsUnknown, name.value, among: Theme.Measure.allCases.map(\.rawValue), at: name.place)
        return .mean
    }

    private func scale(_ pair: YamlTree.Pair, in file: String) -> ScaleDraft {
        let id = Located(value: pair.key, place: Place(file: file, line: pair.line))
        if !pair.key.isPackID { findings.add(.idIsMalformed, ["id": pair.key], at: id.place) }
        let section = Section(pair, .scale, in: file, findings)
        let entries = section?.entries("values")
        let values = entries?.compactMap { value($0, in: file) } ?? []
        let isWhole = !values.isEmpty && values.count == entries?.count && isScale(values, id)
        return ScaleDraft(id: id, values: isWhole ? values.map(\.value) : nil)
    }

    private func value(_ pair: YamlTree.Pair, in file: String) -> Located<ScaleDraft.Value>? {
        let place = Place(file: file, line: pair.line)
        let kind = TextRule(most: 40, findings: findings).text(of: pair, in: file).map(\.value)
        guard let number = Int(pair.key), "\(number)" == pair.key else {
            findings.add(.valueIsNoNumber, ["value": pair.key], at: place)
            return nil
        }
        guard Self.values.contains(number) else {
            let range = ["least": "\(Self.values.lowerBound)", "most": "\(Self.values.upperBound)"]
            findings.add(.numberIsOutside, range.merging(["key": pair.key]) { own, _ in own }, at: place)
            return nil
        }
        return kind.flatMap(Scale.Kind.init).map { Located(value: .init(value: number, kind: $0), place: place) }
            ?? refuse(kind, at: place)
    }

    private func refuse(_ kind: String?, at place: Place) -> Located<ScaleDraft.Value>? {
        if let kind { findings.add(.answerKindIsUnknown, kind, among: Scale.Kind.allCases.map(\.rawValue), at: place) }
        return nil
    }

    /// At least two values that follow each other, and that run from bad to good or from good to bad.
    private func isScale(_ values: [Located<ScaleDraft.Value>], _ id: Located<String>) -> Bool {
        guard values.count > 1 else {
            findings.add(.scaleIsShort, ["scale": id.value], at: id.place)
            return false
        }
        for (one, next) in zip(values, values.dropFirst()) where next.value.value != one.value.value + 1 {
            let names = ["scale": id.value, "value": "\(one.value.value + 1)"]
            findings.add(.scaleHasGap, names, at: next.place)
            return false
        }
        let ranks = values.map(\.value.kind.rank)
        guard ranks == ranks.sorted() || ranks == ranks.sorted(by: >), ranks.first != ranks.last else {
            findings.add(.scaleTurns, ["scale": id.value], at: id.place)
            return false
        }
        return true
    }
}

extension Scale.Kind {
    /// From unfavourable to favourable.
    var rank: Int {
        switch self {
        case .unfavourable: 0
        case .neutral: 1
        case .favourable: 2
        }
    }
}
