/// A figure as people may see it.
public struct Shown: Hashable, Sendable {
    /// How the figure stands to the true one.
    public enum Bound: String, CaseIterable, Sendable {
        case exact
        /// Rounded to the step that the number of persons allows.
        case about
        case atLeast = "at-least"
        case atMost = "at-most"
    }

    /// The figure in thousandths: every grid point is a whole number of them.
    public let thousandths: Int
    public let bound: Bound
    /// The figure in full, where nothing was rounded.
    private let full: Double?

    public init(thousandths: Int, bound: Bound) {
        self.thousandths = thousandths
        self.bound = bound
        full = nil
    }

    /// A figure as it is, for whoever holds the answers anyway.
    public init(inFull figure: Double) {
        thousandths = Int((figure * 1000).rounded())
        bound = .exact
        full = figure
    }

    /// A whole number.
    public init(_ value: Int, _ bound: Bound) {
        self.init(thousandths: value * 1000, bound: bound)
    }

    /// The figure itself: 3.4, never 3.4000000000000004.
    public var value: Double { full ?? Double(thousandths) / 1000 }

    /// The figure in whole hundredths; halves go away from nought: 2.075 gives 208.
    public var hundredths: Int {
        full.map { Int(($0 * 100).rounded()) } ?? (thousandths + (thousandths < 0 ? -5 : 5)) / 10
    }

    /// The same figure in another unit: so much less, times one whole number, divided by another.
    public func scaled(less: Int = 0, times: Int, by divisor: Int = 1) -> Shown {
        if let full { return Shown(inFull: (full - Double(less)) * Double(times) / Double(divisor)) }
        return Shown(thousandths: (thousandths - less * 1000) * times / divisor, bound: bound)
    }
}

extension Shown: Encodable {
    private enum Key: String, CodingKey { case value, bound }

    /// Writes `{"value": 3.4, "bound": "about"}`.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(value, forKey: .value)
        try fields.encode(bound.rawValue, forKey: .bound)
    }
}
