import Core
import Methods
import Store
import Surveys

/// A file of answers, read as somebody chose so far: what its columns hold, and its answers or what keeps them from being
/// read.
struct ImportReading {
    let choices: ImportChoices
    let instrument: Instrument
    let outline: FileOutline
    let answers: Result<FileAnswers, Problems>

    init(_ file: [UInt8], _ choices: ImportChoices, of instrument: Instrument, _ words: Words) throws(Problems) {
        (self.choices, self.instrument) = (choices, instrument)
        let (map, known) = (try choices.columnMap(), FileWords(words))
        let look = try FileLook(file, name: choices.file, of: instrument, map: map, words: known)
        (outline, answers) = (look.outline, look.answers)
    }

    /// What can be mended by choosing columns: all else is wrong with the file itself.
    private static let mendable: Set = [
        "files.no_theme_is_whole", "files.no_answer_is_understood", "files.answers_are_not_understood",
        "files.more_columns",
    ]

    /// What is wrong with the file, whatever is chosen.
    var faults: Problems? {
        guard case .failure(let problems) = answers else { return nil }
        return problems.all.allSatisfy { Self.mendable.contains($0.key) } ? nil : problems
    }

    /// The questions without a column, and those whose column was chosen by hand.
    var open: [Item] {
        instrument.items.filter { outline.columns[$0.id] == nil || choices.columns[$0.id] != nil }
    }
}
