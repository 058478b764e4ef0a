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
        let item = /item [a-z0-9-]+ [1-9][0-9]{0,2} ([A-Za-z-]{2,12} [0-9a-f]{64}|scale [a-z0-9-]+|reversed (yes|no))/
        let scale = /scale [a-z0-9-]+ [A-Za-z-]{2,12} [0-9a-f]{64}/
        guard line.wholeMatch(of: item) != nil || line.wholeMatch(of: scale) != nil else { return nil }
        guard let space = line.lastIndex(of: " ") else { return nil }
        return (String(line[..<space]), String(line[line.index(after: space)...]))
    }
}
