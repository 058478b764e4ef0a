// By hand and not as regular expressions, which are put together anew at each use and would take most of
// the time of reading a pack.

extension StringProtocol {
    /// Small letters, digits and single hyphens; begins with a letter.
    var isPackID: Bool {
        let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isClean = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isSmallLetter || $0.isDigit } }
        return isClean && utf8.first?.isSmallLetter == true
    }

    /// Two or three small letters, and perhaps a hyphen with what narrows it: `nl`, `pt-BR`, `nl-x-plain`.
    var isLanguageTag: Bool {
        let parts = utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.count), language.allSatisfy(\.isSmallLetter) else {
            return false
        }
        guard parts.count == 2 else { return true }
        let isPrivate = parts[1].starts(with: "x-".utf8)
        let narrower = isPrivate ? parts[1].dropFirst(2) : parts[1]
        return (2...8).contains(narrower.count) && narrower.allSatisfy { $0.isDigit || ($0 | 0x20).isSmallLetter }
    }

    /// One to three numbers with points between them.
    var isVersion: Bool {
        let parts = utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...3).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
    }

    var isSHA256: Bool {
        utf8.count == 64 && utf8.allSatisfy { $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    }

    /// A whole number above zero, as the lock writes it.
    var isRevision: Bool { Int(self).map { $0 > 0 && String($0) == self } ?? false }
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
