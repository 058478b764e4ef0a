import Core
import Foundation
import Methods
import Support

@testable import Web

/// The texts that a page may show: words of its language with what fills them in, what packs say, and what people typed.
struct KnownTexts {
    private let whole: Set<String>
    /// Words with places to fill in: what stands before, between and after these. A text is held against those alone
    /// that begin and end as it does.
    private let patterns: [Edge: [[String]]]
    private var judged: [String: Judgement] = [:]

    /// How deep a text must be looked into to know it, and how deep it was looked into without knowing it.
    private struct Judgement {
        var known = Int.max
        var unknown = -1
    }

    /// The first sign of a text and its last; nil where a place to fill in stands there.
    private struct Edge: Hashable {
        let first: Character?
        let last: Character?
    }

    /// A filled-in text may hold another, as a sentence holds a date, and that one the name of a month.
    private static let deepest = 5

    /// What no list can name: sign-in names that tests give, codes, addresses and fingerprints.
    private let shapes: [Regex<Substring>] = [
        /[a-z]+-[0-9]+/, /[2-9A-Z]{4}-[2-9A-Z]{4}/, /(?:https?:\/\/)?127\.0\.0\.1:8080(?:\/[md]\/[a-z0-9]{5})?/,
        /[md]\//, /[0-9a-f ]{8,}/, /[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/,
    ]

    init(_ language: Language, typed: Set<String>) throws {
        let words = try Words(House.root.appendingPathComponent("Locales"))
        let packs = try PackFolder.all(in: House.root.appendingPathComponent("Packs").path).map { try $0.method() }
        let own = words.keys(in: language).map { words($0, in: language) }
        // An example of a file is shown line by line.
        let lines = own.filter { $0.contains("\n") }.flatMap { $0.split(separator: "\n").map(String.init) }
        let said = packs.flatMap { $0.texts(in: language) + [$0.frame.id, $0.frame.licence] }
        whole = Set((own + lines + said).map(Self.plain)).union(typed)
        let all = own.map(Self.plain).filter { $0.contains("{") }.map {
            $0.split(separator: /\{[A-Za-z_]+\}/, omittingEmptySubsequences: false).map(String.init)
        }
        patterns = Dictionary(grouping: Set(all)) { Edge(first: $0.first?.first, last: $0.last?.last) }
    }

    /// Whether a text is known, or several that stand in one place.
    mutating func holds(_ text: String) -> Bool {
        var dead: Set<Int> = []
        return isKnown(text.split(separator: " ")[...], &dead)
    }

    /// The longest first: most texts are one, and what only begins like one takes long to judge.
    private mutating func isKnown(_ words: ArraySlice<Substring>, _ dead: inout Set<Int>) -> Bool {
        guard !words.isEmpty else { return true }
        guard !dead.contains(words.startIndex) else { return false }
        for count in stride(from: words.count, to: 0, by: -1)
        where isKnown(words.prefix(count).joined(separator: " "), Self.deepest) {
            if isKnown(words.dropFirst(count), &dead) { return true }
        }
        dead.insert(words.startIndex)
        return false
    }

    /// Signs around a text may stand in the template.
    private mutating func isKnown(_ text: String, _ depth: Int) -> Bool {
        if let judgement = judged[text] {
            if depth >= judgement.known { return true }
            if depth <= judgement.unknown { return false }
        }
        let bare = text.trimmingCharacters(in: CharacterSet(charactersIn: " .,:;?()"))
        let isKnown = isOne(text.trimmed, depth) || isOne(bare, depth)
        if isKnown {
            judged[text, default: Judgement()].known = depth
        } else {
            judged[text, default: Judgement()].unknown = depth
        }
        return isKnown
    }

    private mutating func isOne(_ text: String, _ depth: Int) -> Bool {
        guard text.contains(where: \.isLetter) else { return true }
        // A step of a form is named in a sentence, too, and a day begins one.
        let (first, rest) = (text.prefix(1), text.dropFirst())
        if whole.contains(text) || whole.contains(first.uppercased() + rest)
            || whole.contains(first.lowercased() + rest)
        {
            return true
        }
        if shapes.contains(where: { text.wholeMatch(of: $0) != nil }) { return true }
        guard depth > 0 else { return false }
        // What begins a sentence with a part of one has a capital there, too.
        for start in Set([text, first.lowercased() + rest]) where fitsOne(start, depth) { return true }
        let parts = text.components(separatedBy: ", ")
        return parts.count > 1 && parts.allSatisfy { isKnown($0, depth - 1) }
    }

    private mutating func fitsOne(_ text: String, _ depth: Int) -> Bool {
        for edge in [(text.first, text.last), (text.first, nil), (nil, text.last), (nil, nil)] {
            let known = patterns[Edge(first: edge.0, last: edge.1), default: []]
            for pattern in known where fits(text, pattern, depth) { return true }
        }
        return false
    }

    private mutating func fits(_ text: String, _ pattern: [String], _ depth: Int) -> Bool {
        guard text.hasPrefix(pattern[0]), text.hasSuffix(pattern[pattern.count - 1]) else { return false }
        return isFilled(String(text.dropFirst(pattern[0].count)), pattern.dropFirst(), depth)
    }

    /// Whether what is left begins with something known, and goes on with the rest of the pattern.
    private mutating func isFilled(_ rest: String, _ pattern: ArraySlice<String>, _ depth: Int) -> Bool {
        guard let next = pattern.first else { return rest.isEmpty }
        if pattern.count == 1 {
            return rest.hasSuffix(next) && isKnown(String(rest.dropLast(next.count)), depth - 1)
        }
        var place = rest.startIndex
        while !next.isEmpty, let found = rest.range(of: next, range: place..<rest.endIndex) {
            let (value, after) = (String(rest[..<found.lowerBound]), String(rest[found.upperBound...]))
            if isKnown(value, depth - 1), isFilled(after, pattern.dropFirst(), depth) { return true }
            place = rest.index(after: found.lowerBound)
        }
        return false
    }

    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
