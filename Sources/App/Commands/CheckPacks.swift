import ArgumentParser
import Core
import Foundation
import Methods

struct CheckPacks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-packs", abstract: "Read every pack strictly, and its lock of wordings.")

    @OptionGroup var options: DataOptions
    @Argument(help: "A folder of packs, or one pack; the shipped ones when left out.") var folder: String?
    @Flag(help: "Write the lock of wordings where it holds.") var lock = false

    private struct Line: Encodable {
        let id: String
        let kind: String
        let version: String
        let items: Int
    }

    func run() async throws {
        let setup = try Setup(options)
        let path = folder ?? setup.resources.appendingPathComponent("Packs").path
        var lines: [Line] = []
        var problems: [Problem] = []
        do {
            for pack in try Self.packs(in: path) {
                do {
                    lines.append(try check(pack))
                } catch let found as Problems {
                    problems += found.all
                }
            }
        } catch let found as Problems {
            problems += found.all
        }
        guard problems.isEmpty else {
            let order = Order(arguments: [], language: Terminal.language.rawValue, files: [:])
            Terminal.complain(Workplace.explain(Problems(problems), options, order).problems)
            throw ExitCode(2)
        }
        Terminal.say(
            options.json
                ? try json(["packs": lines])
                : lines.map { "\($0.id) \($0.version): \($0.items)" }.joined(separator: "\n"))
    }

    private static func packs(in path: String) throws -> [PackFolder] {
        let isOne = FileManager.default.fileExists(atPath: path + "/method.yaml")
        return isOne ? [PackFolder(path)] : try PackFolder.all(in: path)
    }

    private func check(_ pack: PackFolder) throws -> Line {
        let method = try pack.method()
        let (frame, items) = (method.frame, method.frame.items.count)
        // Words that are not there cannot change.
        guard case .instrument(let instrument) = method else {
            return Line(id: frame.id, kind: "definition", version: frame.version, items: items)
        }
        let kept = try pack.lock()
        let changes = kept.compare(with: instrument)
        guard changes.isEmpty else { throw Problems(changes) }
        if lock { try pack.write(kept.updated(with: instrument)) }
        return Line(id: frame.id, kind: "instrument", version: frame.version, items: items)
    }
}
