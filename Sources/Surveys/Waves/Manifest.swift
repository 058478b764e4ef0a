import Core
import Crypto
import Foundation

/// The agreements of a wave: frozen at opening, printable, checked at publishing.
public struct Manifest: Equatable, Sendable {
    /// Canonical bytes: UTF-8 JSON, keys sorted, no spaces.
    public let bytes: [UInt8]
    public let terms: Terms

    /// Two groups of four and one more of the SHA-256 of the bytes are enough to compare by eye.
    public var fingerprint: String {
        hash.prefix(6).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
            .joined().enumerated().reduce("") {
                $0 + ($1.offset > 0 && $1.offset % 4 == 0 ? " " : "") + "\($1.element)"
            }
    }

    public var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }

    public init(_ terms: Terms) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Terms hold strings, whole numbers and lists of these only: encoding cannot fail.
        bytes = (try? encoder.encode(terms)).map { Array($0) } ?? []
        self.terms = terms
    }

    /// Reads stored bytes back, and refuses them when they are not what they were.
    public init(stored bytes: [UInt8], hash: [UInt8]) throws(Wave.Refusal) {
        guard Array(SHA256.hash(data: bytes)) == hash,
            let terms = try? JSONDecoder().decode(Terms.self, from: Data(bytes))
        else { throw .manifestIsBroken }
        self.bytes = bytes
        self.terms = terms
    }

    /// What is agreed.
    public struct Terms: Equatable, Sendable, Codable {
        public struct Pack: Equatable, Sendable, Codable {
            public let id: String
            public let version: String
            public let hash: String
        }

        public struct Block: Equatable, Sendable, Codable {
            public let name: String
            public let people: Int
        }

        public let wave: String
        public let organisation: String
        public let title: String
        public let pack: Pack
        public let languages: [String]
        public let threshold: Int
        public let rules: Int
        public let way: String
        public let blocks: [Block]
        public let sharing: String
        public let benchmark: Bool
        public let opened: String
        public let closes: String
        public let results: String
        public let keepDays: Int
        /// The id of the decision on a research wave; nil, and not in the bytes, for every other.
        public var research: String?
        /// The background questions that it asks, by their ids.
        public var background: [String]?
        /// For how many days after closing what people wrote is kept at most; only where they are asked to write.
        public var keepTextDays: Int?
        /// The day on which a wave was read from a file; nil for every other.
        public var imported: String?
        /// The themes of which that file holds every question.
        public var themes: [String]?

        /// The version of the disclosure rules that this program applies.
        public static let rules = 1

        /// SHA-256 of all of this but the day of opening: whether two drafts of different days agree on the same.
        public var agreement: [UInt8] { Manifest(opened(on: "")).hash }
    }
}

extension Manifest.Terms {
    private func opened(on day: String) -> Self {
        Self(
            wave: wave, organisation: organisation, title: title, pack: pack, languages: languages,
            threshold: threshold, rules: rules, way: way, blocks: blocks, sharing: sharing, benchmark: benchmark,
            opened: day, closes: closes, results: results, keepDays: keepDays, research: research,
            background: background, keepTextDays: keepTextDays, imported: imported, themes: themes)
    }
}
