import Core
import Methods

extension Instrument {
    /// All that a pack says to people, in one language.
    func texts(in language: Language) -> [String] {
        [title, why, about].map { $0[language] } + [intro].compactMap { $0?[language] }
            + themes.flatMap { theme in
                [theme.name, theme.short, theme.lead].map { $0[language] }
                    + [theme.caption, theme.bands?.source].compactMap { $0?[language] }
                    + (theme.bands?.all ?? []).map { $0.name[language] }
            }
            + items.map { $0.wording[language] } + scales.flatMap { $0.values.map { $0.label[language] } }
    }
}

extension Method {
    /// All that a pack says to people, in one language; whose a questionnaire is, is said as it was published.
    func texts(in language: Language) -> [String] {
        guard case .definition(let definition) = self else { return frame.texts(in: language) }
        return frame.texts(in: language).filter { !$0.isEmpty }
            + [definition.terms[language], definition.holder, definition.source]
    }
}
