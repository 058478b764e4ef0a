import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Synchronization
import Testing

@testable import Web

/// Every page that somebody can come to by links, as every role, in both languages.
@Suite struct CrawlTests {
    private static let languages = Language.spoken

    /// Calls back with what a crawl found, for each role and for nobody.
    @discardableResult
    private func crawled(
        _ language: Language, _ look: @escaping @Sendable (String, Crawl) async throws -> Void
    ) async throws -> FullHouse {
        let full = try await FullHouse(House())
        try await full.house.test { client async throws in
            for role in Role.allCases {
                var crawl = Crawl(try await full.visitor(role), language, client)
                try await crawl.follow(from: ["/today"])
                try await look(role.rawValue, crawl)
            }
            var crawl = Crawl(nil, language, client)
            let addresses = full.waves.values.map { "/m/\($0.slug)" }
            try await crawl.follow(from: ["/sign-in"] + addresses + addresses.map { $0 + "/thanks" })
            try await look("nobody", crawl)
        }
        return full
    }

    @Test(arguments: languages)
    func `every link leads somewhere, and every page is whole`(language: Language) async throws {
        let words = try Words(House.root.appendingPathComponent("Locales"))
        let who = words("page.who", in: language)
        try await crawled(language) { reader, crawl in
            for (path, answer) in crawl.found {
                let isLeading = answer.status == .seeOther && answer.headers[.location]?.hasPrefix("/") == true
                #expect(answer.status == .ok || isLeading, "\(path) as \(reader)")
                #expect(!answer.text.contains("⟦"), "\(path) as \(reader)")
            }
            for (path, page) in crawl.pages {
                #expect(page.language == language.rawValue, "\(path) as \(reader)")
                #expect(page.texts.contains(who), "\(path) as \(reader)")
                // The questionnaire holds its steps, of which the script shows one.
                let isQuestionnaire = page.source.contains("data-module=\"answering\"")
                #expect(isQuestionnaire ? page.headings.count > 1 : page.headings.count == 1, "\(path) as \(reader)")
                #expect(page.headings.allSatisfy { !$0.isEmpty }, "\(path) as \(reader)")
            }
        }
    }

    @Test func `each role comes to the rooms that are theirs, and to no other`() async throws {
        let rooms: [String: Set<String>] = [
            "admin": ["admin", "today"], "hr": ["admin", "today", "waves"], "leader": ["today", "waves"],
            "board": ["admin", "today", "waves"], "council": ["admin", "today", "waves"], "facilitator": ["today"],
            "researcher": ["today", "waves"], "nobody": ["sign-in"],
        ]
        try await crawled(.dutch) { reader, crawl in
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
    private static let typed: Set<String> = Set(["Tot de zomer.", "Weefsel"]).union(ownNames)

    @Test(arguments: languages)
    func `no page has a word of the other language, nor a text of no file of words that nobody typed`(
        language: Language
    ) async throws {
        let found = Mutex<[String: String]>([:])
        let full = try await crawled(language) { reader, crawl in
            for (path, page) in crawl.pages {
                found.withLock { found in
                    for text in page.texts { found[text] = "\(path) as \(reader)" }
                }
            }
        }
        let texts = found.withLock { $0 }
        #expect(texts.count > 500)
        let others = try OtherWords(than: language)
        #expect(texts.filter { others.holds($0.key) } == [:])
        let slugs = full.waves.values.map(\.slug)
        var known = try KnownTexts(language, typed: Self.typed.union(FullHouse.names).union(slugs))
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
