/// What somebody is to an organisation.
public enum Role: String, CaseIterable, Sendable, Codable {
    case admin, hr, leader, board, council, facilitator, researcher
    /// Works here. It comes with an invitation and lasts as long as the work; nobody gives or takes it by hand.
    case staff

    /// Those that somebody is given.
    public static let given = allCases.filter { $0 != .staff }

    /// One that somebody is given, by its name.
    public init?(given name: String) {
        guard let role = Role(rawValue: name), Self.given.contains(role) else { return nil }
        self = role
    }

    /// The council checks what hr does, and the administrator holds the keys: hr decides about neither.
    public var watches: Bool { self == .admin || self == .council }

    /// Whether one person may have both: where two roles must agree, one of them would agree with itself.
    public func goesWith(_ other: Role) -> Bool { Set([self, other]) != [.hr, .council] }
}
