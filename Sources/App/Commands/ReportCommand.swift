import ArgumentParser
import Core
import Foundation
import Methods
import Surveys
import Web

/// A report of answers that another program took: no data folder, no server, three files.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Make a report of a file of answers: report.html, report.xlsx, report.json.")

    @Option(help: "The questionnaire: its id, or the folder of a pack.") var pack: String
    @Option(help: "The file of answers, as csv.") var answers: String
    @Option(help: "The heading of the column with units.") var unitsColumn: String?
    @Option(help: "A file that says what columns and answers mean.") var columns: String?
    @Option(help: "The least number of people behind a figure, 5 to 20.") var threshold = Wave.threshold
    @Option(help: "The language of the report, nl or en; without it that of the terminal.") var lang: String?
    @Flag(help: "Leave disclosure control out, for whoever holds the file anyway.") var exact = false
    @Option(help: "The folder to write into.") var out: String
    @OptionGroup var options: DataOptions

    func run() async throws {
        try await Workplace.explaining(options, in: (try? language()) ?? Terminal.language) { try await write() }
    }

    private func write() async throws {
        let setup = try Setup(options)
        let words = try setup.words()
        let language = try language()
        guard Wave.thresholds.contains(threshold) else { throw Wave.Refusal.thresholdIsOutside }
        let instrument = try instrument(in: setup)
        let map = try columns.map { try ColumnMap(FileBytes.read($0, upTo: ColumnMap.largest + 1), name: $0) } ?? .none
        let taken = try FileTelling.wording(instrument, in: language) {
            try FileAnswers(
                FileBytes.read(answers, upTo: FileAnswers.largest + 1), name: answers, of: instrument, map: map,
                units: unitsColumn, words: FileWords(words))
        }
        let told = FileTelling(
            taken.account, instrument: instrument, say: Speech(words: words, language: language))
        let report = try FileReport(
            taken, whole: words("files.everybody", in: language), threshold: threshold, isExact: exact)
        let folder = try ReportFolder(out, for: Self.files)
        let document = try await write(report, told.remarks, setup, to: folder)
        var lines = [told.text]
        if report.tellsNothing {
            lines.append(words("files.tells_nothing", ["threshold": "\(threshold)"], in: language))
        }
        if folder.isReplacing { lines.append(words("command.report_is_replaced", ["folder": out], in: language)) }
        Terminal.say(options.json ? document : lines.joined(separator: "\n"))
    }

    /// Makes the three files, and gives back the document.
    private func write(
        _ report: FileReport, _ remarks: [String], _ setup: Setup, to folder: ReportFolder
    ) async throws -> String {
        let files = try await FileReportFiles(resources: setup.resources, language: try language())
        let name = URL(fileURLWithPath: answers).lastPathComponent
        var document = ""
        try await folder.fill {
            // One after the other: beside each other they take a third more memory.
            try files.writeWorkbook(
                of: report, file: name, remarks: remarks, to: folder.place(of: "report.xlsx").path)
            document = try json(FileDocument(report, remarks: remarks))
            try Data(document.utf8).write(to: folder.place(of: "report.json"))
            let page = files.page(of: report, file: name, remarks: remarks)
            try Data(page.utf8).write(to: folder.place(of: "report.html"))
        }
        return document
    }

    private static let files = ["report.html", "report.xlsx", "report.json"]

    private func language() throws -> Language { try Terminal.language(lang, else: Terminal.language) }

    private func instrument(in setup: Setup) throws -> Instrument {
        if FileManager.default.fileExists(atPath: pack + "/method.yaml") { return try PackFolder(pack).instrument() }
        let shipped = try PackFolder.all(in: setup.resources.appendingPathComponent("Packs").path)
        guard let found = shipped.first(where: { $0.name == pack }) else {
            // A definition without words cannot be asked, and is no choice.
            let known = shipped.filter { (try? $0.instrument()) != nil }.map(\.name).joined(separator: ", ")
            throw Problems(Problem("command.pack_is_unknown", ["found": pack, "packs": known]))
        }
        return try found.instrument()
    }
}
