import Core

// What each file says, before it is held against the others. A part that could not be read is nil, so that
// nobody is told that something is missing that is only misspelled.

/// What `method.yaml` says.
struct MethodDraft {
    let id: String
    let version: String
    let languages: [Language]
    let minutes: Int
    let licence: String
    let isValidated: Bool
    let help: [HelpChannel]
    let origin: String?
    let holder: String?
    let source: String?
}

/// What `questions.yaml` says.
struct QuestionsDraft {
    let themes: [ThemeDraft]
    let staffGroups: [Located<String>]
    let open: [AskedDraft]
    let background: [AskedDraft]
    /// False when a theme or a question has no id that can be read.
    let hasAllIDs: Bool

    var items: [ItemDraft] { themes.flatMap(\.items) }
}

struct ThemeDraft {
    let id: Located<String>
    let items: [ItemDraft]
    let onlyIf: ConditionDraft?
    let onlyFor: [Located<String>]

    var isBranch: Bool { onlyIf != nil || !onlyFor.isEmpty }
}

/// On which answers to which question a theme depends.
struct ConditionDraft {
    let item: Located<String>
    let answers: [Located<String>]
}

/// An open question, or with answers one about the background of who answers.
struct AskedDraft {
    let id: Located<String>
    let revision: Int
    let answers: [Located<String>]
}

struct ItemDraft {
    let id: Located<String>
    let revision: Located<Int>?
    let scale: Located<String>?
    let isReversed: Bool
    let isSensitive: Bool
    let number: Located<Int>?
}

/// What `scoring.yaml` says.
struct ScoringDraft {
    let scales: [ScaleDraft]?
    let answeredShare: Double
    let themes: [ThemeScoring]
    let highlights: HighlightRule
    let bands: [BandsDraft]
}

/// Ranges of a mean by name; a range that could not be read is left out, and said.
struct BandsDraft {
    struct Band {
        let id: Located<String>
        let from: Int
    }

    let id: Located<String>
    let bands: [Band]
}

struct ScaleDraft {
    struct Value {
        let value: Int
        let kind: Scale.Kind
    }

    let id: Located<String>
    /// Nil when a value could not be read.
    let values: [Value]?
}

struct ThemeScoring {
    let id: Located<String>
    let answeredShare: Double?
    let isOutcome: Bool
    let lowerIsBetter: Bool
    let measure: Theme.Measure
    let bands: Located<String>?
}

/// What the file of one language says.
struct WordsDraft {
    /// The words of one theme or scale, by key; a text that is not right is nil.
    typealias Group = Located<[String: Located<String?>]>

    let language: Language
    let place: Place
    let texts: [String: Located<String?>]
    let scales: Located<[String: Group]>?
    let bands: Located<[String: Group]>?
    let themes: Located<[String: Group]>?
    let items: Located<[String: Located<String?>]>?
    let staffGroups: Located<[String: Located<String?>]>?
    let open: Located<[String: Located<String?>]>?
    /// Of each background question the words of the question itself and of its answers.
    let background: Located<[String: Group]>?
}
