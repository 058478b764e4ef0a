public import Core

/// A questionnaire: its themes in order, their items and the scales that answers are given on.
public struct Instrument: Equatable, Sendable {
    /// The name of the pack's folder, such as `staff-survey-care`.
    public let id: String
    public let version: String
    /// SHA-256 of the pack's files, in hexadecimal.
    public let hash: String
    public let languages: [Language]
    public let title: LocalText
    /// One sentence of why, for the card and the start page.
    public let why: LocalText
    public let minutes: Int
    public let scales: [Scale]
    public let themes: [Theme]

    public init(
        id: String, version: String, hash: String, languages: [Language], title: LocalText, why: LocalText,
        minutes: Int, scales: [Scale], themes: [Theme]
    ) {
        self.id = id
        self.version = version
        self.hash = hash
        self.languages = languages
        self.title = title
        self.why = why
        self.minutes = minutes
        self.scales = scales
        self.themes = themes
    }

    /// All items in the order of the questionnaire.
    public var items: [Item] { themes.flatMap(\.items) }
}

/// The answers that one may choose from, from low to high.
public struct Scale: Equatable, Sendable {
    public enum Kind: String, Sendable { case unfavourable, neutral, favourable }

    public struct Value: Equatable, Sendable {
        public let value: Int
        public let kind: Kind
        public let label: LocalText

        public init(_ value: Int, _ kind: Kind, _ label: LocalText) {
            self.value = value
            self.kind = kind
            self.label = label
        }
    }

    public let id: String
    /// Consecutive whole numbers; the kinds hold after reversal of reversed items.
    public let values: [Value]

    public init(id: String, values: [Value]) {
        self.id = id
        self.values = values
    }

    public var minimum: Int { values[0].value }
    public var maximum: Int { values[values.count - 1].value }
}

/// What a group of items is about; shown so that higher is better, or says that it is not.
public struct Theme: Equatable, Sendable {
    public let id: String
    public let name: LocalText
    /// The word beneath the name, such as "werkdruk".
    public let caption: LocalText?
    /// What to think of while answering.
    public let lead: LocalText
    public let items: [Item]
    /// The share of the items that must be answered for a score, 0 to 1.
    public let answeredShare: Double
    public let isOutcome: Bool
    public let lowerIsBetter: Bool

    public init(
        id: String, name: LocalText, caption: LocalText?, lead: LocalText, items: [Item], answeredShare: Double,
        isOutcome: Bool, lowerIsBetter: Bool
    ) {
        self.id = id
        self.name = name
        self.caption = caption
        self.lead = lead
        self.items = items
        self.answeredShare = answeredShare
        self.isOutcome = isOutcome
        self.lowerIsBetter = lowerIsBetter
    }
}

/// One question.
public struct Item: Equatable, Sendable {
    /// Unique in its pack, and lasting over versions.
    public let id: String
    /// Rises when the wording changes.
    public let revision: Int
    public let wording: LocalText
    public let scale: String
    public let isReversed: Bool

    public init(id: String, revision: Int, wording: LocalText, scale: String, isReversed: Bool) {
        self.id = id
        self.revision = revision
        self.wording = wording
        self.scale = scale
        self.isReversed = isReversed
    }
}
