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
        /// What is said once it lies where it was asked for.
        let words: String
    }

    private struct Told: Encodable {
        let file: String
        let leftOut: [String]

        enum CodingKeys: String, CodingKey { case file, leftOut = "left_out" }
    }

    func files() throws -> [String: [UInt8]] {
        guard !FileManager.default.fileExists(atPath: file) else {
            Terminal.complain([try Setup(options).words()(StartProblem.fileExists.rawValue, in: Terminal.language)])
            throw ExitCode(1)
        }
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw Problems(Problem("command.folder_is_no_place", ["path": folder]))
        }
        return [:]
    }

    func reply(in workplace: Workplace) async throws -> Reply {
        let (made, leftOut) = try await workplace.store.backUp()
        let words = workplace.say(
            leftOut.isEmpty ? "command.backed_up" : "command.backed_up_without",
            ["file": file, "waves": leftOut.joined(separator: ", ")])
        return .done(try json(Answer(made: made.path, leftOut: leftOut, words: words)))
    }

    /// The copy was made inside the data folder; here it goes where it was asked for.
    func shown(_ reply: Reply) throws -> String {
        let answer = try JSONDecoder().decode(Answer.self, from: Data(reply.out.utf8))
        try move(URL(fileURLWithPath: answer.made), to: URL(fileURLWithPath: file))
        return options.json ? try json(Told(file: file, leftOut: answer.leftOut)) : answer.words
    }

    /// Another disk takes a copy; where that fails, as on a full one, nothing is left of it anywhere.
    private func move(_ made: URL, to target: URL) throws {
        do { return try FileManager.default.moveItem(at: made, to: target) } catch {}
        defer { try? FileManager.default.removeItem(at: made) }
        do { try FileManager.default.copyItem(at: made, to: target) } catch {
            try? FileManager.default.removeItem(at: target)
            throw Problems(Problem("command.could_not_write", ["path": target.path]))
        }
    }
}
