extension String {
    /// Whether this can be a name or title of at most so many characters: on one line, without signs that nobody sees,
    /// and not made large by marks that stand on one letter.
    public func isName(upTo most: Int) -> Bool {
        count <= most && utf8.count <= 4 * most && !unicodeScalars.contains { $0.breaksLine || $0.isHidden }
    }
}

extension Unicode.Scalar {
    /// A sign without width, or one that turns the direction of a text and so can hide what it says. What joins emoji
    /// and letters is none.
    public var isHidden: Bool {
        switch value {
        case 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFE...0xFFFF: true
        default: false
        }
    }

    fileprivate var breaksLine: Bool {
        [.control, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
    }
}
