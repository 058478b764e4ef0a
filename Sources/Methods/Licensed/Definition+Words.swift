import Core

extension Definition {
    /// The questionnaire that can be asked: this definition with words in which nothing is wrong.
    ///
    /// - Parameters:
    ///   - previous: the pack with the words before, so that a changed question gets a new revision.
    ///   - version: rises with each time that it is saved.
    public func worded(_ text: LicensedText, after previous: Instrument?, version: Int) -> Instrument {
        let scales = frame.scales.map { scale in
            let labels = Self.texts(text, count: scale.values.count) { .answers(scale.id, $0) }
            return Scale(id: scale.id, values: zip(scale.values, labels).map { Scale.Value($0.value, $0.kind, $1) })
        }
        let wordings = Self.texts(text, count: items.count) { .items($0) }
        let words = Dictionary(zip(items.map(\.id), wordings), uniquingKeysWith: { first, _ in first })
        let themes = frame.themes.map { theme in
            theme.asking(theme.items.map { item(from: $0, words[$0.id] ?? LocalText([:]), scales, previous) })
        }
        let titles = Language.spoken.map { ($0, text[.title($0)].trimmed) }
        return Instrument(
            id: licensedID, version: "\(version)", hash: "", languages: Language.spoken,
            title: LocalText(Dictionary(titles, uniquingKeysWith: { first, _ in first })), why: frame.why,
            about: frame.about, licence: frame.licence, isValidated: frame.isValidated,
            minutes: frame.minutes, help: frame.help, scales: scales, themes: themes, highlights: frame.highlights,
            origin: id)
    }

    /// The same words under the same answers keep their revision: only then do figures of two waves compare.
    private func item(
        from item: Item, _ wording: LocalText, _ scales: [Scale], _ previous: Instrument?
    ) -> Item {
        let before = previous?.items.first { $0.id == item.id }
        let isSame =
            before.map { known in
                known.wording == wording && known.scale == item.scale && known.isReversed == item.isReversed
                    && previous?.scale(of: known) == scales.first { $0.id == item.scale }
            } ?? true
        let revision = before.map { isSame ? $0.revision : $0.revision + 1 } ?? item.revision
        return Item(
            id: item.id, revision: revision, wording: wording, scale: item.scale, isReversed: item.isReversed,
            isSensitive: item.isSensitive)
    }

    /// Line by line in all languages.
    private static func texts(
        _ text: LicensedText, count: Int, _ part: (Language) -> LicensedText.Part
    ) -> [LocalText] {
        let lines = Language.spoken.map { ($0, text.lines(part($0)).map(\.text)) }
        return (0..<count).map { place in
            LocalText(
                Dictionary(
                    lines.compactMap { language, lines in
                        lines.indices.contains(place) ? (language, lines[place]) : nil
                    }, uniquingKeysWith: { first, _ in first }))
        }
    }
}

extension Theme {
    /// The same theme with these questions.
    fileprivate func asking(_ items: [Item]) -> Theme {
        Theme(
            id: id, name: name, short: short, caption: caption, lead: lead, items: items, answeredShare: answeredShare,
            isOutcome: isOutcome, lowerIsBetter: lowerIsBetter, measure: measure, bands: bands, onlyIf: onlyIf,
            onlyFor: onlyFor)
    }
}
