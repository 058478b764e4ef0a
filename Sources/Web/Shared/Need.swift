public import Core
import Store

/// What somebody must be or may do to use a route. A route cannot be added without one.
public enum Need: Sendable, Equatable {
    /// Anybody with the address: answering, sharing, entrance.
    case nothing
    /// One of these rights in the organisation where one is.
    case any(Set<Right>)

    static func right(_ right: Right) -> Need { .any([right]) }

    /// Of which one is enough; none where nothing is asked.
    var rights: Set<Right> {
        guard case .any(let rights) = self else { return [] }
        return rights
    }

    func isMet(by signedIn: SignedIn) -> Bool {
        switch self {
        case .nothing: true
        case .any(let rights): !rights.isDisjoint(with: signedIn.rights)
        }
    }
}

/// One row of the table of routes.
public struct RouteEntry: Sendable {
    public let method: String
    public let path: String
    public let need: Need
    /// Whether somebody proves again who they are.
    public let isWeighty: Bool
}
