/// Something that people agreed to: who asked, which roles agreed, when, in which words. Never changed; a role that
/// had not agreed yet may add that it does.
public struct Decision: Equatable, Sendable {
    public typealias ID = Identifier<Decision>

    public enum Kind: String, CaseIterable, Sendable, Codable {
        case researchWave = "research_wave"
        case rawExport = "raw_export"
        case backgroundFilters = "background_filters"
        case absenceData = "absence_data"
        case fleetReview = "fleet_review"
        case mySpace = "my_space"
        case dpia
        case leaving
        case paper
        case moderation
        case other

        /// Whether it holds only when hr and those who speak for the staff both agreed.
        public var takesTwo: Bool { ![.paper, .moderation, .other].contains(self) }

        /// Where there is no council, a recorded staff meeting may stand in for these only.
        public var mayBeStaffMeeting: Bool { [.mySpace, .dpia, .leaving, .paper, .moderation].contains(self) }

        /// Whether it opens something of one wave, which it names.
        public var isAboutWave: Bool { [.rawExport, .paper].contains(self) }

        /// Why a wave is none of those that it may be about.
        public var doesNotFit: Refusal {
            switch self {
            case .rawExport: .waveHasNoRawAnswers
            case .paper: .waveTakesNoPaper
            default: .waveDoesNotFit
            }
        }
    }

    public enum Agreed: String, CaseIterable, Sendable, Codable {
        case hr, council
        case staffMeeting = "staff_meeting"
    }

    /// That a role agreed, as somebody who has it wrote down.
    public struct Agreement: Equatable, Sendable {
        public let role: Agreed
        /// Who wrote it down; a command has no account.
        public let by: Account.ID?
        public let day: Day

        public init(role: Agreed, by: Account.ID? = nil, day: Day) {
            self.role = role
            self.by = by
            self.day = day
        }
    }

    /// The wave that it is about, called as it was when the decision was asked for.
    public struct NamedWave: Equatable, Sendable {
        public typealias ID = Identifier<NamedWave>

        public let id: ID
        public let title: String
        /// What it asked then; told only where the decision is about the answers.
        public let questionnaire: Questionnaire?

        public init(id: ID, title: String, questionnaire: Questionnaire? = nil) {
            self.id = id
            self.title = title
            self.questionnaire = questionnaire
        }
    }

    /// What a wave asked when a decision about its answers was asked for: whoever agrees, agrees to that.
    public struct Questionnaire: Equatable, Sendable {
        public let pack: String
        public let title: String
        public let version: String
        /// Each question with its words and answers, as a hash; nil in decisions of before these were kept.
        public let asked: Set<String>?

        public init(pack: String, title: String, version: String, asked: Set<String>?) {
            self.pack = pack
            self.title = title
            self.version = version
            self.asked = asked
        }
    }

    public let id: ID
    public let kind: Kind
    public let subject: String
    public let askedBy: Person
    public private(set) var agreements: [Agreement]
    public let decidedOn: Day
    public let text: String
    /// In which the subject and the text were typed.
    public let language: Language
    /// Who were there for a staff meeting that stood in for the council.
    public let witnesses: [Person]
    /// Who types forms of paper, in a decision about paper.
    public let typists: [Person]
    /// One; several where waves were tied to it before decisions named theirs.
    public private(set) var waves: [NamedWave]
    /// The day on which whoever asked took it back, or one of both ended it.
    public private(set) var withdrawnOn: Day?

    /// - Parameter isKept: it was written down before; then what was left open stays open.
    public init(
        id: ID, kind: Kind, subject: String, askedBy: Person, agreements: [Agreement], decidedOn: Day, text: String,
        language: Language, witnesses: [Person] = [], typists: [Person] = [], waves: [NamedWave] = [],
        withdrawnOn: Day? = nil, isKept: Bool = false
    ) throws(Refusal) {
        guard !subject.trimmed.isEmpty else { throw .subjectIsEmpty }
        guard isKept || !text.trimmed.isEmpty else { throw .textIsEmpty }
        guard !askedBy.isUnnamed else { throw .askedByIsEmpty }
        guard !agreements.isEmpty else { throw .nobodyAgreed }
        let isMeeting = agreements.contains { $0.role == .staffMeeting }
        if isMeeting, !kind.mayBeStaffMeeting { throw .needsCouncil }
        guard isKept || kind != .paper || !typists.isEmpty else { throw .typistIsMissing }
        guard isKept || !kind.isAboutWave || !waves.isEmpty else { throw .waveIsMissing }
        self.id = id
        self.kind = kind
        self.subject = subject
        self.askedBy = askedBy
        self.agreements = agreements
        self.decidedOn = decidedOn
        self.text = text
        self.language = language
        self.witnesses = witnesses
        self.typists = typists
        self.waves = waves
        self.withdrawnOn = withdrawnOn
    }

    /// Keeps what a wave asks while it is written down.
    public mutating func note(_ questionnaire: Questionnaire, of wave: NamedWave.ID) {
        waves = waves.map { $0.id == wave ? .init(id: $0.id, title: $0.title, questionnaire: questionnaire) : $0 }
    }

    public var agreed: Set<Agreed> { Set(agreements.map(\.role)) }

    /// Adds that the other role agrees, too: one person cannot agree for both.
    public mutating func add(_ agreement: Agreement) throws(Refusal) {
        guard withdrawnOn == nil else { throw .isWithdrawn }
        guard kind.takesTwo, !agreed.contains(agreement.role) else { throw .isAgreed }
        guard agreement.role != .staffMeeting else { throw .needsCouncil }
        guard agreement.by == nil || !agreements.contains(where: { $0.by == agreement.by }) else {
            throw .takesAnother
        }
        agreements.append(agreement)
    }

    /// Whether whoever asked may still take it back: what both agreed to stays.
    public var mayBeWithdrawn: Bool { withdrawnOn == nil && (kind.takesTwo ? !isByTwo : kind.isAboutWave) }

    public mutating func withdraw(on day: Day) throws(Refusal) {
        guard withdrawnOn == nil else { throw .isWithdrawn }
        guard mayBeWithdrawn else { throw .isForGood }
        withdrawnOn = day
    }

    /// What both agreed to about raw answers, either ends alone: then nothing more leaves. All else stays as agreed.
    public var mayBeEnded: Bool { kind == .rawExport && isByTwo && withdrawnOn == nil }

    /// Whether it held, and was ended.
    public var isEnded: Bool { isByTwo && withdrawnOn != nil }

    public mutating func end(on day: Day) throws(Refusal) {
        guard withdrawnOn == nil else { throw .isWithdrawn }
        guard mayBeEnded else { throw .isNotToEnd }
        withdrawnOn = day
    }

    /// Nobody agrees for a staff council that an organisation does not have.
    public static func check(_ role: Agreed, where council: Organisation.CouncilKind) throws(Refusal) {
        if role == .council, council == .none { throw .hasNoCouncil }
    }

    /// The roles without whose agreement it does not hold yet.
    public var waitsFor: [Agreed] {
        guard kind.takesTwo, !isByTwo, withdrawnOn == nil else { return [] }
        return [.hr, .council].filter { !agreed.contains($0) && !($0 == .council && agreed.contains(.staffMeeting)) }
    }

    /// Whether hr and those who speak for the staff both agreed.
    public var isByTwo: Bool { agreed.contains(.hr) && (agreed.contains(.council) || agreed.contains(.staffMeeting)) }

    /// Whether it opens what it is about, as the organisation is now. For what a staff meeting may never decide somebody
    /// must speak for the staff today as well.
    public func holds(where council: Organisation.CouncilKind) -> Bool {
        guard withdrawnOn == nil else { return false }
        guard kind != .paper else { return namesTypists(where: council) }
        guard kind.takesTwo else { return true }
        guard agreed.contains(.hr) else { return false }
        guard kind.mayBeStaffMeeting else { return agreed.contains(.council) && council != .none }
        return agreed.contains(.council) || (council == .none && agreed.contains(.staffMeeting))
    }

    /// Whether it says who types forms of paper: the council named them, or, where there is none, a staff meeting.
    public func namesTypists(where council: Organisation.CouncilKind) -> Bool {
        decidesOnTypists(where: council) && typists.contains { $0 != .gone }
    }

    /// The same also where everybody whom it named is erased: what it replaced does not come back.
    public func decidesOnTypists(where council: Organisation.CouncilKind) -> Bool {
        kind == .paper && withdrawnOn == nil
            && (agreed.contains(.council) || (council == .none && agreed.contains(.staffMeeting)))
    }

    /// Why a decision says no.
    public enum Refusal: String, Core.Refusal {
        case subjectIsEmpty = "decision.subject_is_empty"
        case textIsEmpty = "decision.text_is_empty"
        case askedByIsEmpty = "decision.asked_by_is_empty"
        case nobodyAgreed = "decision.nobody_agreed"
        case needsCouncil = "decision.needs_council"
        case hasNoCouncil = "decision.has_no_council"
        case isAgreed = "decision.is_agreed"
        case takesAnother = "decision.takes_another"
        case typistIsMissing = "decision.typist_is_missing"
        case waveIsMissing = "decision.wave_is_missing"
        case waveDoesNotFit = "decision.wave_does_not_fit"
        case waveHasNoRawAnswers = "decision.wave_has_no_raw_answers"
        case waveTakesNoPaper = "decision.wave_takes_no_paper"
        case isWithdrawn = "decision.is_withdrawn"
        case isForGood = "decision.is_for_good"
        case isNotToEnd = "decision.is_not_to_end"
        case isNotSure = "decision.is_not_sure"
        case isOfAnother = "decision.is_of_another"
        case hasForms = "decision.has_forms"
        case dayIsNoDay = "decision.day_is_no_day"
    }
}
