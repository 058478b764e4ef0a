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
    /// Whether it may begin a data folder; elsewhere a path without one is a typing error.
    var makesFolder: Bool { get }
    /// What opening the folder may do in it, where no server runs.
    var opening: Store.Opening { get }
    func reply(in workplace: Workplace) async throws -> Reply
    /// What is answered where the folder could not be opened; nil where that is told as it is.
    func reply(whenClosed error: any Error, _ remedy: Remedy) throws -> Reply?
    /// What is said here once the answer is there; a command may first move a file into place.
    func shown(_ reply: Reply) throws -> String
    /// What is ordered once that was done here, because only then it is true.
    func next(_ reply: Reply) throws -> [String]?
}

extension DataCommand {
    func files() throws -> [String: [UInt8]] { [:] }
    var makesFolder: Bool { false }
    var opening: Store.Opening { .finishing }
    func reply(whenClosed error: any Error, _ remedy: Remedy) throws -> Reply? { nil }
    func shown(_ reply: Reply) throws -> String { reply.out }
    func next(_ reply: Reply) throws -> [String]? { nil }

    func run() async throws {
        let command = self
        try await Workplace.explaining(options) { try await command.carryOut() }
    }

    private func carryOut() async throws {
        let reply = try await ordered(Array(CommandLine.arguments.dropFirst()))
        guard reply.code == 0 else { return try end(reply, saying: reply.out) }
        let text = try shown(reply)
        guard let next = try next(reply), let command = try Weefsel.parseAsRoot(next) as? any DataCommand else {
            return try end(reply, saying: text)
        }
        try end(try await command.ordered(next), saying: text)
    }

    private func end(_ reply: Reply, saying text: String) throws {
        Terminal.say(text)
        Terminal.complain(reply.problems)
        if reply.code != 0 { throw ExitCode(reply.code) }
    }

    private func ordered(_ arguments: [String]) async throws -> Reply {
        let files = try files()
        let order = Order(
            arguments: arguments, language: Terminal.language.rawValue, files: files.mapValues { Data($0) })
        return try await answer(order, options.folder)
    }

    /// A server that starts or stops, or another command, has the folder for a moment: five seconds are waited for it.
    private func answer(_ order: Order, _ folder: String) async throws -> Reply {
        for turn in 1...100 {
            if let client = ControlClient(in: folder) { return await Self.answer(client, order, options) }
            if let reply = await Self.answer(self, order, folder, insists: turn == 100) { return reply }
            try await Task.sleep(for: .milliseconds(50))
        }
        return Workplace.explain(StartProblem.isHeldByAnother, options, order)
    }

    private static func answer(_ client: ControlClient, _ order: Order, _ options: DataOptions) async -> Reply {
        do { return try client.send(order) } catch { return Workplace.explain(error, options, order) }
    }

    /// Nil where another process has the folder, unless it insists.
    private static func answer(
        _ command: Self, _ order: Order, _ folder: String, insists: Bool
    ) async -> Reply? {
        do {
            let workplace = try await Workplace(
                folder, command.options, order, makes: command.makesFolder, opening: command.opening)
            return await workplace.answer(command)
        } catch StartProblem.isHeldByAnother where !insists {
            return nil
        } catch {
            let reply = try? Workplace.remedy(command.options, order).flatMap {
                try command.reply(whenClosed: error, $0)
            }
            return reply ?? Workplace.explain(error, command.options, order)
        }
    }
}
