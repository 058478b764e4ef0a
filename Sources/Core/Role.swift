/// What somebody is to an organisation.
public enum Role: String, CaseIterable, Sendable, Codable {
    case admin, hr, leader, board, council, facilitator, researcher
}
