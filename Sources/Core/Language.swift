/// A language that people read, by its BCP 47 tag.
public struct Language: Hashable, Sendable, RawRepresentable, Codable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public static let dutch = Language(rawValue: "nl")
    public static let english = Language(rawValue: "en")

    public static let french = Language(rawValue: "fr")
    /// Dutch in short sentences, for who reads little of it; the tag is private use (RFC 5646).
    public static let plainDutch = Language(rawValue: "nl-x-plain")

    /// The languages of Weefsel's own words: every page speaks them, and every pack.
    public static let spoken: [Language] = [.dutch, .english]
    /// Those of the pages on which people answer, where the pack has them too.
    public static let answering: [Language] = spoken + [.french, .plainDutch]

    public var description: String { rawValue }
}

/// One text in several languages.
public struct LocalText: Hashable, Sendable {
    public let texts: [Language: String]

    public init(_ texts: [Language: String]) {
        self.texts = texts
    }

    public init(nl: String, en: String) {
        self.init([.dutch: nl, .english: en])
    }

    /// The text in this language, else in Dutch.
    public subscript(language: Language) -> String { texts[language] ?? texts[.dutch] ?? "" }
}
