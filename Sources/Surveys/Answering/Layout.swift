import Crypto
public import Methods

/// The set of questions of a wave as a row of bytes: one an item, its value, or `none`.
public struct Layout: Sendable {
    public static let none: UInt8 = 255

    public let items: [String]
    private let places: [String: Int]
    private let allowed: [ClosedRange<Int>]
    /// SHA-256 of the item ids, revisions and values: rows under another layout cannot be mistaken for these.
    public let hash: [UInt8]

    public init(_ instrument: Instrument) {
        let scales = Dictionary(instrument.scales.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let items = instrument.items
        self.items = items.map(\.id)
        places = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        allowed = items.map { item in scales[item.scale].map { $0.minimum...$0.maximum } ?? 0...0 }
        let lines = zip(items, allowed).map { "\($0.id) \($0.revision) \($1.lowerBound) \($1.upperBound)\n" }
        hash = Array(SHA256.hash(data: Array(lines.joined().utf8)))
    }

    public func place(of item: String) -> Int? { places[item] }

    public func allows(_ value: Int, at place: Int) -> Bool { allowed[place].contains(value) }
}
