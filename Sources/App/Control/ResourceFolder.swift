import ArgumentParser
import Core
import Foundation

/// The folder of everything that is no code, looked at once: what lacks is told at start, not in the middle of a page.
enum ResourceFolder {
    /// The whole program speaks some languages, and pages of answering more: those have fewer rooms.
    private static let languages = [
        Language.spoken, Language.answering.filter { !Language.spoken.contains($0) },
    ].map { $0.map { "Locales/\($0)" } }
    private static let rooms = ["about", "admin", "answer", "ask", "entrance", "share", "shared", "today"]

    private static let files =
        ["bare", "error", "page"].map { "Templates/\($0).mustache" }
        + ["Assets/icon.svg", "Assets/styles/bundles.yaml", "Assets/scripts/bundles.yaml"]

    /// Folders, and how a file in them ends.
    private static let folders =
        languages.joined().map { ($0, ".yaml") } + rooms.map { ("Templates/\($0)", ".mustache") } + [
            ("Packs", "/method.yaml")
        ]

    static func check(_ folder: URL) throws {
        let missing = (lacking(in: folder) + broken(in: folder)).sorted()
        guard missing.isEmpty else {
            let names = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? ", …" : "")
            // In one language, because the words may be what is missing.
            throw ValidationError("\(folder.path) lacks \(names): say with --resources where all of it is.")
        }
    }

    private static func lacking(in folder: URL) -> [String] {
        let lacking = folders.filter { name, ending in
            !paths(in: folder.appendingPathComponent(name)).contains { $0.hasSuffix(ending) }
        }
        return lacking.map(\.0) + files.filter { !exists(folder, $0) }
            + languages.flatMap { unpaired($0, in: folder) }
    }

    /// Each room has its words in every language.
    private static func unpaired(_ languages: [String], in folder: URL) -> [String] {
        let all = Set(languages.flatMap { paths(in: folder.appendingPathComponent($0)) })
        return languages.flatMap { language in
            all.map { "\(language)/\($0)" }.filter { !exists(folder, $0) }
        }
    }

    /// Links that lead nowhere.
    private static func broken(in folder: URL) -> [String] {
        ["Packs", "Locales", "Templates", "Assets"].flatMap { part in
            paths(in: folder.appendingPathComponent(part)).map { "\(part)/\($0)" }.filter { !exists(folder, $0) }
        }
    }

    private static func paths(in folder: URL) -> [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: folder.resolvingSymlinksInPath().path)) ?? []
    }

    /// Follows links.
    private static func exists(_ folder: URL, _ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }
}
