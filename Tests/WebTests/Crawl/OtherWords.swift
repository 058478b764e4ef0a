import Core
import Foundation
import Methods
import Support

@testable import Web

/// The texts of one language that are none of another.
struct OtherWords {
    private let whole: Set<String>
    /// Parts of texts that have places to fill in, long enough to know a language by.
    private let parts: [String]

    /// The same in both, as the name of a language or of the organisation's own file.
    private static let same: Set<String> = ["Nederlands", "English"]

    /// Words that Dutch took from English, or both from Latin.
    static let sameInBoth: Set<String> = [
        "Begin", "Code", "DPIA", "Document", "Logo", "Mail", "PDF", "Posters", "Print", "Print posters", "Registers",
        "Team", "Teams", "open", "tab",
        // Programs and systems, by the names that their makers give them.
        "Android", "Chrome", "Chromebook", "Edge", "Firefox", "Linux", "Mac", "Opera", "Safari", "Samsung Internet",
        "Windows", "iPad", "iPhone",
        "{people} in {blocks}.",
        "{title} is open", "{wave} is open",
        "weefsel organisation delete {slug}", "{subject}, {day}", "{text}",
        "mail: {value}",
    ]

    init(than language: Language) throws {
        let words = try Words(House.root.appendingPathComponent("Locales"))
        let packs = try PackFolder.all(in: House.root.appendingPathComponent("Packs").path).map { try $0.method() }
        func texts(_ language: Language) -> Set<String> {
            let own = words.keys(in: language).map { words($0, in: language) }
            let asked = packs.flatMap { $0.texts(in: language) }
            return Set((own + asked).map(Self.plain))
        }
        let other: Language = language == .dutch ? .english : .dutch
        let mine = texts(language)
        let strange = texts(other).subtracting(mine).subtracting(Self.same)
        whole = strange.filter { !$0.contains("{") }
        let known = mine.joined(separator: "\n")
        parts = strange.compactMap(Self.longestPart).filter { !known.contains($0) }
    }

    func holds(_ text: String) -> Bool { whole.contains(text) || parts.contains { text.contains($0) } }

    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func longestPart(_ text: String) -> String? {
        guard text.contains("{") else { return nil }
        let parts = text.split(separator: /\{[a-z_]+\}/).map { plain(String($0)) }
        return parts.max { $0.count < $1.count }.flatMap { $0.count >= 12 && $0.contains(" ") ? $0 : nil }
    }
}
