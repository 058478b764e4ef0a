public import Core

/// What a group of items is about; shown so that higher is better, or says that it is not.
public struct Theme: Equatable, Sendable {
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

    public init(
        id: String, name: LocalText, short: LocalText? = nil, caption: LocalText?, lead: LocalText, items: [Item],
        answeredShare: Double, isOutcome: Bool, lowerIsBetter: Bool
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
    }
}
