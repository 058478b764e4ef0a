public import Core

/// A questionnaire of somebody else without its words: what it asks about, how it is scored, and whose it is.
public struct Definition: Equatable, Sendable {
    /// Its themes, questions and answers; questions and answers have no words.
    public let frame: Instrument
    /// Whose permission one needs.
    public let holder: String
    /// Where it was published.
    public let source: String
    /// On what terms its holder lets others use it.
    public let terms: LocalText
    /// The number that each question has in the source, by its id; empty where the source has none.
    public let numbers: [String: Int]

    public var id: String { frame.id }

    public init(frame: Instrument, holder: String, source: String, terms: LocalText, numbers: [String: Int]) {
        self.frame = frame
        self.holder = holder
        self.source = source
        self.terms = terms
        self.numbers = numbers
    }

    /// The questions in the order of the source, in which their words are pasted.
    public var items: [Item] {
        frame.items.enumerated().sorted { one, other in
            (numbers[one.element.id] ?? 0, one.offset) < (numbers[other.element.id] ?? 0, other.offset)
        }.map(\.element)
    }

    /// What the name of the pack with the words begins with.
    static let prefix = "licensed-"

    /// The pack of an organisation that holds the words.
    public var licensedID: String { Self.prefix + id }
}

extension Instrument {
    /// The definition that this pack's name says it has the words of.
    public var definitionOfName: String? { Self.definition(ofPack: id) }

    public static func definition(ofPack id: String) -> String? {
        id.hasPrefix(Definition.prefix) ? String(id.dropFirst(Definition.prefix.count)) : nil
    }

    /// Made by hr for one wave, of another questionnaire.
    public var isFitted: Bool { origin != nil && definitionOfName == nil }
}
