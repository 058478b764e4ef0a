import Crypto
import Foundation
import Yams

/// Styles, scripts and pictures, each under a name with its hash, kept for ever by browsers.
struct AssetShelf: Sendable {
    private let documents: [String: FixedDocument]
    private let addresses: [String: String]
    private let imported: [String: [String]]

    /// Bundles of styles are put together; scripts keep their files, and their imports are pointed at the hashed names.
    init(_ folder: URL) throws {
        var shelf = Shelving()
        try shelf.add(styles: folder.appendingPathComponent("styles"))
        try shelf.add(scripts: folder.appendingPathComponent("scripts"))
        (documents, addresses, imported) = (shelf.documents, shelf.addresses, shelf.imported)
    }

    /// The address of an asset by its plain name, such as `app.css`.
    func address(of name: String) -> String { addresses[name] ?? "/assets/\(name)" }

    /// The addresses of all that a script imports, directly or by way of others.
    func imports(of script: String) -> [String] {
        var found: [String] = []
        var waiting = imported[script] ?? []
        while let next = waiting.popLast() {
            guard !found.contains(next) else { continue }
            found.append(next)
            waiting += imported[next] ?? []
        }
        return found.sorted().map(address)
    }

    func document(_ name: String) -> FixedDocument? { documents[name] }
}

private struct Shelving {
    var documents: [String: FixedDocument] = [:]
    var addresses: [String: String] = [:]
    var imported: [String: [String]] = [:]

    mutating func add(styles folder: URL) throws {
        let list = try String(contentsOf: folder.appendingPathComponent("bundles.yaml"), encoding: .utf8)
        let bundles = try Yams.load(yaml: list) as? [String: [String]] ?? [:]
        for (name, files) in bundles {
            let parts = try files.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
            put(parts.joined(separator: "\n"), as: name, type: "text/css; charset=utf-8")
        }
    }

    mutating func add(scripts folder: URL) throws {
        var texts: [String: String] = [:]
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        for path in paths where path.hasSuffix(".js") {
            texts[path] = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        }
        // Files without imports first: the hash of a file depends on the names of what it imports.
        while !texts.isEmpty {
            let ready = texts.filter { path, text in
                !Self.imports(in: text, from: path).contains { texts[$0.path] != nil }
            }
            guard !ready.isEmpty else { throw AssetProblem.importsInACircle }
            for (path, text) in ready {
                var pointed = text
                imported[path] = Self.imports(in: text, from: path).map(\.path)
                for found in Self.imports(in: text, from: path) {
                    pointed = pointed.replacingOccurrences(
                        of: found.written, with: addresses[found.path] ?? found.written)
                }
                put(pointed, as: path, type: "text/javascript; charset=utf-8")
                texts[path] = nil
            }
        }
    }

    private mutating func put(_ text: String, as name: String, type: String) {
        let bytes = Array(text.utf8)
        let hash = SHA256.hash(data: bytes).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let flat = (name[..<dot] + "-" + hash + name[dot...]).replacingOccurrences(of: "/", with: "-")
        addresses[name] = "/assets/\(flat)"
        documents[flat] = FixedDocument(bytes, type: type, cache: "public, max-age=31536000, immutable")
    }

    /// Relative imports as written, and the file that each means.
    private static func imports(in text: String, from path: String) -> [(written: String, path: String)] {
        text.matches(of: /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/).map { match in
            let written = String(match.1)
            var parts = path.split(separator: "/").dropLast().map(String.init)
            for part in written.split(separator: "/") {
                if part == ".." { parts = parts.dropLast() } else if part != "." { parts.append(String(part)) }
            }
            return (written, parts.joined(separator: "/"))
        }
    }
}

enum AssetProblem: Error { case importsInACircle }
