import Core
import Files
import Methods
import Surveys
import Web

/// What was understood of a file of answers, in words.
struct FileTelling {
    private let account: FileAccount
    private let instrument: Instrument
    private let words: Words
    private let language: Language

    private static let mostNames = 12

    init(_ account: FileAccount, instrument: Instrument, words: Words, language: Language) {
        self.account = account
        self.instrument = instrument
        self.words = words
        self.language = language
    }

    /// What was assumed and left out, a sentence each: nothing of it is a number of answers.
    var remarks: [String] {
        account.remarks.map { say($0.key, $0.values) } + lacking
            + account.items.filter { $0.unknown > 0 }.map { say("files.cells_are_unknown", ["heading": $0.heading]) }
            + leftOut
    }

    /// The same for whoever holds the file, with numbers and a few of the texts that were not understood.
    var text: String {
        let read = say(
            "files.was_read",
            [
                "rows": "\(account.rows)", "items": "\(account.items.count)", "encoding": account.encoding.rawValue,
                "delimiter": account.delimiter == "\t" ? say("files.tab") : String(account.delimiter),
            ])
        let unknown = account.items.filter { $0.unknown > 0 }.map { column in
            say(
                "files.cells_unknown_of",
                [
                    "heading": column.heading, "count": "\(column.unknown)",
                    "found": column.examples.joined(separator: ", "),
                ])
        }
        return ([read] + account.remarks.map { say($0.key, $0.values) } + lacking + unknown + leftOut)
            .joined(separator: "\n")
    }

    private var lacking: [String] {
        account.lackingThemes.map { lacking in
            let name = instrument.themes.first { $0.id == lacking.theme }?.name[language] ?? lacking.theme
            return say("files.theme_is_lacking", ["theme": name, "items": lacking.items.joined(separator: ", ")])
        }
    }

    private var leftOut: [String] {
        guard !account.leftOut.isEmpty else { return [] }
        let more = account.leftOut.count > Self.mostNames ? ", …" : ""
        let names = account.leftOut.prefix(Self.mostNames).joined(separator: ", ") + more
        return [say("files.columns_left_out", ["count": "\(account.leftOut.count)", "names": names])]
    }

    private func say(_ key: String, _ values: [String: String] = [:]) -> String {
        words(key, values, in: language)
    }
}
