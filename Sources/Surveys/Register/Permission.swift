public import Core

/// What the holder of a questionnaire allows an organisation, and until when.
public struct Permission: Equatable, Sendable {
    /// The paper that says so.
    public struct Document: Equatable, Sendable {
        public let name: String
        public let type: String
        public let bytes: [UInt8]

        public static let mostBytes = 5_242_880
        static let longestName = 120
        private static let kinds: [(type: String, start: [UInt8])] = [
            ("application/pdf", Array("%PDF-".utf8)),
            ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ]

        /// A PDF, PNG or JPEG by its first bytes, whatever its name says.
        public init(name: String, bytes: [UInt8]) throws(Refusal) {
            guard let kind = Self.kinds.first(where: { bytes.starts(with: $0.start) }) else {
                throw .documentIsNoDocument
            }
            guard bytes.count <= Self.mostBytes else { throw .documentIsTooLarge }
            self.init(name: name.lastPart, type: kind.type, bytes: bytes)
        }

        public init(name: String, type: String, bytes: [UInt8]) {
            (self.name, self.type, self.bytes) = (name, type, bytes)
        }
    }

    /// The definition that it is about.
    public let definition: String
    /// Who gave it.
    public let giver: String
    /// The last day on which people may answer.
    public let until: Day
    public let documentName: String
    public let version: Int

    public static let longestGiver = 120

    public init(definition: String, giver: String, until: Day, documentName: String, version: Int) {
        self.definition = definition
        self.giver = giver
        self.until = until
        self.documentName = documentName
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

extension String {
    /// Some browsers send the whole path; what steers a page or a terminal is no name.
    fileprivate var lastPart: String {
        let last = split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let plain = String(String.UnicodeScalarView(last.unicodeScalars.filter { !$0.properties.isSteering }))
        return String(plain.prefix(Permission.Document.longestName))
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isSteering: Bool {
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(generalCategory)
    }
}
