public import Core
public import Foundation
import Yams

/// Every word on every screen, by key and language. A key without words shows as ⟦key⟧, which a test looks for.
public struct Words: Sendable {
    /// What stands in the files of a language.
    private let own: [Language: [String: String]]
    /// Languages of answering alone have the words of those pages; all else they say in Dutch.
    private let texts: [Language: [String: String]]
    private let shelf = WordShelf()

    /// Reads `Locales/LANGUAGE/*.yaml`; each file holds one room's words under its own name.
    public init(_ folder: URL) throws {
        var texts: [Language: [String: String]] = [:]
        for language in Language.answering {
            let files = try FileManager.default.contentsOfDirectory(
                at: folder.appendingPathComponent(language.rawValue), includingPropertiesForKeys: nil)
            for file in files where file.pathExtension == "yaml" {
                let content = try String(contentsOf: file, encoding: .utf8)
                // Words are words: what reads as a number or a day elsewhere need not be looked for.
                let tree = try Yams.load(yaml: content, .basic) as? [String: Any] ?? [:]
                Self.flatten(tree, under: "", into: &texts[language, default: [:]])
            }
        }
        own = texts
        let dutch = texts[.dutch, default: [:]]
        for language in Language.answering where !Language.spoken.contains(language) {
            texts[language] = dutch.merging(texts[language, default: [:]]) { $1 }
        }
        self.texts = texts
    }

    /// The keys of a language, for the test that compares languages.
    public func keys(in language: Language) -> Set<String> { Set(own[language, default: [:]].keys) }

    /// The words for a key, with `{name}` filled in. `key.one` stands in for a `count` of 1 where there is one, and
    /// `key.no_council` where nobody speaks for the staff.
    public func callAsFunction(
        _ key: String, _ values: [String: String] = [:], in language: Language,
        council: Organisation.CouncilKind = .other
    ) -> String {
        let own = texts[language] ?? texts[.dutch] ?? [:]
        let single = values["count"] == "1" ? own[key + ".one"] : nil
        let alone = council == .none ? own[key + Self.withoutCouncil] : nil
        guard let text = single ?? alone ?? own[key] ?? own[key + ".other"] else { return "⟦\(key)⟧" }
        return Self.filled(text, with: values.merging(Self.names(of: council, in: own)) { given, _ in given })
    }

    private static let withoutCouncil = ".no_council"

    /// What the council is called here, also at the start of a sentence.
    private static func names(of council: Organisation.CouncilKind, in own: [String: String]) -> [String: String] {
        let name = own["organisation.council_name.\(council.rawValue)"] ?? ""
        return ["council": name, "Council": name.prefix(1).uppercased() + name.dropFirst()]
    }

    /// All words of a language as an organisation with this council reads them.
    private static func told(_ own: [String: String], where council: Organisation.CouncilKind) -> [String: String] {
        let names = names(of: council, in: own)
        return own.filter { !$0.key.hasSuffix(withoutCouncil) }.reduce(into: [:]) { told, word in
            let alone = council == .none ? own[word.key + withoutCouncil] : nil
            told[word.key] = filled(alone ?? word.value, with: names)
        }
    }

    /// One pass, so that a name with braces in it is never filled in itself; a place without a value stays.
    private static func filled(_ text: String, with values: [String: String]) -> String {
        var (filled, rest) = ("", text[...])
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            filled += rest[..<open]
            filled += values[String(name)] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    /// All words of a language for templates: `{{words.answer.begin}}`.
    func tree(in language: Language, council: Organisation.CouncilKind) -> WordTree {
        let spoken = texts[language] == nil ? .dutch : language
        return shelf.tree(spoken, council) { WordTree(Self.told(texts[spoken] ?? [:], where: council)) }
    }

    private static func flatten(_ tree: [String: Any], under path: String, into texts: inout [String: String]) {
        for (key, value) in tree {
            let name = path.isEmpty ? key : "\(path).\(key)"
            if let branch = value as? [String: Any] {
                flatten(branch, under: name, into: &texts)
            } else {
                texts[name] = "\(value)"
            }
        }
    }
}
