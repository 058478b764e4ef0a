public import Core

/// Names for ranges of a mean, as some source draws them: an indication, never a verdict.
public struct Bands: Equatable, Sendable {
    public struct Band: Equatable, Sendable {
        public let id: String
        /// The lowest mean in it, in thousandths of a point.
        public let from: Int
        public let name: LocalText

        public init(id: String, from: Int, name: LocalText) {
            self.id = id
            self.from = from
            self.name = name
        }
    }

    /// The key of the source among the words of a set of bands.
    static let source = "source"

    /// Who drew the borders, and of whom.
    public let source: LocalText
    /// From low to high; the first begins at the scale's minimum.
    public let all: [Band]

    public init(source: LocalText, all: [Band]) {
        self.source = source
        self.all = all
    }

    /// The band that a mean falls in, in thousandths of a point.
    public func band(of mean: Int) -> Band? { all.last { $0.from <= mean } ?? all.first }
}
