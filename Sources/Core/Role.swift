/// What somebody is to an organisation.
public enum Role: String, CaseIterable, Sendable, Codable {
    case admin, hr, leader, board, council, facilitator, researcher

    /// The council checks what hr does, and the administrator holds the keys: hr decides about neither.
    public var watches: Bool { self == .admin || self == .council }
}
