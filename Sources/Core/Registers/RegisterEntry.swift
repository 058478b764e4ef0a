/// What was agreed, assessed or noted: never changed, followed by a newer version.
public struct RegisterEntry: Equatable, Sendable {
    public typealias ID = Identifier<RegisterEntry>

    public enum Register: String, CaseIterable, Sendable {
        /// Of those who speak for the staff.
        case agreement
        /// Of what something does to the privacy of people (DPIA).
        case assessment
        /// What is done with data about people, and why.
        case processing
        /// Who else gets to handle them.
        case subprocessor
    }

    public let id: ID
    public let register: Register
    /// On what an agreement stands; other registers have none.
    public let ground: Ground?
    /// The room that it is about; nil where it is about something else, or all.
    public let room: GuardedRoom?
    public let subject: String
    public let day: Day
    public let version: String
    public let text: String
    public let hasPaper: Bool
    /// Who wrote it down.
    public let by: Person
    public let endedOn: Day?

    public init(
        id: ID, register: Register, ground: Ground?, room: GuardedRoom?, subject: String, day: Day, version: String,
        text: String, hasPaper: Bool, by: Person, endedOn: Day? = nil
    ) {
        (self.id, self.register, self.ground, self.room, self.subject) = (id, register, ground, room, subject)
        (self.day, self.version, self.text, self.hasPaper) = (day, version, text, hasPaper)
        (self.by, self.endedOn) = (by, endedOn)
    }

    public static let longestSubject = 120
    public static let longestVersion = 20
    public static let longestText = 4_000

    /// Why an entry says no.
    public enum Refusal: String, CaseIterable, Core.Refusal {
        case subjectIsEmpty = "registers.subject_is_empty"
        case subjectIsTooLong = "registers.subject_is_too_long"
        case dayIsNone = "registers.day_is_none"
        case dayIsLater = "registers.day_is_later"
        case versionIsTooLong = "registers.version_is_too_long"
        case textIsTooLong = "registers.text_is_too_long"
        case groundIsMissing = "registers.ground_is_missing"
        /// Neither words nor a paper: nobody could read what was agreed.
        case saysNothing = "registers.says_nothing"
        case isEnded = "registers.is_ended"
        case isNotYours = "registers.is_not_yours"
    }
}

extension RegisterEntry {
    /// On what an agreement of those who speak for the staff stands.
    public enum Ground: String, CaseIterable, Sendable {
        /// Consent of a works council (WOR, article 27).
        case consentOfWorksCouncil = "wor_27"
        /// Advice of a works council (WOR, article 25).
        case adviceOfWorksCouncil = "wor_25"
        /// A staff representation of a small organisation (WOR, article 35c).
        case staffRepresentation = "wor_35c"
        /// The participation council of a school (Wms).
        case participationCouncil = "wms"
        /// The committee for prevention and protection at work (Belgium).
        case committee = "cpbw"
        /// There is none: everybody was informed, and met.
        case meeting
        case other

        /// What there can be where staff are represented so.
        public static func all(for council: Organisation.CouncilKind) -> [Ground] {
            switch council {
            case .worksCouncil: [.consentOfWorksCouncil, .adviceOfWorksCouncil, .other]
            case .staffRepresentation: [.staffRepresentation, .other]
            case .participationCouncil, .jointParticipationCouncil: [.participationCouncil, .other]
            case .preventionCommittee: [.committee, .other]
            case .other: [.other]
            case .none: [.meeting]
            }
        }
    }
}

/// Part of Weefsel that stays closed while a register lacks what it needs.
public enum GuardedRoom: String, CaseIterable, Sendable {
    /// Asking how work goes: open without anything, told where nothing was agreed.
    case ask
    /// What people keep for themselves.
    case mySpace = "my_space"
    case absenceData = "absence_data"
    case fleetReview = "fleet_review"

    /// In which registers something must stand before it opens.
    public var needs: [RegisterEntry.Register] {
        switch self {
        case .ask: []
        case .mySpace, .absenceData, .fleetReview: [.agreement, .assessment]
        }
    }

    /// What is missing on a day, given what stands in the registers.
    public func lacks(_ entries: [RegisterEntry]) -> [RegisterEntry.Register] {
        needs.filter { needed in
            !entries.contains { $0.register == needed && $0.room == self && $0.endedOn == nil }
        }
    }
}
