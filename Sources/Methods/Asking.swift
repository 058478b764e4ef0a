public import Core

// What a questionnaire asks beside the questions that everybody gets and that are scored.

/// A kind of work, such as care or kitchen: who says which is theirs gets the questions about it. Never stored.
public struct StaffGroup: Equatable, Sendable {
    public let id: String
    public let name: LocalText

    public init(id: String, name: LocalText) {
        self.id = id
        self.name = name
    }
}

/// A question that people answer in words of their own.
public struct OpenQuestion: Equatable, Sendable {
    public let id: String
    public let revision: Int
    public let wording: LocalText

    public init(id: String, revision: Int, wording: LocalText) {
        self.id = id
        self.revision = revision
        self.wording = wording
    }
}

/// A question about who answers, such as years of service; asked in research waves alone.
public struct BackgroundQuestion: Equatable, Sendable {
    public struct Answer: Equatable, Sendable {
        public let id: String
        public let label: LocalText

        public init(id: String, label: LocalText) {
            self.id = id
            self.label = label
        }
    }

    public let id: String
    public let revision: Int
    public let wording: LocalText
    /// An answer is sent and stored as its place in this list.
    public let answers: [Answer]

    public init(id: String, revision: Int, wording: LocalText, answers: [Answer]) {
        self.id = id
        self.revision = revision
        self.wording = wording
        self.answers = answers
    }
}
