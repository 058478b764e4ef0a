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
    case themeWords, condition, openQuestion, backgroundQuestion, definition, definitionWords

    /// Every key that the reader knows.
    public static var all: [PackKey] { allCases.flatMap(\.keys) }

    public var keys: [PackKey] {
        switch self {
        case .method: Self.methodKeys
        case .questions: Self.questionsKeys
        case .questionTheme: Self.questionThemeKeys
        case .condition: [PackKey("question", .required, .text(most: 40)), PackKey("answers", .required, .list)]
        case .openQuestion: [Self.id, Self.revision]
        case .backgroundQuestion: [Self.id, Self.revision, PackKey("answers", .required, .list)]
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
            Self.wordsKeys.filter { ["title", "why", "about", "themes", "bands"].contains($0.name) }
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
    private static let id = PackKey("id", .required, .text(most: 40))
    private static let revision = PackKey("revision", .required, .number(1...999))
    private static let questionsKeys = [
        PackKey("themes", .required, .list),
        PackKey("staff-groups", .optional, .list),
        PackKey("open", .optional, .list),
        PackKey("background", .optional, .list),
    ]
    private static let questionThemeKeys = [
        id, PackKey("items", .required, .list), PackKey("only-if", .optional), PackKey("only-for", .optional, .list),
    ]
    private static let itemKeys = [
        id, revision,
        PackKey("scale", .required, .text(most: 40)),
        PackKey("reversed", .optional, .flag),
        PackKey("sensitive", .optional, .flag),
        PackKey("number", .optional, .number(1...999)),
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
        PackKey("staff-groups", .optional),
        PackKey("open", .optional),
        PackKey("background", .optional),
    ]
    private static let themeWordsKeys = [
        PackKey("name", .required, .text(most: 60)),
        PackKey("lead", .required, .text(most: 200)),
        PackKey("short", .optional, .text(most: 20)),
        PackKey("caption", .optional, .text(most: 60)),
    ]
}
