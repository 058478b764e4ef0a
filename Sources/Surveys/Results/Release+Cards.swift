public import Disclosure

extension Release {
    /// What became of the cards, of the whole organisation only.
    public struct Cards: Equatable, Sendable {
        /// Spare ones and later ones too, and forms of paper, each of which bears a code like a card.
        public let made: Int
        /// How many of those are forms.
        public let forms: Int
        /// Came back and were destroyed; nil while a pile was not counted.
        public let leftover: Int?
        /// How often an answer took the place of an earlier one; nil where nobody knows any more.
        public let replaced: Replaced?

        public init(made: Int, forms: Int = 0, leftover: Int?, replaced: Replaced?) {
            self.made = made
            self.forms = forms
            self.leftover = leftover
            self.replaced = replaced
        }
    }

    /// How often answers were sent again with the same code, as coarse as it is told.
    ///
    /// Somebody who was made to answer under another's eyes can send again later. An exact number, or "never", would
    /// tell the other whether they did. So a number under ten is not kept, and one above it in fives.
    public struct Replaced: Equatable, Sendable {
        public static let least = 10

        /// Nil for fewer than ten times.
        public let about: Int?

        public init(times: Int) {
            about = times < Self.least ? nil : (times + 2) / 5 * 5
        }

        /// As it was kept: 0 for fewer than ten times.
        public init(kept: Int) { about = kept == 0 ? nil : kept }

        public var kept: Int { about ?? 0 }

        public var shown: Shown { about.map { Shown($0, .about) } ?? Shown(Self.least, .atMost) }
    }
}
