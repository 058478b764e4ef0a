import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// Every page that somebody can come to by links, as every role, in both languages.
@Suite struct CrawlTests {
    private static let languages = Language.spoken

    /// What each role, and nobody, found: pages are asked for once, whatever is then looked for in them.
    private struct Crawled: Sendable {
        let slugs: [String]
        let readers: [(name: String, crawl: Crawl)]
    }

    private static let dutch = Task { try await crawl(.dutch) }
    private static let english = Task { try await crawl(.english) }

    private func crawled(_ language: Language) async throws -> Crawled {
        try await (language == .dutch ? Self.dutch : Self.english).value
    }

    private static func crawl(_ language: Language) async throws -> Crawled {
        let full = try await FullHouse(House())
        let slugs = full.waves.values.map(\.slug)
        return try await full.house.test { client async throws in
            var readers: [(String, Crawl)] = []
            for role in Role.allCases {
                var crawl = Crawl(try await full.visitor(role), language, client)
                try await crawl.follow(from: ["/today"])
                readers.append((role.rawValue, crawl))
            }
            var crawl = Crawl(nil, language, client)
            let addresses = slugs.map { "/m/\($0)" }
            try await crawl.follow(from: ["/sign-in"] + addresses + addresses.map { $0 + "/thanks" })
            return Crawled(slugs: slugs, readers: readers + [("nobody", crawl)])
        }
    }

    @Test(arguments: languages)
    func `every link leads somewhere, and every page is whole`(language: Language) async throws {
        let words = try Words(House.root.appendingPathComponent("Locales"))
        let who = words("page.who", in: language)
        for (reader, crawl) in try await crawled(language).readers {
            for (path, answer) in crawl.found {
                let isLeading = answer.status == .seeOther && answer.headers[.location]?.hasPrefix("/") == true
                #expect(answer.status == .ok || isLeading, "\(path) as \(reader)")
                #expect(answer.text.range(of: "⟦") == nil, "\(path) as \(reader)")
            }
            for (path, page) in crawl.pages {
                #expect(page.language == language.rawValue, "\(path) as \(reader)")
                #expect(page.texts.contains(who), "\(path) as \(reader)")
                // The questionnaire holds its steps, of which the script shows one.
                let isQuestionnaire = page.source.contains("data-module=\"answering\"")
                let headings = page.headings
                #expect(isQuestionnaire ? headings.count > 1 : headings.count == 1, "\(path) as \(reader)")
                #expect(headings.allSatisfy { !$0.isEmpty }, "\(path) as \(reader)")
            }
        }
    }

    @Test func `each role comes to the rooms that are theirs, and to no other`() async throws {
        let rooms: [String: Set<String>] = [
            "admin": ["admin", "today"], "hr": ["admin", "today", "waves"], "leader": ["today", "waves"],
            "board": ["admin", "today", "waves"], "council": ["admin", "today", "waves"], "facilitator": ["today"],
            "researcher": ["today", "waves"], "staff": ["today"], "nobody": ["sign-in"],
        ]
        for (reader, crawl) in try await crawled(.dutch).readers {
            let firsts = Set(crawl.pages.compactMap { $0.path.split(separator: "/").first.map(String.init) })
            #expect(firsts.intersection(["admin", "today", "waves", "sign-in"]) == rooms[reader], "\(reader)")
        }
    }

    @Test func `a text is known by its language, whole or with places to fill in`() throws {
        let words = try Words(House.root.appendingPathComponent("Locales"))
        let (dutch, english) = (try OtherWords(than: .english), try OtherWords(than: .dutch))
        for key in ["page.what_is_kept", "room.today", "answer.promises"] {
            #expect(dutch.holds(words(key, in: .dutch)) && english.holds(words(key, in: .english)), "\(key)")
            #expect(!dutch.holds(words(key, in: .english)) && !english.holds(words(key, in: .dutch)), "\(key)")
        }
        let filled = words("results.response", ["respondents": "5", "invited": "9"], in: .dutch)
        #expect(dutch.holds(filled) && !english.holds(filled))
    }

    @Test func `what reads the same in both languages is known to, so that nothing stays untranslated`() throws {
        let words = try Words(House.root.appendingPathComponent("Locales"))
        let found = words.keys(in: .dutch).map { (words($0, in: .dutch), words($0, in: .english)) }
            .filter { $0.0 == $0.1 && $0.0.replacing(/\{[a-z_]+\}/, with: "").contains(where: \.isLetter) }
            // An example of a file holds names.
            .map(\.0).filter { !$0.contains("\n") }
        #expect(Set(found).subtracting(OtherWords.sameInBoth).sorted() == [])
    }

    /// Languages, each by its own name.
    private static let ownNames: Set<String> = ["Nederlands", "English", "Français", "Eenvoudig Nederlands"]

    /// What people typed in the house that is crawled, beside its names.
    private static let typed: Set<String> = Set(["Tot de zomer.", "Weefsel", "linde"]).union(ownNames)

    @Test(arguments: languages)
    func `no page has a word of the other language, nor a text of no file of words that nobody typed`(
        language: Language
    ) async throws {
        let crawled = try await crawled(language)
        var texts: [String: String] = [:]
        for (reader, crawl) in crawled.readers {
            for (path, page) in crawl.pages {
                for text in page.texts { texts[text] = "\(path) as \(reader)" }
            }
        }
        #expect(texts.count > 500)
        let others = try OtherWords(than: language)
        #expect(texts.filter { others.holds($0.key) } == [:])
        var known = try KnownTexts(language, typed: Self.typed.union(FullHouse.names).union(crawled.slugs))
        let strangers = texts.filter { !known.holds($0.key) }
        #expect(strangers == [:])
    }

    @Test func `a text that is in no file of words is found out, alone and among others`() throws {
        let words = try Words(House.root.appendingPathComponent("Locales"))
        let staff = words("ask.staff_of", ["unit": "Zorg"], in: .dutch)
        let date = Speech(words: words, language: .dutch).date(try #require(Day("2026-10-05")))
        let cards = words("cards.left.of", ["count": "3"], in: .dutch)
        var known = try KnownTexts(.dutch, typed: ["Zorg"])
        for text in ["Zorg", staff, date, cards, "\(date) – \(staff)", "\(cards) \(cards)"] {
            let isKnown = known.holds(text)
            #expect(isKnown, "\(text)")
        }
        for text in [
            "Save", "Zorg (staff)", "Zorg saved", "\(date) – Save", "\(cards) \(date) at once", "Monday 5 oktober",
        ] {
            let isKnown = known.holds(text)
            #expect(!isKnown, "\(text)")
        }
    }
}
