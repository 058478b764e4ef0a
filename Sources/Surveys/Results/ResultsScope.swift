/// Of which groups a reader may see results; the whole organisation is always among them.
public enum ResultsScope: Equatable, Sendable {
    case totals
    /// These groups, by position: a leader's own branch.
    case groups(Set<Int>)
    case all

    func contains(_ group: Int) -> Bool {
        switch self {
        case .totals: false
        case .groups(let groups): groups.contains(group)
        case .all: true
        }
    }
}
