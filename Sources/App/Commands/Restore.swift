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
            try Store.restore(URL(fileURLWithPath: file), into: try options.folder)
            // Opening brings the schema up to date, and withdraws the waves whose answers no backup holds.
            let workplace = try await Workplace(try options.folder, options, order)
            Terminal.say(options.json ? #"{"state":"restored"}"# : workplace.say("command.restored"))
        } catch {
            let reply = Workplace.explain(error, options, order)
            Terminal.complain(reply.problems)
            throw ExitCode(reply.code)
        }
    }
}
