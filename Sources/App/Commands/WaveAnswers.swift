import ArgumentParser
import Core
import Files
import Store
import Surveys
import Web

/// The raw answers of a research wave, by a decision of hr and the council: answers.csv and codebook.csv.
struct WaveAnswers: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers", abstract: "Write the raw answers of a research wave, by a decision, with a codebook.")

    @OptionGroup var one: WaveOptions
    @Option(help: "The id of the decision of hr and the council.") var decision: String
    @Option(help: "The folder to make; it must not exist, or be empty.") var out: String
    var options: DataOptions { one.data }

    private struct Written: Encodable {
        let folder: String
        let files: [String]
    }

    private static let names = (answers: "answers.csv", codebook: "codebook.csv")

    func files() throws -> [String: [UInt8]] {
        try OutFolder(path: out).check(outside: options.folder)
        return [:]
    }

    func reply(in workplace: Workplace) async throws -> Reply {
        let (wave, home) = try await one.found(in: workplace)
        guard let decision = Decision.ID(decision) else { throw NotFound() }
        let store = workplace.store
        try await store.checkDecision(decision, lets: wave.id, in: home.id)
        let rows = try await store.takeRawAnswers(of: wave.id, in: home.id, by: nil)
        let table = try await store.takeCodebook(of: wave.id, in: home.id, by: nil)
        return try await HandedOver.made(in: store, of: home.id) { made in
            try await made.write(Self.names.answers) { try await rows.write($0) }
            try await made.write(Self.names.codebook, DelimitedText.forAnalysis.bytes(of: table.codebook))
        }.reply(saying: workplace.say("command.answers_written", ["path": out]))
    }

    func shown(_ reply: Reply) throws -> String {
        let told = try HandedOver.Told(in: reply)
        try OutFolder(path: out).take(told.place)
        let names = [Self.names.answers, Self.names.codebook]
        if options.json { return try json(Written(folder: out, files: names)) }
        return told.words
    }
}
