public import Core

/// The words that an organisation may use for a definition, as they were pasted: one line for each question, and for
/// each answer.
public struct LicensedText: Equatable, Sendable {
    public enum Part: Hashable, Sendable {
        case title(Language)
        case items(Language)
        /// The answers of a scale, from low to high.
        case answers(String, Language)
    }

    /// What can be wrong with a line.
    public enum Fault: String, CaseIterable, Core.Refusal {
        case titleIsEmpty = "licensed.title_is_empty"
        case titleIsTooLong = "licensed.title_is_too_long"
        case titleHasOddSigns = "licensed.title_has_odd_signs"
        case itemsDiffer = "licensed.items_differ"
        case answersDiffer = "licensed.answers_differ"
        case lineIsTooLong = "licensed.line_is_too_long"
        case lineHasOddSigns = "licensed.line_has_odd_signs"
        case lineIsDouble = "licensed.line_is_double"
    }

    struct Line: Equatable {
        let number: Int
        let text: String
    }

    static let mostOfTitle = 100

    private let typed: [Part: String]

    public init(_ typed: [Part: String]) {
        self.typed = typed
    }

    /// The words of a pack that has them, as somebody would paste them.
    public init(of pack: Instrument, for definition: Definition) {
        var typed: [Part: String] = [:]
        let items = Dictionary(pack.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for language in Language.spoken {
            typed[.title(language)] = pack.title.texts[language]
            typed[.items(language)] = definition.items.compactMap { items[$0.id]?.wording.texts[language] }
                .joined(separator: "\n")
            for scale in pack.scales {
                typed[.answers(scale.id, language)] = scale.values.compactMap { $0.label.texts[language] }
                    .joined(separator: "\n")
            }
        }
        self.typed = typed
    }

    public subscript(part: Part) -> String { typed[part] ?? "" }

    /// What has to be pasted, in the order of the form.
    public static func parts(of definition: Definition) -> [Part] {
        Language.spoken.map(Part.title) + Language.spoken.map(Part.items)
            + definition.frame.scales.flatMap { scale in Language.spoken.map { Part.answers(scale.id, $0) } }
    }

    /// Lines with something in them, with the number that they have where they were pasted.
    func lines(_ part: Part) -> [Line] {
        self[part].replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\t", with: " ")
            .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { Line(number: $0.offset + 1, text: String($0.element).trimmed) }.filter { !$0.text.isEmpty }
    }
}
