extension String {
    /// Whether this can be a name or title of at most so many characters: on one line, without signs that nobody sees,
    /// and not made large by marks that stand on one letter.
    public func isName(upTo most: Int) -> Bool {
        count <= most && utf8.count <= 4 * most && !unicodeScalars.contains { $0.isControl || $0 == "\n" }
    }
}

extension Unicode.Scalar {
    /// Control characters, and the marks that turn the direction of a text and so can hide what it says; the end of a
    /// line is none. Neither is what joins emoji and letters.
    public var isControl: Bool {
        switch value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFFE...0xFFFF:
            true
        default: false
        }
    }
}
