import Core
import Foundation
import Store
import Web

/// What mends an ailment, with the folders as they are on this machine.
struct Remedy {
    let words: Words
    let language: Language
    let resources: URL
    let folder: String

    func text(for ailment: Ailment) -> String {
        let values = [
            "packs": packs(of: ailment).quotedForShell, "what": ailment.what.quotedForShell,
            "folder": folder.quotedForShell, "own": own(of: ailment).quotedForShell,
            "file": ailment.file ?? "",
            "day": ailment.day.map { Speech(words: words, language: language).date($0) } ?? "",
        ]
        let either = isEitherFolder(ailment) ? ".either" : ""
        return words("doctor.\(ailment.kind.rawValue)\(either)", values, in: language)
    }

    /// What makes files that resist the program's own; it may be done more than once.
    func text(for stuck: Stuck) -> String {
        let values = [
            "paths": stuck.paths.map(\.quotedForShell).joined(separator: " "), "folder": stuck.folder.quotedForShell,
        ]
        return words(stuck.isHalfDone ? "departure.stuck_halfway" : "departure.stuck", values, in: language)
    }

    /// As it is told on the terminal.
    func line(for ailment: Ailment) -> String { "\(ailment.what): \(text(for: ailment))" }

    /// A pack of an organisation lies in the data folder, at `packs/ORGANISATION/PACK`; all others with the program.
    private func packs(of ailment: Ailment) -> String {
        let parts = ailment.what.split(separator: "/")
        if parts.count == 3, parts[0] == "packs" { return own(String(parts[1])) }
        let own = own(of: ailment)
        return isThere(own) ? own : resources.appendingPathComponent("Packs").path
    }

    /// The folder with an organisation's own packs, where that may be meant.
    private func own(of ailment: Ailment) -> String { ailment.organisation.map(own) ?? "" }

    private func own(_ organisation: String) -> String {
        URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent("packs/\(organisation)").path
    }

    /// Whether nobody can tell in which of the two folders a questionnaire was: the organisation's own is gone, too.
    private func isEitherFolder(_ ailment: Ailment) -> Bool {
        ailment.organisation != nil && !isThere(own(of: ailment))
    }

    private func isThere(_ path: String) -> Bool { !path.isEmpty && FileManager.default.fileExists(atPath: path) }
}

extension String {
    /// So that it can be pasted after a command.
    var quotedForShell: String {
        let isPlain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0)) }
        return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
