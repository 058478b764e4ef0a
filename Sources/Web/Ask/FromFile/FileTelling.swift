public import Core
import Files
public import Methods
public import Surveys

/// What was understood of a file of answers, in words.
public struct FileTelling {
    private let account: FileAccount
    private let instrument: Instrument
    private let say: Speech

    private static let mostNames = 12

    public init(_ account: FileAccount, instrument: Instrument, say: Speech) {
        self.account = account
        self.instrument = instrument
        self.say = say
    }

    /// What was assumed and left out, a sentence each: nothing of it is a number of answers.
    public var remarks: [String] {
        // What teams are called stands in the table of teams, where the rules decide about it.
        account.remarks.filter { !Self.namesUnits.contains($0.key) && !Self.tellsAnswers.contains($0.key) }.map {
            say($0.key, $0.values)
        } + notAsked
            + lacking
            + noAnswers
            + account.items.filter { $0.unknown > 0 }.map { say("files.cells_are_unknown", ["heading": $0.heading]) }
            + leftOut
    }

    private static let namesUnits: Set = [
        "files.units_look_alike", "files.unit_looks_like_a_sum", "files.row_looks_computed",
    ]

    /// What nobody answered is for whoever holds the file: a report may have to hide it.
    private static let tellsAnswers: Set = [
        "files.lowest_is_never_given", "files.highest_is_never_given", FileAccount.notAsked,
        "files.text_is_no_staff_group",
    ]

    /// That answers were left out; of how many people would tell a number of answers that is rounded elsewhere.
    private var notAsked: [String] {
        account.remarks.contains { $0.key == FileAccount.notAsked } ? [say("files.not_asked_is_left_out")] : []
    }

    /// Words that were taken for no answer.
    private var noAnswers: [String] {
        let texts = account.noAnswerTexts.prefix(Self.mostNames).map(\.text)
        return texts.isEmpty ? [] : [say("files.no_answer_texts", ["texts": texts.joined(separator: " · ")])]
    }

    private var noAnswersCounted: [String] {
        let texts = account.noAnswerTexts.prefix(Self.mostNames).map {
            say("files.text_times", ["text": $0.text, "count": "\($0.count)"])
        }
        return texts.isEmpty ? [] : [say("files.no_answer_texts", ["texts": texts.joined(separator: " · ")])]
    }

    /// What was assumed, and what somebody should look at.
    var assumed: [String] { account.remarks.map { say($0.key, $0.values) } }

    /// The same for whoever holds the file, with numbers and a few of the texts that were not understood.
    public var text: String {
        let read = say(
            "files.was_read",
            [
                "rows": say.count("files.rows_read", account.rows),
                "columns": say.count("files.columns_read", account.items.count), "encoding": account.encoding.rawValue,
                "delimiter": account.delimiter == "\t" ? say("files.tab") : String(account.delimiter),
            ])
        let unknown = account.items.filter { $0.unknown > 0 }.map { column in
            say(
                "files.cells_unknown_of",
                [
                    "heading": column.heading, "count": "\(column.unknown)",
                    "found": column.examples.joined(separator: " · "),
                ])
        }
        return ([read] + assumed + contrary + lacking + withoutUnit + noAnswersCounted + unknown + leftOut)
            .joined(separator: "\n")
    }

    /// Questions whose answers run against the rest of their theme: for whoever holds the file, and for no report, as of
    /// some themes no figure may be told.
    var contrary: [String] {
        account.contrary.map { against in
            let theme = instrument.themes.first { $0.id == against.theme }
            let items = against.items.map { id in theme?.items.first { $0.id == id }?.wording[say.language] ?? id }
            let values = [
                "theme": theme?.name[say.language] ?? against.theme, "count": "\(items.count)",
                "items": items.joined(separator: " · "),
            ]
            return say("files.answers_are_contrary", values)
        }
    }

    /// The themes that cannot be told of, and why.
    var lacking: [String] { lackingQuestions + untold }

    /// The themes of which the file does not tell who was asked them.
    private var untold: [String] {
        account.untoldThemes.map { untold in
            let theme = instrument.themes.first { $0.id == untold.theme }
            let name = theme?.name[say.language] ?? untold.theme
            guard let id = untold.items.first else {
                let groups = instrument.staffGroups.filter { theme?.onlyFor.contains($0.id) == true }
                let names = groups.map { $0.name[say.language] }.joined(separator: ", ")
                return say("files.theme_has_no_staff_group", ["theme": name, "groups": names])
            }
            let item = instrument.items.first { $0.id == id }?.wording[say.language] ?? id
            return say("files.theme_has_no_question", ["theme": name, "item": item])
        }
    }

    /// The themes of which a question has no column.
    private var lackingQuestions: [String] {
        account.lackingThemes.map { lacking in
            let theme = instrument.themes.first { $0.id == lacking.theme }
            let items = lacking.items.map { id in
                theme?.items.first { $0.id == id }?.wording[say.language] ?? id
            }
            return say(
                "files.theme_is_lacking",
                [
                    "theme": theme?.name[say.language] ?? lacking.theme, "count": "\(items.count)",
                    "items": items.joined(separator: " · "),
                ])
        }
    }

    /// What is wrong with a file names a question by its words: an id says nothing to who reads.
    public static func wording<Read>(
        _ instrument: Instrument, in language: Language, _ read: () throws -> Read
    ) throws -> Read {
        do {
            return try read()
        } catch let problems as Problems {
            throw Problems(
                problems.all.map { problem in
                    let asked = instrument.items.first { $0.id == problem.values["question"] }
                    guard let words = asked?.wording[language] else { return problem }
                    let values = problem.values.merging(["question": words]) { $1 }
                    return Problem(problem.key, values, file: problem.file, line: problem.line)
                })
        }
    }

    private var withoutUnit: [String] {
        guard account.unitsHeading != nil, account.rowsWithoutUnit > 0 else { return [] }
        return [say.count("files.rows_without_unit", account.rowsWithoutUnit)]
    }

    private var leftOut: [String] {
        guard !account.leftOut.isEmpty else { return [] }
        let more = account.leftOut.count > Self.mostNames ? ", …" : ""
        let names = account.leftOut.prefix(Self.mostNames).joined(separator: ", ") + more
        return [say("files.columns_left_out", ["count": "\(account.leftOut.count)", "names": names])]
    }
}
