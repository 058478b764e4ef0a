import ArgumentParser
import Core
import Foundation
import Store

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lay a backup out in an empty folder.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The file that backup made.") var file: String

    func run() async throws {
        let order = Order(arguments: [], language: Terminal.language.rawValue, files: [:])
        do {
            let folder = try options.folder
            guard FileManager.default.fileExists(atPath: file) else {
                throw Problems(Problem("command.file_is_missing", ["path": file]))
            }
            try Store.restore(URL(fileURLWithPath: file), into: folder)
            let workplace = try await opened(folder, order)
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
