/// One key that a pack may use.
public struct PackKey: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
        /// A text of at most so many letters; `lines` says whether it may have several.
        case text(most: Int, lines: Bool = false)
        case number(ClosedRange<Int>)
        /// More than 0 and at most 1.
        case share
        case flag
        case list
        case section
    }

    public enum Need: Sendable {
        case required, optional
        /// Not read yet: the name is kept for what a later version brings.
        case later
    }

    public let name: String
    public let need: Need
    public let form: Form

    init(_ name: String, _ need: Need, _ form: Form = .section) {
        self.name = name
        self.need = need
        self.form = form
    }
}

/// The parts of a pack that have keys of their own.
public enum PackKeys: String, CaseIterable, Sendable {
    case method, questions, questionTheme, item, scoring, scale, themeScoring, highlights, strength, concern, words
    case themeWords, definition, definitionWords

    /// Every key that the reader knows, those for later among them.
    public static var all: [PackKey] { allCases.flatMap(\.keys) }

    public var keys: [PackKey] {
        switch self {
        case .method: Self.methodKeys
        case .questions:
            [PackKey("themes", .required, .list), PackKey("background", .later), PackKey("branches", .later)]
        case .questionTheme: [PackKey("id", .required, .text(most: 40)), PackKey("items", .required, .list)]
        case .item: Self.itemKeys
        case .scoring: Self.scoringKeys
        case .scale: [PackKey("values", .required)]
        case .themeScoring: Self.themeScoringKeys
        case .highlights: Self.highlightKeys
        case .strength: [PackKey("favourable", .optional, .number(1...100)), PackKey("mean", .optional, .share)]
        case .concern: [PackKey("unfavourable", .optional, .number(1...100)), PackKey("mean", .optional, .share)]
        case .words: Self.wordsKeys
        case .themeWords: Self.themeWordsKeys
        case .definition: Self.definitionKeys
        case .definitionWords:
            Self.wordsKeys.filter { !["intro", "scales", "items", "background"].contains($0.name) }
                + [PackKey("terms", .required, .text(most: 300))]
        }
    }

    private static let methodKeys = [
        PackKey("id", .required, .text(most: 40)),
        PackKey("kind", .required, .text(most: 40)),
        PackKey("version", .required, .text(most: 20)),
        PackKey("languages", .required, .list),
        PackKey("minutes", .required, .number(1...120)),
        PackKey("licence", .required, .text(most: 120)),
        PackKey("validated", .required, .flag),
        PackKey("help", .optional, .list),
        PackKey("based-on", .optional, .text(most: 40)),
    ]
    /// No `based-on`: nobody's words are in it. The name is short, because that of the pack with the words is longer.
    private static let definitionKeys =
        [
            PackKey("id", .required, .text(most: 30)),
            PackKey("holder", .required, .text(most: 100)),
            PackKey("source", .required, .text(most: 300)),
        ] + methodKeys.filter { !["id", "based-on"].contains($0.name) }
    private static let itemKeys = [
        PackKey("id", .required, .text(most: 40)),
        PackKey("revision", .required, .number(1...999)),
        PackKey("scale", .required, .text(most: 40)),
        PackKey("reversed", .optional, .flag),
        PackKey("sensitive", .optional, .flag),
        PackKey("number", .optional, .number(1...999)),
        PackKey("open", .later), PackKey("only-if", .later),
    ]
    private static let scoringKeys = [
        PackKey("scales", .required),
        PackKey("answered-share", .optional, .share),
        PackKey("themes", .optional),
        PackKey("highlights", .optional),
        PackKey("bands", .optional),
    ]
    private static let highlightKeys = [
        PackKey("strength", .optional), PackKey("concern", .optional), PackKey("most", .optional, .number(1...10)),
    ]
    private static let themeScoringKeys = [
        PackKey("answered-share", .optional, .share),
        PackKey("outcome", .optional, .flag),
        PackKey("lower-is-better", .optional, .flag),
        PackKey("told-as", .optional, .text(most: 20)),
        PackKey("bands", .optional, .text(most: 40)),
    ]
    private static let wordsKeys = [
        PackKey("title", .required, .text(most: 100)),
        PackKey("why", .required, .text(most: 200)),
        PackKey("about", .required, .text(most: 1000, lines: true)),
        PackKey("intro", .optional, .text(most: 1000, lines: true)),
        PackKey("scales", .required),
        PackKey("themes", .required),
        PackKey("items", .required),
        PackKey("bands", .optional),
        PackKey("background", .later),
    ]
    private static let themeWordsKeys = [
        PackKey("name", .required, .text(most: 60)),
        PackKey("lead", .required, .text(most: 200)),
        PackKey("short", .optional, .text(most: 20)),
        PackKey("caption", .optional, .text(most: 60)),
    ]
}
