public import Core
import Store

/// What somebody must be or may do to use a route. A route cannot be added without one.
public enum Need: Sendable, Equatable {
    /// Anybody with the address: answering, sharing, entrance.
    case nothing
    /// One of these rights in the organisation where one is.
    case any(Set<Right>)

    static func right(_ right: Right) -> Need { .any([right]) }

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
