import Foundation

/// Which Weefsel this is: what stands in the file beside the program, as `bin/package` wrote it.
enum Version {
    /// The folder of the program itself, also where a link leads to it.
    static var folder: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }

    /// Nil where the program was built and not packed.
    static var written: String? {
        try? String(contentsOf: folder.appendingPathComponent("VERSION"), encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    static var told: String { written ?? "unreleased" }
}
