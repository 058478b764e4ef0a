import Core
import Testing

@testable import Methods

@Suite struct MisspellingTests {
    /// One key of a shipped pack, and where it stands.
    private struct Spot {
        let file: String
        let pair: YamlTree.Pair
    }

    private func spots(in files: PackFiles) throws -> [Spot] {
        try files.bytes.keys.filter { $0.hasSuffix(".yaml") }.sorted().flatMap { file in
            let findings = Findings()
            let text = String(decoding: try #require(files.bytes[file]), as: UTF8.self)
            let tree = try #require(YamlReading(file: file, findings: findings).tree(of: text))
            return tree.pairs.map { Spot(file: file, pair: $0) }
        }
    }

    private func misspelled(_ spot: Spot, in files: PackFiles) throws -> PackFiles {
        var lines = try #require(files.bytes[spot.file]).split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // All keys are ASCII, so that a column is a byte; but a quoted key would begin with its quotation mark.
        var line = Array(lines[spot.pair.line - 1])
        let start = spot.pair.column - 1
        #expect(Array(line[start..<(start + spot.pair.key.utf8.count)]) == Array(spot.pair.key.utf8))
        line.insert(UInt8(ascii: "x"), at: start + 1)
        lines[spot.pair.line - 1] = line[...]
        let bytes = files.bytes.merging([spot.file: Array(lines.joined(separator: [UInt8(ascii: "\n")]))]) { $1 }
        return PackFiles(folder: files.folder, bytes: bytes)
    }

    @Test(arguments: ShippedPacks.names) func `any key that is misspelled is named with its file and line`(name: String)
        throws
    {
        let files = try ShippedPacks.files(name)
        let spots = try spots(in: files)
        #expect(spots.count > 60)

        for spot in spots {
            let problems = #expect(throws: Problems.self) { try Instrument(pack: misspelled(spot, in: files)) }
            let isNamed =
                problems?.all.contains { $0.file == name + "/" + spot.file && $0.line == spot.pair.line } == true
            #expect(isNamed, "\(spot.file):\(spot.pair.line) \(spot.pair.key)")
        }
    }
}

extension YamlTree {
    /// Every key of this tree.
    fileprivate var pairs: [Pair] {
        switch content {
        case .nothing, .text: []
        case .list(let list): list.flatMap(\.pairs)
        case .section(let pairs): pairs.flatMap { [$0] + $0.value.pairs }
        }
    }
}
