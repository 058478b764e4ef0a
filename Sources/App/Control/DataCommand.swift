import ArgumentParser
import Core
import Foundation
import Methods
import Store
import Web

/// A command on a data folder: through the server where one runs, else on the folder itself.
protocol DataCommand: AsyncParsableCommand {
    var options: DataOptions { get }
    /// Files that the command reads, by the name that was typed.
    func files() throws -> [String: [UInt8]]
    func reply(in workplace: Workplace) async throws -> Reply
    /// What is said here once the answer is there; a command may first move a file into place.
    func shown(_ reply: Reply) throws -> String
}

extension DataCommand {
    func files() throws -> [String: [UInt8]] { [:] }
    func shown(_ reply: Reply) throws -> String { reply.out }

    mutating func run() async throws {
        let folder = try options.folder
        let files = try files()
        let order = Order(
            arguments: Array(CommandLine.arguments.dropFirst()), language: Terminal.language.rawValue, files: files)
        let reply: Reply
        if let client = ControlClient(in: folder) {
            reply = try client.send(order)
        } else {
            reply = await Self.answer(self, order, folder)
        }
        Terminal.say(reply.code == 0 ? try shown(reply) : reply.out)
        Terminal.complain(reply.problems)
        if reply.code != 0 { throw ExitCode(reply.code) }
    }

    private static func answer(_ command: Self, _ order: Order, _ folder: String) async -> Reply {
        do {
            let workplace = try await Workplace(folder, command.options, order)
            return await workplace.answer(command)
        } catch {
            return Workplace.explain(error, command.options, order)
        }
    }
}
