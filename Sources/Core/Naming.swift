extension String {
    /// Whether this can be a name or title of at most so many characters: on one line, without control characters,
    /// and not made large by marks that stand on one letter.
    public func isName(upTo most: Int) -> Bool {
        count <= most && utf8.count <= 4 * most && !unicodeScalars.contains(where: \.breaksLine)
    }
}

extension Unicode.Scalar {
    fileprivate var breaksLine: Bool {
        [.control, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
    }
}
