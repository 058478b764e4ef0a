/// A paper that somebody laid in: a permission, an agreement, what was signed.
public struct Paper: Equatable, Sendable {
    public let type: String
    public let bytes: [UInt8]

    public static let mostBytes = 5_242_880
    private static let kinds: [(type: String, ending: String, start: [UInt8])] = [
        ("application/pdf", "pdf", Array("%PDF-".utf8)),
        ("image/png", "png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", "jpg", [0xFF, 0xD8, 0xFF]),
    ]

    /// A PDF, PNG or JPEG by its first bytes. What the file was called is not kept: people put names in it.
    public init(_ bytes: [UInt8]) throws(Refusal) {
        guard let kind = Self.kinds.first(where: { bytes.starts(with: $0.start) }) else { throw .isNone }
        guard bytes.count <= Self.mostBytes else { throw .isTooLarge }
        self.init(type: kind.type, bytes: bytes)
    }

    /// One that was kept before.
    public init(type: String, bytes: [UInt8]) {
        (self.type, self.bytes) = (type, bytes)
    }

    /// For the name under which somebody keeps it.
    public var ending: String { Self.kinds.first { $0.type == type }?.ending ?? "bin" }

    public enum Refusal: String, CaseIterable, Core.Refusal {
        case isNone = "paper_file.is_none"
        case isTooLarge = "paper_file.is_too_large"
    }
}
