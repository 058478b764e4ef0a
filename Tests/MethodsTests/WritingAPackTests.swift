import Core
import Foundation
import Methods
import Testing

/// The guide for people who write packs says what the reader does.
@Suite struct WritingAPackTests {
    private let guide: String

    init() throws {
        guide = try String(contentsOfFile: ShippedPacks.root + "/docs/writing-a-pack.md", encoding: .utf8)
    }

    /// What stands above the table of each part.
    private static let headings: [PackKeys: String] = [
        .method: "## `method.yaml`", .questions: "## `questions.yaml`", .questionTheme: "\nA theme:",
        .item: "\nA question:",
        .scoring: "## `scoring.yaml`", .scale: "\nA scale:", .themeScoring: "\nWhat is different for a theme:",
        .highlights: "\nWhen a theme stands out:", .strength: "\nA strength:", .concern: "\nA concern:",
        .condition: "\nWho gets a theme:", .openQuestion: "\nAn open question:",
        .backgroundQuestion: "\nA background question:", .words: "## The words", .themeWords: "\nThe words of a theme:",
        .definition: "\nThe `method.yaml` of a definition:", .definitionWords: "\nThe words of a definition:",
    ]

    @Test(arguments: PackKeys.allCases) func `the guide has a row for each key, its need and its limits`(part: PackKeys)
        throws
    {
        let rows = try rows(of: part)
        for key in part.keys {
            let row = try #require(
                rows.first { $0.hasPrefix("| `\(key.name)` | \(key.need) | ") }, "\(part) \(key.name)")
            for limit in key.limits { #expect(row.contains(limit), "\(row) says \(limit)") }
        }
        #expect(rows.count == part.keys.count)
    }

    private func rows(of part: PackKeys) throws -> [Substring] {
        let heading = try #require(Self.headings[part])
        let start = try #require(guide.range(of: heading)?.upperBound)
        let lines = guide[start...].split(separator: "\n").drop { !$0.hasPrefix("|---") }.dropFirst()
        return Array(lines.prefix { $0.hasPrefix("|") })
    }

    @Test func `the guide names each kind of help, each kind of answer and each name that is kept`() {
        let words = HelpChannel.allCases.map(\.rawValue) + Scale.Kind.allCases.map(\.rawValue)
        for word in words + ["code", "wave", "language", "token", "block"] {
            #expect(guide.contains("`\(word)`"))
        }
    }

    @Test func `the example in the guide is a pack that can be read`() throws {
        var texts: [String: String] = [:]
        let parts = guide.components(separatedBy: "\n`Packs/tea-room/").dropFirst()
        for part in parts {
            let pieces = part.components(separatedBy: "```")
            let name = try #require(pieces.first?.split(separator: "`").first)
            texts[String(name)] = pieces[1].split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
        }

        #expect(texts.count == 6)
        let tea = try Instrument(pack: PackFiles(folder: "tea-room", texts: texts))
        #expect(tea.items.map(\.isReversed) == [false, true])
        #expect(tea.title[.english] == "How is the tea?")
    }
}

extension PackKey {
    fileprivate var limits: [String] {
        switch form {
        case .text(let most, _): ["at most \(most) characters"]
        case .number(let range): ["\(range.lowerBound) to \(range.upperBound)"]
        case .share: ["above 0, at most 1"]
        default: []
        }
    }
}
