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
    public enum Mark: CaseIterable, Sendable { case about, atLeast, atMost }

    public let name: String
    public let heads: [String]
    /// As many values each as there are heads.
    public let rows: [[Value]]

    public init(name: String, heads: [String], rows: [[Value]]) {
        self.name = name
        self.heads = heads
        self.rows = rows
    }

    /// The same under another name.
    public func named(_ name: String) -> Sheet { Sheet(name: name, heads: heads, rows: rows) }
}

extension Sheet.Value {
    /// A number, or nothing where there is none.
    public static func number(orNothing number: Double?) -> Sheet.Value { number.map(Sheet.Value.number) ?? .nothing }
}
