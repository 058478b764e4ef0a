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

    public init(thousandths: Int, bound: Bound) {
        self.thousandths = thousandths
        self.bound = bound
    }

    /// A whole number.
    public init(_ value: Int, _ bound: Bound) {
        self.init(thousandths: value * 1000, bound: bound)
    }

    /// The figure itself: 3.4, never 3.4000000000000004.
    public var value: Double { Double(thousandths) / 1000 }
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
