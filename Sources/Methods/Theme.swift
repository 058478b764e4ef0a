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

    /// Told of the whole organisation alone; all its questions are sensitive, or none is.
    public var isSensitive: Bool { items.contains(where: \.isSensitive) }

    public init(
        id: String, name: LocalText, short: LocalText? = nil, caption: LocalText?, lead: LocalText, items: [Item],
        answeredShare: Double, isOutcome: Bool, lowerIsBetter: Bool, measure: Measure = .mean, bands: Bands? = nil
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
    }
}
