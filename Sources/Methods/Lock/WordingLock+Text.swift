public import Core

extension WordingLock {
    /// Reads the text of a lock; any line that the lock would not write is a problem.
    public init(reading text: String, file: String = WordingLock.file) throws(Problems) {
        var (lines, problems) = ([String: String](), [Problem]())
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            if let (name, value) = Self.parts(of: line), lines.updateValue(value, forKey: name) == nil { continue }
            problems.append(Problem(PackFault.lockIsMalformed.rawValue, file: file, line: index + 1))
        }
        guard problems.isEmpty else { throw Problems(problems) }
        self.init(lines: lines)
    }

    /// The lock as it stands in its file: a line for each wording, in byte order.
    public var text: String {
        let sorted = lines.map { "\($0.key) \($0.value)" }.sorted {
            Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
        }
        return (Self.heading + sorted).map { $0 + "\n" }.joined()
    }

    private static let heading = [
        "# Written by `weefsel check-packs --lock`. Do not change it by hand:",
        "# it is how a changed wording without a new revision is noticed.",
    ]

    private static func parts(of line: Substring) -> (name: String, value: String)? {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count > 3, words[1].isPackID, let value = words.last else { return nil }
        let isKnown: Bool
        switch (words[0], words.count) {
        case ("item", 5): isKnown = words[2].isRevision && isOfItem(words[3], value)
        case ("scale", 4): isKnown = (words[2] == "values" || words[2].isLanguageTag) && value.isSHA256
        default: isKnown = false
        }
        return isKnown ? (words.dropLast().joined(separator: " "), String(value)) : nil
    }

    private static func isOfItem(_ aspect: Substring, _ value: Substring) -> Bool {
        switch aspect {
        case "scale": value.isPackID
        case "reversed": value == "yes" || value == "no"
        default: aspect.isLanguageTag && value.isSHA256
        }
    }
}
