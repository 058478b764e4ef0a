/// What somebody is to an organisation.
public enum Role: String, CaseIterable, Sendable, Codable {
    case admin, hr, leader, board, council, facilitator, researcher

    /// The council checks what hr does, and the administrator holds the keys: hr decides about neither.
    public var watches: Bool { self == .admin || self == .council }

    /// Whether one person may have both: where two roles must agree, one of them would agree with itself.
    public func goesWith(_ other: Role) -> Bool { Set([self, other]) != [.hr, .council] }
}
