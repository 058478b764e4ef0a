public import Core

/// What the holder of a questionnaire allows an organisation, and until when.
public struct Permission: Equatable, Sendable {
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
