import Foundation
import HummingbirdTesting
import Support

/// A page as a browser takes it apart: texts, links, headings.
struct ReadPage {
    let source: String
    /// Every text between two tags, and every text in an attribute that people read, without those of scripts
    /// and of letters to others.
    let texts: [String]

    init(_ source: String) {
        self.source = source
        var texts: [String] = []
        let body = source.replacing(Self.script, with: "").replacing(Self.letter, with: "")
        var rest = body[...]
        while let open = rest.firstIndex(of: "<") {
            texts.append(String(rest[..<open]))
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            texts += Self.readable(in: rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        self.texts = texts.map(Self.plain).filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    private static func readable(in tag: Substring) -> [String] {
        guard !tag.hasPrefix("<meta") else { return [] }
        return tag.matches(of: attribute).map { String($0.1) }
    }

    // A pattern is read anew wherever it stands in the way of the program: for each tag that took most of the time of
    // tests that read many pages.
    private nonisolated(unsafe) static let attribute =
        /\s(?:alt|title|placeholder|aria-label|label|data-title)="([^"]*)"/
    /// What is written to somebody else, in the language that they read.
    private nonisolated(unsafe) static let letter = /<(pre|b)\b[^>]*\slang="[a-z]+"[^>]*>(.|\n)*?<\/\1>/
    private nonisolated(unsafe) static let script = /<(script|style)\b[^>]*>(.|\n)*?<\/\1>/

    /// What a reader sees of a text: entities as signs, one space where there were several.
    private static func plain(_ text: String) -> String {
        let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return signs.reduce(text) { $0.replacing($1.0, with: $1.1) }.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// Where its links lead, as they stand there.
    var links: [String] {
        source.matches(of: /<a\b[^>]*\shref="([^"]*)"/).map { Self.plain(String($0.1)) }
    }

    /// The link to the same page in the other language of the whole program.
    var otherLanguage: String? { otherLanguages.first }

    /// The links to the same page in all other languages that it speaks.
    var otherLanguages: [String] {
        source.matches(of: /<a href="([^"]*)" lang="([a-z-]+)" hreflang="[a-z-]+" data-module="keep-typed">/)
            .map { Self.plain(String($0.1)) }
    }

    var language: String? { source.firstMatch(of: /<html lang="([a-z-]+)">/).map { String($0.1) } }

    /// The texts of its first headings.
    var headings: [String] {
        source.components(separatedBy: "<h1").dropFirst().map { rest in
            let tagged = rest.components(separatedBy: "</h1>")[0].drop { $0 != ">" }.dropFirst()
            return Self.plain(String(tagged).replacing(/<[^>]*>/, with: ""))
        }
    }

    /// The first cell of each row of a table's body.
    var rowHeads: [String] {
        source.matches(of: /<th scope="row">(?:<a [^>]*>)?(?:<bdi>)?([^<]*)/).map { Self.plain(String($0.1)) }
    }
}

extension TestResponse {
    var page: ReadPage { ReadPage(text) }
}
