import Core
import Methods
import Store
import Surveys

/// A file of answers, read as somebody chose so far: what its columns hold, its answers or what keeps them from being
/// counted, and what they come to.
struct ImportReading: Sendable {
    private(set) var choices: ImportChoices
    let instrument: Instrument
    let outline: FileOutline
    let account: FileAccount
    let answers: Result<FileAnswers, Problems>
    let figures: ImportedFigures?
    /// What everybody who may read all would read.
    let report: Report?

    init(_ look: FileLook, _ choices: ImportChoices, of instrument: Instrument, for home: Organisation) {
        (self.choices, self.instrument) = (choices, instrument)
        self.choices.settle(look.outline, instrument)
        (outline, account, answers) = (look.outline, look.account, look.answers)
        guard case .success(let answers) = look.answers else {
            (figures, report) = (nil, nil)
            return
        }
        figures = try? ImportedFigures(
            answers, of: home.name, threshold: choices.chosenThreshold ?? Wave.threshold)
        report = figures.map { Report($0.release, of: answers.instrument, groups: $0.groups, for: .all) }
    }

    init(
        _ file: [UInt8], _ choices: ImportChoices, of instrument: Instrument, _ words: Words, for home: Organisation
    ) throws(Problems) {
        let look = try FileLook(
            file, name: choices.file, of: instrument, map: try choices.columnMap(),
            chosen: choices.columnChoice, words: FileWords(words))
        self.init(look, choices, of: instrument, for: home)
    }

    /// What is to be the least number of people behind a figure.
    var threshold: Int { choices.chosenThreshold ?? Wave.threshold }

    /// The same with other choices beside it, such as a title.
    func with(_ choices: ImportChoices) -> Self {
        var other = self
        other.choices = choices
        return other
    }

    /// What was read of the column of a question; nil where none of it counts.
    func column(of item: Item) -> FileAccount.Column? { account.items.first { $0.item == item.id } }
}
