import Core
import Foundation
import Glibc

/// Where a command speaks: results on standard output, problems one a line on standard error.
enum Terminal {
    static func say(_ text: String) {
        guard !text.isEmpty else { return }
        FileHandle.standardOutput.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }

    static func complain(_ lines: [String]) {
        for line in lines { FileHandle.standardError.write(Data((line + "\n").utf8)) }
    }

    /// Dutch where the terminal is Dutch, else English.
    /// The language that somebody names; without a name another.
    static func language(_ named: String?, else other: Language) throws -> Language {
        guard let named else { return other }
        guard Language.spoken.map(\.rawValue).contains(named) else {
            throw Problems(Problem("command.language_is_unknown", ["found": named]))
        }
        return Language(rawValue: named)
    }

    static var language: Language {
        let wish = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { ProcessInfo.processInfo.environment[$0] }
            .first { !$0.isEmpty }
        return wish?.hasPrefix("nl") == true ? .dutch : .english
    }
}
