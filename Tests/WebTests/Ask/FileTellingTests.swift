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
}
