import Foundation

/// Which Weefsel this is: what stands in the file beside the program, as `bin/package` wrote it.
enum Version {
    /// The folder of the program itself, also where a link leads to it.
    static var folder: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }

    static var told: String {
        let written = try? String(contentsOf: folder.appendingPathComponent("VERSION"), encoding: .utf8)
        return written?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "unreleased"
    }
}
