/// The text of a file that somebody made on a PC: UTF-8, with or without a mark, else Windows-1252.
public struct FileText: Sendable {
    public let text: String
    public let isWindows1252: Bool

    public init(_ bytes: [UInt8]) {
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let text = String(validating: content, as: UTF8.self) {
            (self.text, isWindows1252) = (text, false)
        } else {
            (self.text, isWindows1252) = (String(String.UnicodeScalarView(content.map(Self.scalar))), true)
        }
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return between[Int(byte) - 0x80]
    }

    // 0x80 to 0x9F, where Windows differs from Latin-1; five places are empty.
    private static let between: [Unicode.Scalar] = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
