import Methods

/// A pack with one thing wrong, and what its writer must hear.
struct FaultCase: Sendable, CustomStringConvertible {
    let description: String
    var texts: [String: String]
    var expected: [String]

    init(_ description: String, _ texts: [String: String], _ expected: String...) {
        self.description = description
        self.texts = texts
        self.expected = expected
    }

    /// One text replaced in one file.
    init(_ file: String, _ old: String, _ new: String, _ expected: String...) {
        description = "\(file): \(old) → \(new)"
        texts = SmallPack.with(file, old, new)
        self.expected = expected
    }
}

extension FaultCase {
    static func adding(_ file: String, _ text: String) -> [String: String] {
        SmallPack.texts.merging([file: text]) { $1 }
    }

    /// One text replaced in one file of a pack that has a lock.
    static func locked(_ file: String, _ old: String, _ new: String, _ expected: String...) -> FaultCase {
        var one = FaultCase("locked, \(file): \(old) → \(new)", SmallPack.with(file, old, new))
        one.texts[WordingLock.file] = lock
        one.expected = expected
        return one
    }

    private static let lock = (try? WordingLock().updated(with: SmallPack.read()).text) ?? ""
}
