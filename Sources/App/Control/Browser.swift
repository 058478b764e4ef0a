import Core
import Foundation

/// Where this machine has a browser that makes PDFs.
enum Browser {
    private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    private static let off = "none"

    /// What WEEFSEL_CHROMIUM says, else the first that is on the path; nil where there is none, or none is wanted.
    static func path() throws(Problems) -> String? {
        guard let chosen = Environment["WEEFSEL_CHROMIUM"] else { return found() }
        if chosen == off { return nil }
        guard isProgram(chosen) else { throw Problems(Problem("start.chromium_is_no_program", ["found": chosen])) }
        return chosen
    }

    private static func found() -> String? {
        let folders = (Environment["PATH"] ?? "").split(separator: ":")
        return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }.first(where: isProgram)
    }

    private static func isProgram(_ path: String) -> Bool {
        path.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: path)
    }
}
