import Core
import Crypto
import Files
import Foundation

/// Where the files of an export go, one by one: path below its folder, and bytes.
public typealias FileWriting = (String, [UInt8]) async throws -> Void

/// Writes files, and keeps account of them.
struct ExportedFiles {
    private let write: FileWriting
    private var written: [ManifestLine] = []

    /// What MANIFEST.json says of a file.
    private struct ManifestLine: Encodable {
        let path: String
        let bytes: Int
        let sha256: String
    }

    private struct Manifest: Encodable {
        let organisation: String
        let madeOn: Day
        let files: [ManifestLine]

        enum CodingKeys: String, CodingKey { case organisation, madeOn = "made_on", files }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(organisation, forKey: .organisation)
            try container.encode("\(madeOn)", forKey: .madeOn)
            try container.encode(files, forKey: .files)
        }
    }

    init(_ write: @escaping FileWriting) {
        self.write = write
    }

    mutating func add(_ path: String, _ bytes: [UInt8]) async throws {
        let hash = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        written.append(ManifestLine(path: path, bytes: bytes.count, sha256: hash))
        try await write(path, bytes)
    }

    mutating func add(_ path: String, text: String) async throws { try await add(path, Array(text.utf8)) }

    mutating func add(_ path: String, table: Sheet) async throws {
        try await add(path, DelimitedText.forAnalysis.bytes(of: table))
    }

    mutating func add(_ path: String, document: some Encodable) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        try await add(path, Array(encoder.encode(document)) + [10])
    }

    /// The last file: what there is, by path, with which anybody can see that all of it came over whole.
    func finish(of organisation: Organisation, on day: Day) async throws {
        let manifest = Manifest(
            organisation: organisation.slug, madeOn: day, files: written.sorted { $0.path < $1.path })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        try await write("MANIFEST.json", Array(encoder.encode(manifest)) + [10])
    }
}
