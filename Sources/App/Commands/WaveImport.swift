import ArgumentParser
import Core
import Foundation
import Methods
import Store
import Surveys
import Web

struct WaveImport: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read an earlier wave from a file of answers: its figures, and no answer.")

    @OptionGroup var options: DataOptions
    @Option(help: "The questionnaire, by the id of its pack.") var pack: String
    @Option(help: "The file of answers, as csv.") var answers: String
    @Option(help: "The heading of the column with units.") var unitsColumn: String?
    @Option(help: "A file that says what columns and answers mean.") var columns: String?
    @Option(help: "What the wave is called.") var title: String
    @Option(help: "The last day on which people could answer, such as 2024-11-20.") var heldUntil: String
    @Option(help: "The least number of people behind a figure, 5 to 20.") var threshold = Wave.threshold

    func files() throws -> [String: [UInt8]] {
        // One byte more than the reader takes, so that it says so itself.
        var files = [answers: try FileBytes.read(answers, upTo: FileAnswers.largest + 1)]
        if let columns { files[columns] = try FileBytes.read(columns, upTo: ColumnMap.largest + 1) }
        return files
    }

    func reply(in workplace: Workplace) async throws -> Reply {
        let home = try await workplace.organisation(options)
        let instrument = try instrument(workplace, for: home)
        guard let day = Day(heldUntil) else { throw Problems(Problem(Wave.Refusal.dayIsNoDay.rawValue)) }
        let wish = ImportedWave.Wish(title: title, heldUntil: day, threshold: threshold)
        try wish.check(on: workplace.store.clock.now.day(in: home.zone))
        let say = Speech(words: workplace.words, language: workplace.language)
        let (name, units, map) = (answers, unitsColumn, try map(in: workplace))
        let read = try await workplace.store.slowWork.run {
            try FileTelling.wording(instrument, in: workplace.language) {
                try FileAnswers(
                    bytes(of: name, in: workplace), name: name, of: instrument, map: map, units: units,
                    words: FileWords(workplace.words))
            }
        }
        let wave: Wave
        do {
            wave = try await workplace.store.importWave(read, wish, in: home)
        } catch let obstacle as ImportObstacle {
            throw Problems(say.problem(obstacle))
        }
        let told = FileTelling(read.account, instrument: instrument, say: say).text
        let answer = ["id": "\(wave.id)", "state": wave.state.rawValue]
        return Reply(
            out: options.json ? try json(answer) : "\(wave.id) \(wave.state.rawValue)",
            problems: told.split(separator: "\n").map(String.init))
    }

    private func instrument(_ workplace: Workplace, for home: Organisation) throws -> Instrument {
        if let broken = workplace.store.problems(ofPack: pack, for: home) { throw broken }
        if let known = workplace.store.pack(pack, for: home.id) { return known }
        let known = workplace.store.packs(for: home.id).map(\.id).joined(separator: ", ")
        throw Problems(Problem("command.pack_is_unknown", ["found": pack, "packs": known]))
    }

    private func map(in workplace: Workplace) throws -> ColumnMap {
        try columns.map { try ColumnMap(bytes(of: $0, in: workplace), name: $0) } ?? .none
    }

    private func bytes(of file: String, in workplace: Workplace) -> [UInt8] {
        Array(workplace.order.files[file] ?? Data())
    }
}
