import Foundation
public import Mustache

/// Reads every template of a folder, so that what people typed is escaped by our own rule.
enum Templates {
    static func library(in folder: URL) throws -> MustacheLibrary {
        MustacheContentTypes.register(EscapedText(), named: EscapedText.name)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let ending = ".mustache"
        let texts = try paths.filter { $0.hasSuffix(ending) }.map { path in
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            return (String(path.dropLast(ending.count)), text)
        }
        try check(texts)
        let templates = try texts.map { ($0, try template($1)) }
        return MustacheLibrary(templates: Dictionary(templates, uniquingKeysWith: { first, _ in first }))
    }

    /// Whatever a template takes in must be there: else a hole shows in the middle of a page.
    private static func check(_ texts: [(name: String, text: String)]) throws(MissingTemplate) {
        let known = Set(texts.map(\.name))
        for (name, text) in texts {
            for part in text.components(separatedBy: "{{").dropFirst() where part.hasPrefix(">") || part.hasPrefix("<")
            {
                let wanted = part.dropFirst().prefix { $0 != "}" }
                guard known.contains(String(wanted)) else { throw MissingTemplate(name: "\(wanted)", by: name) }
            }
        }
    }

    static func template(_ text: String) throws -> MustacheTemplate {
        MustacheContentTypes.register(EscapedText(), named: EscapedText.name)
        return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(EscapedText.name)}}\n" + text)
    }
}

/// A template takes in another one that is not there.
public struct MissingTemplate: Error {
    public let name: String
    public let by: String
}

/// Escapes scalar by scalar. The library escapes whole characters, and so lets a quote through that bears an accent.
struct EscapedText: MustacheContentType {
    static let name = "ESCAPED"

    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}

/// An empty text counts as nothing in a section.
extension String: @retroactive MustacheCustomRenderable {
    public var isNull: Bool { isEmpty }
    public var renderText: String { self }
}
