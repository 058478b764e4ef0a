public import Disclosure

/// What is told of a group below the whole.
public struct UnitResult: Equatable, Sendable {
    /// Its position among the wave's groups.
    public let group: Int
    /// Names from the top down.
    public let path: [String]
    /// Why the number of persons who took part is told or not.
    public let visibility: Visibility
    /// Persons with at least one answer.
    public let n: Shown?
    public let themes: [ThemeResult]
}

extension UnitResult: Encodable {
    private enum Key: String, CodingKey { case path, n, themes }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(path, forKey: .path)
        try fields.encode(n, forKey: .n)
        try fields.encode(themes, forKey: .themes)
    }
}
