/// The domain says no. The raw value is a key of the locale files.
public protocol Refusal: Error, RawRepresentable where RawValue == String {}

extension Refusal {
    public var key: String { rawValue }
}

/// One thing that is wrong with what somebody handed in, and where.
public struct Problem: Hashable, Sendable {
    /// A key of the locale files; the text says what to do.
    public let key: String
    /// What the text fills in, by name.
    public let values: [String: String]
    public let file: String?
    public let line: Int?

    public init(_ key: String, _ values: [String: String] = [:], file: String? = nil, line: Int? = nil) {
        self.key = key
        self.values = values
        self.file = file
        self.line = line
    }
}

/// Everything that is wrong with what somebody handed in.
public struct Problems: Error, Equatable {
    public let all: [Problem]

    public init(_ all: [Problem]) {
        self.all = all
    }

    public init(_ one: Problem) {
        self.init([one])
    }
}

/// Missing, unreadable, another organisation's or not for this role: nobody can tell which.
public struct NotFound: Error {
    public init() {}
}

/// Somebody else saved first.
public enum Conflict: String, Refusal {
    case changedMeanwhile = "conflict.changed_meanwhile"
}
