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
            "folder": folder.quotedForShell,
            "day": ailment.day.map { Speech(words: words, language: language).date($0) } ?? "",
        ]
        return words("doctor.\(ailment.kind.rawValue)", values, in: language)
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
        guard parts.count == 3, parts[0] == "packs" else { return resources.appendingPathComponent("Packs").path }
        return URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent("packs/\(parts[1])").path
    }
}

extension String {
    /// So that it can be pasted after a command.
    var quotedForShell: String {
        let isPlain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0)) }
        return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
