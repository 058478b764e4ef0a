import Core
import Foundation
import Support
import Testing

@testable import Web

/// Words of the languages in which people answer, and nothing else is said.
@Suite struct FurtherWordsTests {
    private static let more = Language.answering.filter { !Language.spoken.contains($0) }
    private let words: Words

    init() throws {
        words = try Words(House.root.appendingPathComponent("Locales"))
    }

    private func texts(_ language: Language) -> [(key: String, text: String)] {
        words.keys(in: language).sorted().map { ($0, words($0, in: language)) }
    }

    @Test(arguments: more)
    func `whole rooms of answering are there, and no key that Dutch lacks`(language: Language) {
        let (dutch, own) = (words.keys(in: .dutch), words.keys(in: language))
        let rooms = [
            "about.", "answer.", "date.month.", "date.weekday.", "form.", "organisation.council_name.", "submission.",
            "typing.",
        ]
        let needed = dutch.filter { key in rooms.contains { key.hasPrefix($0) } }
        #expect(needed.count > 200 && needed.subtracting(own).sorted() == [])
        #expect(own.subtracting(dutch).sorted() == [])
        // A text for where there is no council, or for one, must not come from another language.
        for key in own {
            for kind in [".no_council", ".one"] where dutch.contains(key + kind) { #expect(own.contains(key + kind)) }
        }
    }

    @Test(arguments: more)
    func `the same places are filled in, and nothing shouts`(language: Language) {
        func places(_ text: String) -> Set<String> {
            Set(text.matches(of: /\{[A-Za-z_]+\}/).map { String($0.0).lowercased() })
        }
        for (key, text) in texts(language) {
            #expect(places(text) == places(words(key, in: .dutch)), "\(key)")
            #expect(!text.contains("!") && !text.isEmpty, "\(key)")
        }
    }

    @Test(arguments: more)
    func `what is missing is said in Dutch, and what nobody has shows its key`(language: Language) {
        #expect(words("room.today", in: language) == words("room.today", in: .dutch))
        #expect(words("room.nothing", in: language) == "⟦room.nothing⟧")
        #expect(words("page.own_name", in: language) != words("page.own_name", in: .dutch))
    }

    @Test func `French says vous, and sets signs as French does`() {
        for (key, text) in texts(.french) {
            #expect(text.firstMatch(of: /(?i)\b(tu|ton|tes|toi)\b/) == nil, "\(key)")
            #expect(text.firstMatch(of: /[^\u{A0}][?;»]|«[^\u{A0}]|[^\u{A0}]:(\s|$)|['"“”]/) == nil, "\(key): \(text)")
        }
        let say = Speech(words: words, language: .french)
        #expect(say.date(Day(2026, 10, 1)) == "jeudi 1er octobre 2026")
        #expect(say.shortDate(Day(2026, 8, 21)) == "21 août")
        #expect(Speech(words: words, language: .dutch).shortDate(Day(2026, 10, 1)) == "1 oktober")
    }

    @Test func `plain Dutch has at most ten words a sentence, and says je`() {
        for (key, text) in texts(.plainDutch) {
            #expect(text.firstMatch(of: /(?i)\b(u|uw)\b/) == nil, "\(key)")
            for sentence in text.split(separator: /[.?](?:\s|$)/) {
                #expect(sentence.split(whereSeparator: \.isWhitespace).count <= 10, "\(key): \(sentence)")
            }
        }
    }
}
