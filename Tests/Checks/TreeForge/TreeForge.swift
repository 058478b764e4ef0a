import Foundation

/// Makes up organisations for the checks: `trees COUNT SEED`, `tables COUNT SEED`, or `speed`.
@main struct TreeForge {
    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch (words.first, words.count) {
        case ("trees", 3): try write(words, TreeLine.init)
        case ("tables", 3): try write(words, TableLine.init)
        case ("speed", 1): try Speed().run()
        default:
            FileHandle.standardError.write(Data("usage: TreeForge trees|tables COUNT SEED, or speed\n".utf8))
            exit(2)
        }
    }

    private static func write(_ words: [String], _ line: (UInt64) throws -> some Encodable) throws {
        guard let count = UInt64(words[1]), let seed = UInt64(words[2]) else { exit(2) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        for number in 0..<count {
            let bytes = try encoder.encode(line(seed << 32 | number))
            FileHandle.standardOutput.write(bytes + Data("\n".utf8))
        }
    }
}
