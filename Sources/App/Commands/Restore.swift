import ArgumentParser
import Core
import Foundation
import Store

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lay a backup out in an empty folder.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The file that backup made.") var file: String
    @Option(help: "The proof of an organisation that was deleted after this backup; may be given several times.")
    var proof: [String] = []

    private static let largestProof = 8_000_000

    func run() async throws {
        let order = Order(arguments: [], language: Terminal.language.rawValue, files: [:])
        do {
            let folder = try options.folder
            guard FileManager.default.fileExists(atPath: file) else {
                throw Problems(Problem("command.file_is_missing", ["path": file]))
            }
            let proofs = try proof.map { try DepartureProof(reading: FileBytes.read($0, upTo: Self.largestProof)) }
            try Store.restore(URL(fileURLWithPath: file), into: folder)
            let workplace = try await opened(folder, order)
            for proof in proofs { try await workplace.store.noteDeparture(proof) }
            Terminal.say(options.json ? #"{"state":"restored"}"# : workplace.say("command.restored"))
        } catch {
            let reply = Workplace.explain(error, options, order)
            Terminal.complain(reply.problems)
            throw ExitCode(reply.code)
        }
    }

    /// Opening brings the schema up to date, and withdraws the waves whose answers no backup holds.
    private func opened(_ folder: String, _ order: Order) async throws -> Workplace {
        do {
            return try await Workplace(folder, options, order)
        } catch {
            // The folder was empty before.
            Store.clear(folder)
            throw error
        }
    }
}
