public import Disclosure

/// What became of the cards, as everybody may read it.
public struct CardsResult: Equatable, Sendable {
    public let made: Shown
    /// How many of those are forms of paper.
    public let forms: Shown
    /// Nil: not counted.
    public let leftover: Shown?
    /// Nil: unknown.
    public let replaced: Shown?

    init(_ cards: Release.Cards) {
        made = Shown(cards.made, .exact)
        forms = Shown(cards.forms, .exact)
        leftover = cards.leftover.map { Shown($0, .exact) }
        replaced = cards.replaced?.shown
    }
}

extension CardsResult: Encodable {
    private enum Key: String, CodingKey { case made, forms, leftover, replaced }

    /// Writes every key, with null for what nobody knows.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(made, forKey: .made)
        try fields.encode(forms, forKey: .forms)
        try fields.encode(leftover, forKey: .leftover)
        try fields.encode(replaced, forKey: .replaced)
    }
}
