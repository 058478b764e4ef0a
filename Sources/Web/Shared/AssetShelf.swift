import Crypto
import Foundation
import Yams

/// Styles, scripts, the icon, and what files look like, each under a name with its hash, kept for ever by browsers.
struct AssetShelf: Sendable {
    private let documents: [String: FixedDocument]
    private let addresses: [String: String]

    init(_ folder: URL) throws {
        var shelf = Shelving()
        try shelf.add(folder.appendingPathComponent("styles"), type: "text/css; charset=utf-8") { $0 }
        try shelf.add(folder.appendingPathComponent("scripts"), type: "text/javascript; charset=utf-8", Self.joined)
        let icon = try String(contentsOf: folder.appendingPathComponent("icon.svg"), encoding: .utf8)
        shelf.put(icon, as: "icon.svg", type: "image/svg+xml")
        let schema = try String(contentsOf: folder.appendingPathComponent("results.schema.json"), encoding: .utf8)
        shelf.put(schema, as: "results.schema.json", type: "application/schema+json")
        (documents, addresses) = (shelf.documents, shelf.addresses)
    }

    /// The address of an asset by its plain name, such as `app.css`.
    func address(of name: String) -> String { addresses[name] ?? "/assets/\(name)" }

    /// What stands in an asset, by its plain name: for a page that must hold it itself.
    func text(of name: String) -> String {
        addresses[name].flatMap { documents[String($0.dropFirst("/assets/".count))] }?.text ?? ""
    }

    func document(_ name: String) -> FixedDocument? { documents[name] }

    /// A module as part of one script, so that a phone asks once: its imports stand above it.
    private static func joined(_ module: String) -> String {
        module.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("import ") }
            .map { $0.hasPrefix("export ") ? $0.dropFirst(7) : $0 }.joined(separator: "\n")
    }
}

private struct Shelving {
    var documents: [String: FixedDocument] = [:]
    var addresses: [String: String] = [:]

    /// Puts each bundle of a folder together, its files in the order of the list.
    mutating func add(_ folder: URL, type: String, _ change: (String) -> String) throws {
        let list = try String(contentsOf: folder.appendingPathComponent("bundles.yaml"), encoding: .utf8)
        let bundles = try Yams.load(yaml: list) as? [String: [String]] ?? [:]
        for (name, files) in bundles {
            let parts = try files.map {
                change(try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
            }
            put(parts.joined(separator: "\n"), as: name, type: type)
        }
    }

    mutating func put(_ text: String, as name: String, type: String) {
        let bytes = Array(text.utf8)
        let hash = SHA256.hash(data: bytes).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let hashed = name[..<dot] + "-" + hash + name[dot...]
        addresses[name] = "/assets/\(hashed)"
        documents[String(hashed)] = FixedDocument(bytes, type: type, cache: "public, max-age=31536000, immutable")
    }
}
