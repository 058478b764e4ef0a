public import Core
public import Methods

/// The questions of a wave as they stand on a form of paper: numbered through, with digits to circle.
///
/// A form and the page on which it is typed are made of this, so that number and digit are the same on both.
public struct PaperForm: Equatable, Sendable {
    /// What somebody circles, and what is sent for it.
    public struct Answer: Equatable, Sendable {
        /// The digits on paper.
        public let key: String
        /// The value of the field.
        public let value: String
        public let label: LocalText

        init(_ key: Int, _ value: String, _ label: LocalText) {
            (self.key, self.value, self.label) = ("\(key)", value, label)
        }
    }

    public struct Question: Equatable, Sendable {
        public let number: Int
        /// The name of the field, as on the answering page.
        public let field: String
        /// Nil of the question what kind of work somebody does, whose words are no pack's.
        public let wording: LocalText?
        /// None where somebody answers in words of their own.
        public let answers: [Answer]
    }

    public enum Kind: Equatable, Sendable {
        case staffGroup, theme(Theme), open, background
    }

    /// Who gets a part: whoever gave one of these answers to an earlier question.
    public struct Condition: Equatable, Sendable {
        public let question: Question
        public let answers: [Answer]
    }

    public struct Part: Equatable, Sendable {
        public let kind: Kind
        public let questions: [Question]
        public let condition: Condition?
    }

    public let parts: [Part]

    public init(_ instrument: Instrument, isResearch: Bool) {
        var numbering = Numbering()
        if !instrument.staffGroups.isEmpty {
            let answers = instrument.staffGroups.enumerated().map {
                Answer($0.offset + 1, $0.element.id, $0.element.name)
            }
            numbering.add(.staffGroup, [(Submission.staffGroup, nil, answers)])
        }
        for theme in instrument.themes {
            numbering.add(
                .theme(theme), theme.items.map { ($0.id, $0.wording, Self.answers(to: $0, of: instrument)) })
        }
        numbering.add(.open, instrument.openQuestions.map { ($0.id, $0.wording, []) })
        if isResearch {
            numbering.add(.background, instrument.background.map { ($0.id, $0.wording, Self.answers(to: $0)) })
        }
        parts = numbering.parts
    }

    public var questions: [Question] { parts.flatMap(\.questions) }

    /// The numbers of the questions that this answer leads to, as runs.
    public func runs(after answer: Answer, to field: String) -> [ClosedRange<Int>] {
        let numbers = parts.filter { part in
            part.condition.map { $0.question.field == field && $0.answers.contains(answer) } ?? false
        }.flatMap { $0.questions.map(\.number) }
        return numbers.reduce(into: []) { runs, number in
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
    }

    private static func answers(to item: Item, of instrument: Instrument) -> [Answer] {
        (instrument.scale(of: item)?.values ?? []).map { Answer($0.value, "\($0.value)", $0.label) }
    }

    private static func answers(to question: BackgroundQuestion) -> [Answer] {
        question.answers.enumerated().map { Answer($0.offset + 1, "\($0.offset)", $0.element.label) }
    }

    private struct Numbering {
        private(set) var parts: [Part] = []
        private var questions: [String: Question] = [:]

        mutating func add(_ kind: Kind, _ asked: [(field: String, wording: LocalText?, answers: [Answer])]) {
            guard !asked.isEmpty else { return }
            let first = questions.count + 1
            let numbered = asked.enumerated().map { place, one in
                Question(number: first + place, field: one.field, wording: one.wording, answers: one.answers)
            }
            for question in numbered { questions[question.field] = question }
            parts.append(Part(kind: kind, questions: numbered, condition: condition(of: kind)))
        }

        private func condition(of kind: Kind) -> Condition? {
            guard case .theme(let theme) = kind else { return nil }
            if let only = theme.onlyIf { return condition(only.item, Set(only.answers.map(String.init))) }
            return theme.onlyFor.isEmpty ? nil : condition(Submission.staffGroup, Set(theme.onlyFor))
        }

        private func condition(_ field: String, _ values: Set<String>) -> Condition? {
            questions[field].map { question in
                Condition(question: question, answers: question.answers.filter { values.contains($0.value) })
            }
        }
    }
}
