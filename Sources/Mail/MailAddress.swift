/// Where a message goes, and the name that its reader sees beside it.
public struct MailAddress: Hashable, Sendable {
    public let name: String
    /// Such as "anna@linde.example".
    public let address: String

    /// Refuses what no server would take, and anything that could begin a header of its own.
    public init(_ address: String, name: String = "") throws(Refusal) {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let local = parts.first, let domain = parts.last else { throw .isNoAddress }
        guard (1...64).contains(local.utf8.count), address.utf8.count <= 254 else { throw .isNoAddress }
        guard local.utf8.allSatisfy(Self.isAtom), !local.hasPrefix("."), !local.hasSuffix("."), !local.contains("..")
        else { throw .isNoAddress }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy(Self.isLabel) else { throw .isNoAddress }
        self.address = address
        self.name = name
    }

    public enum Refusal: Error { case isNoAddress }

    /// RFC 5322, section 3.2.3, and the dot between atoms.
    private static func isAtom(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
