public import Core

/// What the holder of a questionnaire allows an organisation, and until when.
public struct Permission: Equatable, Sendable {
    /// The paper that says so.
    public struct Document: Equatable, Sendable {
        public let type: String
        public let bytes: [UInt8]

        public static let mostBytes = 5_242_880
        private static let kinds: [(type: String, start: [UInt8])] = [
            ("application/pdf", Array("%PDF-".utf8)),
            ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ]

        /// A PDF, PNG or JPEG by its first bytes. What the file was called is not kept: people put names in it.
        public init(_ bytes: [UInt8]) throws(Refusal) {
            guard let kind = Self.kinds.first(where: { bytes.starts(with: $0.start) }) else {
                throw .documentIsNoDocument
            }
            guard bytes.count <= Self.mostBytes else { throw .documentIsTooLarge }
            self.init(type: kind.type, bytes: bytes)
        }

        public init(type: String, bytes: [UInt8]) {
            (self.type, self.bytes) = (type, bytes)
        }
    }

    /// The definition that it is about.
    public let definition: String
    /// Who gave it: an organisation, or somebody.
    public let giver: Person
    /// The last day on which people may answer.
    public let until: Day
    public let version: Int

    public static let longestGiver = 120

    public init(definition: String, giver: Person, until: Day, version: Int) {
        self.definition = definition
        self.giver = giver
        self.until = until
        self.version = version
    }

    public static func check(giver: String) throws(Refusal) {
        guard !giver.trimmed.isEmpty else { throw .giverIsEmpty }
        guard giver.trimmed.isName(upTo: longestGiver) else { throw .giverIsTooLong }
    }

    /// Why a questionnaire may not be asked, or its permission not be kept.
    public enum Refusal: String, CaseIterable, Core.Refusal {
        case isMissing = "permission.is_missing"
        case isPast = "permission.is_past"
        case endsBefore = "permission.ends_before"
        case giverIsEmpty = "permission.giver_is_empty"
        case giverIsTooLong = "permission.giver_is_too_long"
        case untilIsNoDay = "permission.until_is_no_day"
        case documentIsMissing = "permission.document_is_missing"
        case documentIsNoDocument = "permission.document_is_no_document"
        case documentIsTooLarge = "permission.document_is_too_large"
    }
}

extension Permission? {
    /// Whether people may answer through this day.
    public func check(through day: Day, on today: Day) throws(Permission.Refusal) {
        guard let permission = self else { throw .isMissing }
        guard permission.until >= today else { throw .isPast }
        guard permission.until >= day else { throw .endsBefore }
    }
}
