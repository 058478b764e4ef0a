import Core
import Foundation
import Methods
import Support
import Surveys
import Testing

@testable import Web

/// What is said about a file of answers to whoever reads it with a command.
@Suite struct FileTellingTests {
    private let pulse: Instrument
    private let words: Words
    private let fileWords: FileWords

    init() throws {
        pulse = try PackFolder(House.root.appendingPathComponent("Packs/pulse").path).instrument()
        words = try Words(House.root.appendingPathComponent("Locales"))
        fileWords = FileWords(words)
    }

    private func read(_ text: String) throws -> FileAnswers {
        try FileAnswers(Array(text.utf8), name: "a.csv", of: pulse, map: .none, units: nil, words: fileWords)
    }

    private func file(_ heading: [String]) -> String {
        let row = heading.indices.dropLast().map { "\(1 + $0 % 4)" } + ["5"]
        return ([heading] + Array(repeating: row, count: 12)).map { $0.joined(separator: ";") }.joined(separator: "\n")
            + "\n"
    }

    @Test(arguments: [Language.dutch, .english])
    func `a question that is lacking is named by its words alone`(language: Language) throws {
        let (all, lacking) = (pulse.items.map(\.id), try #require(pulse.items.last))
        let told = FileTelling(
            try read(file(Array(all.dropLast()))).account, instrument: pulse,
            say: Speech(words: words, language: language))
        for text in [told.text] + told.remarks { #expect(!text.contains(lacking.id)) }
        #expect(told.text.contains(lacking.wording[language]))
    }

    @Test(arguments: [Language.dutch, .english])
    func `that nobody gave the highest answer is told to whoever holds the file, and in no report`(
        language: Language
    ) throws {
        let rows = (0..<40).map { row in pulse.items.indices.map { "\(1 + (row + $0) % 4)" } }
        let text = ([pulse.items.map(\.id)] + rows).map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
        let say = Speech(words: words, language: language)
        let told = FileTelling(try read(text).account, instrument: pulse, say: say)
        let line = say("files.highest_is_never_given", ["lowest": "1", "highest": "5"])
        #expect(told.text.components(separatedBy: line).count == 2 && !told.remarks.contains(line))
    }

    @Test(arguments: [Language.dutch, .english])
    func `how many answered what was not theirs is told to whoever holds the file, and the report says that some did`(
        language: Language
    ) throws {
        let asking = try PackFolder(House.root.appendingPathComponent("Tests/Packs/asking").path).instrument()
        let rows = String(repeating: "3;1;2\n", count: 20) + String(repeating: "1;3;2\n", count: 7)
        let answers = try FileAnswers(
            Array("rhythm-nights;nights-sleep;stove-heat\n\(rows)".utf8), name: "a.csv", of: asking, map: .none,
            units: nil, words: fileWords)
        let say = Speech(words: words, language: language)
        let told = FileTelling(answers.account, instrument: asking, say: say)
        #expect(told.text.contains(say("files.answers_were_not_asked", ["count": "7"])))
        #expect(told.remarks.contains(say("files.not_asked_is_left_out")))
        #expect(!told.remarks.contains { $0.contains("7") })
        let (stove, kitchen) = (try #require(asking.themes.last), asking.staffGroups[1].name[language])
        let untold = say(
            "files.theme_has_no_staff_group", ["theme": stove.name[language], "groups": kitchen])
        #expect(told.text.contains(untold) && told.remarks.contains(untold))
    }

    @Test func `one row is told as one`() throws {
        let one = pulse.items.map(\.id).joined(separator: ";") + "\n4;4;4;4;4\n"
        for (language, words) in [
            (Language.dutch, "Een regel gelezen, 5 kolommen"), (.english, "One row read, 5 columns"),
        ] {
            let say = Speech(words: self.words, language: language)
            #expect(FileTelling(try read(one).account, instrument: pulse, say: say).text.hasPrefix(words))
        }
    }
}
