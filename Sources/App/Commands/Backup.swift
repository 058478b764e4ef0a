import ArgumentParser
import Core
import Foundation
import Store
import Web

struct Backup: DataCommand {
    static let configuration = CommandConfiguration(abstract: "Copy everything but open waves' answers into one file.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The file to make; it must not exist.") var file: String

    private struct Answer: Codable {
        let made: String
        let leftOut: [String]
    }

    func files() throws -> [String: [UInt8]] {
        guard !FileManager.default.fileExists(atPath: file) else {
            Terminal.complain([try Setup(options).words()(StartProblem.fileExists.rawValue, in: Terminal.language)])
            throw ExitCode(1)
        }
        return [:]
    }

    func reply(in workplace: Workplace) async throws -> Reply {
        let (made, leftOut) = try await workplace.store.backUp()
        return .done(try json(Answer(made: made.path, leftOut: leftOut)))
    }

    /// The copy was made inside the data folder; here it goes where it was asked for.
    func shown(_ reply: Reply) throws -> String {
        let answer = try JSONDecoder().decode(Answer.self, from: Data(reply.out.utf8))
        let target = URL(fileURLWithPath: file)
        do {
            try FileManager.default.moveItem(at: URL(fileURLWithPath: answer.made), to: target)
        } catch {
            try FileManager.default.copyItem(at: URL(fileURLWithPath: answer.made), to: target)
            try FileManager.default.removeItem(atPath: answer.made)
        }
        if options.json { return try json(["file": [file], "left_out": answer.leftOut]) }
        let words = try Setup(options).words()
        let note = answer.leftOut.isEmpty ? "command.backed_up" : "command.backed_up_without"
        return words(note, ["file": file, "waves": answer.leftOut.joined(separator: ", ")], in: Terminal.language)
    }
}
