public import Core

/// What a group of items is about; shown so that higher is better, or says that it is not.
public struct Theme: Equatable, Sendable {
    /// What a theme's score is told as.
    public enum Measure: String, CaseIterable, Sendable {
        /// The mean itself, on the scale of the questions.
        case mean
        /// From 0 to 100.
        case index
        /// The mean times the number of questions.
        case sum
        /// The percentage of favourable answers less that of unfavourable ones: eNPS, on a scale from 0 to 10.
        case net
    }

    /// Who gets a theme: those who gave one of these answers to an earlier question.
    public struct Condition: Equatable, Sendable {
        public let item: String
        public let answers: [Int]

        public init(item: String, answers: [Int]) {
            self.item = item
            self.answers = answers
        }
    }

    public let id: String
    public let name: LocalText
    /// The name where there is little room, such as a column's head.
    public let short: LocalText
    /// The word beneath the name, such as "werkdruk".
    public let caption: LocalText?
    /// What to think of while answering.
    public let lead: LocalText
    public let items: [Item]
    /// The share of the items that must be answered for a score, 0 to 1.
    public let answeredShare: Double
    public let isOutcome: Bool
    public let lowerIsBetter: Bool
    public let measure: Measure
    public let bands: Bands?
    /// Only who answered an earlier question so gets this theme.
    public let onlyIf: Condition?
    /// Only people of these staff groups get this theme; empty is everybody.
    public let onlyFor: [String]

    /// In which the questions of an organisation's own stand.
    static let own = "own"

    /// Questions of an organisation's own have nothing to do with each other: each is told by itself.
    public var isLoose: Bool { id == Self.own && items.count > 1 }
    /// Not everybody gets it; told of the whole organisation alone.
    public var isBranch: Bool { onlyIf != nil || !onlyFor.isEmpty }

    /// Told of the whole organisation alone; all its questions are sensitive, or none is.
    public var isSensitive: Bool { items.contains(where: \.isSensitive) }

    public init(
        id: String, name: LocalText, short: LocalText? = nil, caption: LocalText?, lead: LocalText, items: [Item],
        answeredShare: Double, isOutcome: Bool, lowerIsBetter: Bool, measure: Measure = .mean, bands: Bands? = nil,
        onlyIf: Condition? = nil, onlyFor: [String] = []
    ) {
        self.id = id
        self.name = name
        self.short = short ?? name
        self.caption = caption
        self.lead = lead
        self.items = items
        self.answeredShare = answeredShare
        self.isOutcome = isOutcome
        self.lowerIsBetter = lowerIsBetter
        self.measure = measure
        self.bands = bands
        self.onlyIf = onlyIf
        self.onlyFor = onlyFor
    }
}
