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
    /// What people read before the first question; some packs have none.
    public let intro: LocalText?
    /// What somebody who chooses a questionnaire should know of this one.
    public let about: LocalText
    /// The licence of the questions, mostly an SPDX identifier.
    public let licence: String
    /// Whether research has shown that the questions measure what they say.
    public let isValidated: Bool
    public let minutes: Int
    /// Whom the pack would name to somebody who needs help, in order.
    public let help: [HelpChannel]
    public let scales: [Scale]
    public let themes: [Theme]
    /// To choose from, where themes are for some of them only.
    public let staffGroups: [StaffGroup]
    public let openQuestions: [OpenQuestion]
    public let background: [BackgroundQuestion]
    /// When a theme stands out.
    public let highlights: HighlightRule
    /// The id of the pack that an organisation made it from, to fit.
    public let origin: String?

    public init(
        id: String, version: String, hash: String, languages: [Language], title: LocalText, why: LocalText,
        intro: LocalText? = nil, about: LocalText = LocalText([:]), licence: String = "", isValidated: Bool = false,
        minutes: Int, help: [HelpChannel] = [], scales: [Scale], themes: [Theme],
        staffGroups: [StaffGroup] = [], openQuestions: [OpenQuestion] = [], background: [BackgroundQuestion] = [],
        highlights: HighlightRule = .usual, origin: String? = nil
    ) {
        self.id = id
        self.version = version
        self.hash = hash
        self.languages = languages
        self.title = title
        self.why = why
        self.intro = intro
        self.about = about
        self.licence = licence
        self.isValidated = isValidated
        self.minutes = minutes
        self.help = help
        self.scales = scales
        self.themes = themes
        self.staffGroups = staffGroups
        self.openQuestions = openQuestions
        self.background = background
        self.highlights = highlights
        self.origin = origin
    }

    /// All items in the order of the questionnaire.
    public var items: [Item] { themes.flatMap(\.items) }

    /// The scale of this item; every item of a pack that was read has one.
    public func scale(of item: Item) -> Scale? { scales.first { $0.id == item.scale } }

    /// The same questionnaire with some of its themes.
    public func keeping(_ themes: [Theme]) -> Instrument {
        Instrument(
            id: id, version: version, hash: hash, languages: languages, title: title, why: why, intro: intro,
            about: about, licence: licence, isValidated: isValidated, minutes: minutes, help: help, scales: scales,
            themes: themes, staffGroups: staffGroups, openQuestions: openQuestions, background: background,
            highlights: highlights, origin: origin)
    }
}
