public import Core

/// A questionnaire made to fit an organisation: themes left out, and a few questions of its own.
public struct Tailoring: Equatable, Sendable {
    /// A closed question of the organisation, answered on a scale of the questionnaire on which high is
    /// favourable, or else on one of agreement.
    public struct OwnItem: Equatable, Sendable {
        /// That of the question that it was, or nil for a new one.
        public let id: String?
        public let wording: LocalText
        /// Whether agreeing is unfavourable.
        public let isReversed: Bool

        public init(id: String?, wording: LocalText, isReversed: Bool = false) {
            self.id = id
            self.wording = wording
            self.isReversed = isReversed
        }
    }

    /// What is said of a questionnaire that was made to fit, and of the theme with own questions.
    public struct Words: Sendable {
        let about: LocalText
        let theme: LocalText
        let short: LocalText
        let lead: LocalText
        /// From full disagreement to full agreement, five of them.
        let answers: [LocalText]

        public init(
            about: LocalText, theme: LocalText, short: LocalText, lead: LocalText, answers: [LocalText]
        ) {
            (self.about, self.theme, self.short, self.lead, self.answers) = (about, theme, short, lead, answers)
        }

        var scale: Scale {
            let kinds: [Scale.Kind] = [.unfavourable, .unfavourable, .neutral, .favourable, .favourable]
            let values = zip(kinds, answers).enumerated().map { Scale.Value($0 + 1, $1.0, $1.1) }
            return Scale(id: Tailoring.scale, values: values)
        }
    }

    public enum Refusal: String, Core.Refusal, CaseIterable {
        case hasNoTheme = "tailoring.has_no_theme"
        case hasNoSharedTheme = "tailoring.has_no_shared_theme"
        case leavesBranchAlone = "tailoring.leaves_branch_alone"
        case isUntranslated = "tailoring.is_untranslated"
        case isTooLong = "tailoring.is_too_long"
        case hasOddSigns = "tailoring.has_odd_signs"
        case isDouble = "tailoring.is_double"
        case isNoQuestionnaire = "tailoring.is_no_questionnaire"
    }

    /// How many questions of its own an organisation may add.
    public static let mostOwn = 5
    /// The theme that they stand in.
    public static let theme = Theme.own
    /// On which they are answered where high is unfavourable on all scales of the questionnaire.
    public static let scale = "own-agreement"

    /// The themes that are asked, by id; the others are left out.
    public let kept: Set<String>
    public let own: [OwnItem]

    public init(kept: Set<String>, own: [OwnItem]) {
        self.kept = kept
        self.own = own
    }

    /// What a questionnaire asks as it is.
    public init(of instrument: Instrument) {
        kept = Set(instrument.themes.map(\.id))
        own = instrument.ownItems.map { OwnItem(id: $0.id, wording: $0.wording, isReversed: $0.isReversed) }
    }

    /// What is wrong with an own question, before anything is made, and in which language it is.
    public static func faults(of wording: LocalText) -> [(language: Language, refusal: Refusal)] {
        Language.spoken.compactMap { language in
            fault(of: wording.texts[language] ?? "").map { (language, $0) }
        }
    }

    private static func fault(of text: String) -> Refusal? {
        if text.trimmed.isEmpty { return .isUntranslated }
        if text.count > WordsReading.mostOfItem { return .isTooLong }
        return text.unicodeScalars.contains { $0.isControl || $0 == "\n" } ? .hasOddSigns : nil
    }

    /// The first theme that would be asked of nobody, because it depends on a question of one that is left out.
    public func alone(in base: Instrument) -> (kept: Theme, left: Theme)? {
        for theme in base.themes where kept.contains(theme.id) {
            guard let item = theme.onlyIf?.item,
                let other = base.themes.first(where: { $0.items.contains { $0.id == item } }),
                !kept.contains(other.id)
            else { continue }
            return (theme, other)
        }
        return nil
    }

    /// The questionnaire that fits.
    ///
    /// - Parameters:
    ///   - base: the questionnaire of everybody that it is made from.
    ///   - previous: what was asked or saved before, with the own questions whose words may change now.
    ///   - id: the id of the new pack; new questions are named after it, so that no other wave has the same.
    ///   - version: rises with each time that it is saved.
    ///   - words: what is said of it and of the theme with own questions.
    public func applied(
        to base: Instrument, after previous: Instrument, id: String, version: Int, words: Words
    ) throws(Refusal) -> Instrument {
        let themes = base.themes.filter { kept.contains($0.id) && $0.id != Self.theme }
        guard !themes.isEmpty else { throw .hasNoTheme }
        guard !themes.allSatisfy(\.isBranch) else { throw .hasNoSharedTheme }
        guard alone(in: base) == nil else { throw .leavesBranchAlone }
        let (up, agreement) = (base.mainScale, words.scale)
        let items = try items(after: previous, on: (up ?? agreement).id, id: id)
        let own = Theme(
            id: Self.theme, name: words.theme, short: words.short, caption: nil, lead: words.lead, items: items,
            answeredShare: 0.5, isOutcome: false, lowerIsBetter: false)
        let all = themes + (items.isEmpty ? [] : [own])
        let used = Set(all.flatMap(\.items).map(\.scale))
        let count = all.reduce(0) { $0 + $1.items.count }
        return Instrument(
            id: id, version: "\(version)", hash: "",
            // What is typed is in the languages that everybody has.
            languages: items.isEmpty ? base.languages : base.languages.filter(Language.spoken.contains),
            title: base.title, why: base.why, intro: base.intro,
            about: LocalText(base.about.texts.merging(words.about.texts) { $1 }), licence: base.licence,
            isValidated: false, minutes: max(1, (base.minutes * count + base.items.count / 2) / base.items.count),
            help: base.help, scales: (base.scales + (up == nil ? [agreement] : [])).filter { used.contains($0.id) },
            themes: all,
            staffGroups: themes.contains { !$0.onlyFor.isEmpty } ? base.staffGroups : [],
            openQuestions: base.openQuestions, background: base.background, highlights: base.highlights, origin: base.id
        )
    }

    private func items(after previous: Instrument, on scale: String, id: String) throws(Refusal) -> [Item] {
        let known = Dictionary(previous.ownItems.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var items: [Item] = []
        var number = known.keys.compactMap { Int($0.dropFirst(id.count + 1)) }.max() ?? 0
        for one in own.prefix(Self.mostOwn) {
            if let fault = Self.faults(of: one.wording).first { throw fault.refusal }
            let wording = LocalText(one.wording.texts.mapValues(\.trimmed))
            if items.contains(where: { $0.wording == wording }) { throw .isDouble }
            let before = one.id.flatMap { known[$0] }
            let isSame = before?.wording == wording && before?.scale == scale && before?.isReversed == one.isReversed
            if before == nil { number += 1 }
            items.append(
                Item(
                    id: before?.id ?? "\(id)-\(number)",
                    revision: before.map { isSame ? $0.revision : $0.revision + 1 } ?? 1,
                    wording: wording, scale: scale, isReversed: one.isReversed))
        }
        return items
    }
}

extension Instrument {
    /// The questions that an organisation added.
    public var ownItems: [Item] { themes.first { $0.id == Tailoring.theme }?.items ?? [] }

    /// The scale on which most of its questions are answered, of those on which high is favourable; nil where it has
    /// none of these.
    public var mainScale: Scale? {
        let up = scales.filter { $0.values.last?.kind == .favourable }
        return up.max { one, other in
            let (first, second) = (items.count { $0.scale == one.id }, items.count { $0.scale == other.id })
            return first < second
        }
    }
}
