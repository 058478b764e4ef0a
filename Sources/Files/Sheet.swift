/// A table as other programs take it in: a name, a row of heads, and rows of values.
public struct Sheet: Equatable, Sendable {
    public enum Value: Equatable, Sendable {
        case text(String)
        case number(Double)
        /// A number that shows how it stands to the true one; a table of bare cells holds the number alone.
        case marked(Double, Mark)
        case nothing
    }

    /// How a number stands to the true one.
    public enum Mark: CaseIterable, Sendable {
        case about, atLeast, atMost

        public var sign: String {
            switch self {
            case .about: "±"
            case .atLeast: "≥"
            case .atMost: "≤"
            }
        }
    }

    public let name: String
    public let heads: [String]
    /// As many values each as there are heads.
    public let rows: [[Value]]
    /// How many of the last columns are for programs, and neither shown at once nor printed.
    public let aside: Int
    /// With how many decimals the numbers of each column are shown at least; none where it does not say.
    public let decimals: [Int]

    public init(name: String, heads: [String], rows: [[Value]], aside: Int = 0, decimals: [Int] = []) {
        self.name = name
        self.heads = heads
        self.rows = rows
        self.aside = aside
        self.decimals = decimals
    }

    /// The same under another name.
    public func named(_ name: String) -> Sheet {
        Sheet(name: name, heads: heads, rows: rows, aside: aside, decimals: decimals)
    }
}

extension Sheet.Value {
    /// A number, or nothing where there is none.
    public static func number(orNothing number: Double?) -> Sheet.Value { number.map(Sheet.Value.number) ?? .nothing }
}
