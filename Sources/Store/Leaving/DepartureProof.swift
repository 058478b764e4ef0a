import Core
import Crypto
import Foundation

/// That everything of an organisation was removed: when, by which decision, how much, and what a search found after.
public struct DepartureProof: Sendable, Codable, Equatable {
    public struct Named: Sendable, Codable, Equatable {
        public let id: String
        public let slug: String
        public let name: String
    }

    /// The decision by which it was removed.
    public struct Agreed: Sendable, Codable, Equatable {
        public struct Agreement: Sendable, Codable, Equatable {
            public let role: String
            public let on: String
        }

        public let id: String
        public let decidedOn: String
        /// SHA-256 of its text.
        public let textHash: String
        public let agreed: [Agreement]

        enum CodingKeys: String, CodingKey { case id, decidedOn = "decided_on", textHash = "text_sha256", agreed }
    }

    public struct Search: Sendable, Codable, Equatable {
        /// Something that was found: in which file, and what it is said of.
        public struct Found: Sendable, Codable, Equatable {
            public enum Place: String, Sendable, Codable {
                /// A copy of before an upgrade, which goes by itself.
                case copy
                /// What stays holds the same letters: another organisation's, or the program's.
                case others
                /// It should not be there.
                case left
            }

            public let file: String
            public let terms: Int
            public let place: Place
        }

        public let files: Int
        public let bytes: Int
        public let terms: Int
        /// Of one to three letters: these stand in everything, and were not looked for.
        public let tooShort: Int
        /// Found, but also the words of another organisation or of the program's own questionnaires; nil in proofs of
        /// before these were counted.
        public let common: Int?
        public let found: [Found]

        enum CodingKeys: String, CodingKey { case files, bytes, terms, tooShort = "too_short", common, found }

        public var isClean: Bool { !found.contains { $0.place == .left } }
    }

    public let organisation: Named
    public let deletedOn: String
    /// None where it had been removed before and came back with a backup.
    public let decision: Agreed?
    /// How many rows of each kind.
    public let removed: [String: Int]
    public let files: [String]
    /// Files without anything in them, that only said that there had been one.
    public let emptyMarks: Int?
    /// Files that went without being written over first; nil where there were none.
    public let notWrittenOver: Int?
    public let accountsThatStay: Int
    public let copies: [LeavingPlan.Copy]
    public let search: Search
    /// The last step of the database that the program knew.
    public let version: String
    /// Of all of the above, as JSON with sorted keys and no spaces.
    public private(set) var sha256: String?

    enum CodingKeys: String, CodingKey {
        case organisation, deletedOn = "deleted_on", decision, removed, files
        case emptyMarks = "empty_marks", notWrittenOver = "not_written_over", accountsThatStay = "accounts_that_stay"
        case copies, search, version, sha256
    }

    init(_ note: LeavingNote, _ search: Search, copies: [LeavingPlan.Copy]) throws {
        organisation = Named(id: "\(note.organisation)", slug: note.slug, name: note.name)
        (deletedOn, decision, removed, files) = ("\(note.on)", note.decision, note.removed, note.files)
        emptyMarks = note.marks
        notWrittenOver = note.plain?.count
        (accountsThatStay, self.copies, self.search) = (note.staying, copies, search)
        version = Migration.all.last?.name ?? ""
        sha256 = nil
        sha256 = try hash
    }

    /// Reads one back; what was changed since is no proof.
    public init(reading bytes: [UInt8]) throws {
        let read = try? JSONDecoder().decode(DepartureProof.self, from: Data(bytes))
        guard let read, try read.hash == read.sha256 else { throw StartProblem.isNoProof }
        self = read
    }

    private var hash: String {
        get throws {
            var plain = self
            plain.sha256 = nil
            return SHA256.hexadecimal(of: try plain.bytes)
        }
    }

    public var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self))
        }
    }
}

extension SHA256 {
    static func hexadecimal(of bytes: [UInt8]) -> String {
        hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
