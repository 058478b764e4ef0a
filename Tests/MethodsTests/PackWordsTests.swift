import Core
import Testing

@testable import Methods

/// Every word that people can read about packs.
@Suite struct PackWordsTests {
    /// The texts of a locale file by their whole key, such as `pack.has_tab`.
    private func texts(_ language: Language) throws -> [String: String] {
        let files = try PackFolder(ShippedPacks.root + "/Locales/" + language.rawValue).files()
        let bytes = try #require(files.bytes["pack.yaml"])
        let tree = YamlReading(file: language.rawValue, findings: Findings()).tree(
            of: String(decoding: bytes, as: UTF8.self))
        return Dictionary(uniqueKeysWithValues: try #require(tree).texts(below: ""))
    }

    @Test(arguments: Language.spoken) func `each fault has a text`(language: Language) throws {
        let texts = try texts(language)
        #expect(PackFault.keys.filter { texts[$0]?.isEmpty != false } == [])
        #expect(HelpChannel.allCases.map(\.key).filter { texts[$0]?.isEmpty != false } == [])
    }

    @Test(arguments: Language.spoken) func `no text about packs is left over`(language: Language) throws {
        let known = Set(PackFault.keys + HelpChannel.allCases.map(\.key))
        #expect(try texts(language).keys.filter { $0.hasPrefix("pack.") && !known.contains($0) } == [])
    }

    @Test(arguments: Language.spoken) func `a text asks only for values that its fault gives`(language: Language) throws
    {
        let texts = try texts(language)
        for problem in FaultCase.all.flatMap({ SmallPack.problems($0.texts) }) {
            let asked = (texts[problem.key] ?? "").matches(of: /\{([a-z]+)\}/).map { String($0.1) }
            #expect(Set(asked).isSubset(of: problem.values.keys), "\(problem.key) in \(language)")
        }
    }

    @Test func `both languages ask for the same values`() throws {
        let (dutch, english) = (try texts(.dutch), try texts(.english))
        for key in PackFault.keys {
            let asked = [dutch, english].map { Set(($0[key] ?? "").matches(of: /\{[a-z]+\}/).map { String($0.0) }) }
            #expect(asked[0] == asked[1], "\(key)")
        }
    }
}

extension YamlTree {
    fileprivate func texts(below prefix: String) -> [(String, String)] {
        switch content {
        case .text(let text, _): [(prefix, text)]
        case .section(let pairs):
            pairs.flatMap { $0.value.texts(below: prefix.isEmpty ? $0.key : prefix + "." + $0.key) }
        case .list, .nothing: []
        }
    }
}
