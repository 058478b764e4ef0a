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
