import Foundation

/// The clone that these tests were built from.
enum Clone {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// Every text on the screen in a language; what the program fills in is written as "…".
    static func words(in language: String) throws -> Set<String> {
        let folder = root.appendingPathComponent("Locales/\(language)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.reduce(into: []) { words, file in
            let text = try String(contentsOf: file, encoding: .utf8)
            for line in text.matches(of: /(?m)^\s*[a-z_0-9.]+:[ ]+"?(.+?)"?$/) {
                words.insert(String(line.1).replacing(/\{[a-z]+\}/, with: "…"))
            }
        }
    }

    /// The Swift files under a folder, by their path from the root.
    static func swiftFiles(in folder: String) throws -> [String: String] {
        let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
        let paths = (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
        return try Dictionary(uniqueKeysWithValues: paths.map { ("\(folder)/\($0)", try text("\(folder)/\($0)")) })
    }
}
