/// What somebody chose for the columns of a file, by their place in it: it goes before the map and what was found.
public struct ColumnChoice: Equatable, Sendable {
    /// Where the units stand.
    public enum Units: Equatable, Sendable {
        /// Where the map, or who asks for the report, says so.
        case asFound
        /// The same, and else in a column that is called as such columns mostly are: for whoever sees it before it counts.
        case likely
        case none
        case column(Int)
    }

    /// By the id of an item the place of its column; nil where it has none.
    public var items: [String: Int?]
    public var units: Units

    public init(items: [String: Int?] = [:], units: Units = .asFound) {
        self.items = items
        self.units = units
    }
}
