/// Somebody whose name stands here, as long as it does: names stand in one place, all else refers to them.
public enum Person: Hashable, Sendable {
    public typealias ID = Identifier<Person>

    case named(String)
    /// Erased, or gone with the account.
    case gone

    var isUnnamed: Bool {
        guard case .named(let name) = self else { return false }
        return name.trimmed.isEmpty
    }
}
