public import Core

/// One round of asking: prepared, opened, closed, published.
public struct Wave: Equatable, Sendable {
    public typealias ID = Identifier<Wave>

    public enum State: String, Sendable, Codable { case draft, open, closed, published, withdrawn }

    /// What stands on the page that everybody may open.
    public enum Sharing: String, CaseIterable, Sendable, Codable {
        case totals
        case units
    }

    public let id: ID
    public let organisation: Organisation.ID
    /// The last part of its address: BASE/m/SLUG.
    public let slug: String
    public var title: String
    public var pack: String
    public var threshold: Int
    public var sharing: Sharing
    /// The day on which hr means to open it; opening is by hand.
    public var opensOn: Day?
    /// People may answer through 24:00 of this day.
    public var closesOn: Day
    /// The day on which everybody hears the results.
    public var resultsOn: Day
    /// The decision that lets it ask for background instead of teams; nil for every other wave.
    public let research: Decision.ID?
    /// How its answers came here.
    public let way: Way
    /// How long raw answers rest after closing.
    public var keepDays: Int
    public private(set) var state: State
    public private(set) var openedOn: Day?
    public private(set) var closedOn: Day?
    public private(set) var publishedOn: Day?
    public private(set) var withdrawal: Withdrawal?
    public private(set) var manifest: Manifest?
    /// Whether the stored agreements are no longer what they were at opening.
    public let isManifestBroken: Bool
    public let version: Int

    public init(
        id: ID, organisation: Organisation.ID, slug: String, title: String, pack: String, threshold: Int,
        sharing: Sharing, opensOn: Day?, closesOn: Day, resultsOn: Day, keepDays: Int, research: Decision.ID? = nil,
        way: Way = .cards, state: State = .draft,
        openedOn: Day? = nil, closedOn: Day? = nil, publishedOn: Day? = nil, withdrawal: Withdrawal? = nil,
        manifest: Manifest? = nil, isManifestBroken: Bool = false, version: Int = 0
    ) {
        self.id = id
        self.organisation = organisation
        self.slug = slug
        self.title = title
        self.pack = pack
        self.threshold = threshold
        self.sharing = sharing
        self.opensOn = opensOn
        self.closesOn = closesOn
        self.resultsOn = resultsOn
        self.keepDays = keepDays
        self.research = research
        self.way = way
        self.state = state
        self.openedOn = openedOn
        self.closedOn = closedOn
        self.publishedOn = publishedOn
        self.withdrawal = withdrawal
        self.manifest = manifest
        self.isManifestBroken = isManifestBroken
        self.version = version
    }
}

extension Wave {
    /// Whether each answer bears the background of who answers and no team, and no team is told.
    /// Of an opened wave what was agreed, whatever a column says.
    public var isResearch: Bool { terms.map { $0.research != nil } ?? (research != nil) }

    /// When and why a wave was stopped without anybody reading its answers.
    public struct Withdrawal: Equatable, Sendable {
        public enum Reason: String, Sendable { case byHand = "by_hand", restored }

        public let on: Day
        public let reason: Reason

        public init(on day: Day, reason: Reason) {
            on = day
            self.reason = reason
        }
    }

    /// The days that hold when nobody chose others.
    public static let openDays = 21
    public static let daysToResults = 14
    /// Nobody waits longer than a year for the last day of a wave.
    public static let mostOpenDays = 366
    public static let thresholds = 5...20
    public static let threshold = 8
    public static let longestTitle = 80
    public static let keepDays = 30
    /// How long what people wrote is kept at most.
    public static let keepTextDays = 90

    /// The day of the results when nobody chose one: two weeks after the last day, or the first working day after that.
    public static func resultsDay(after closes: Day) -> Day { (closes + daysToResults).orNextWorkday }

    /// Whether the day on which everybody was to hear the results went by without them. Of a wave from a file nobody was
    /// promised a day.
    public func isLate(on today: Day) -> Bool {
        [.open, .closed].contains(state) && resultsOn < today && !isImported
    }

    /// Checks what hr typed; a wave can open only when this holds.
    public func check() throws(Refusal) {
        guard !title.trimmed.isEmpty else { throw .titleIsEmpty }
        guard title.isName(upTo: Self.longestTitle) else { throw .titleIsTooLong }
        guard Self.thresholds.contains(threshold) else { throw .thresholdIsOutside }
        if let opensOn, opensOn > closesOn { throw .closesBeforeOpening }
        guard resultsOn > closesOn else { throw .resultsBeforeClosing }
        if isResearch, sharing != .totals { throw .researchHasNoUnits }
    }

    /// Freezes the agreements and lets people answer.
    public mutating func open(_ manifest: Manifest, on today: Day) throws(Refusal) {
        guard state == .draft else { throw .isNoDraft }
        try check()
        guard closesOn >= today else { throw .endIsPast }
        (state, openedOn, self.manifest) = (.open, today, manifest)
    }

    /// Moves the last day: later only, and only while people may answer.
    public mutating func moveEnd(to day: Day) throws(Refusal) {
        guard state == .open else { throw .isNotOpen }
        guard day > closesOn else { throw .endMovesLaterOnly }
        if resultsOn <= day { resultsOn = (day + (resultsOn - closesOn)).orNextWorkday }
        closesOn = day
    }

    public mutating func close(on today: Day) throws(Refusal) {
        guard state == .open else { throw .isNotOpen }
        (state, closedOn) = (.closed, today)
    }

    /// Shows the figures to others, if wave, blocks and figures are still as was agreed.
    public mutating func publish(_ release: Release, of groups: [Group], on today: Day) throws(Refusal) {
        guard state == .closed else { throw .isNotClosed }
        try check(release, of: groups)
        (state, publishedOn) = (.published, today)
    }

    /// Stops a wave while open; its answers are destroyed unread.
    public mutating func withdraw(on today: Day, because reason: Withdrawal.Reason = .byHand) throws(Refusal) {
        guard state == .open else { throw .isNotOpen }
        (state, withdrawal) = (.withdrawn, Withdrawal(on: today, reason: reason))
    }

    /// Why a wave says no.
    public enum Refusal: String, Core.Refusal {
        case titleIsEmpty = "wave.title_is_empty"
        case titleIsTooLong = "wave.title_is_too_long"
        case packIsUnknown = "wave.pack_is_unknown"
        case packIsUnreadable = "wave.pack_is_unreadable"
        case thresholdIsOutside = "wave.threshold_is_outside"
        case dayIsNoDay = "wave.day_is_no_day"
        case closesBeforeOpening = "wave.closes_before_opening"
        case resultsBeforeClosing = "wave.results_before_closing"
        case startIsPast = "wave.start_is_past"
        case endIsFar = "wave.end_is_far"
        case endIsPast = "wave.end_is_past"
        case endMovesLaterOnly = "wave.end_moves_later_only"
        case isNoDraft = "wave.is_no_draft"
        case isNotOpen = "wave.is_not_open"
        case isNotClosed = "wave.is_not_closed"
        case hasNoResults = "wave.has_no_results"
        case readBefore = "wave.read_before"
        case packChanged = "wave.pack_changed"
        case manifestIsBroken = "wave.manifest_is_broken"
        case agreementsDiffer = "wave.agreements_differ"
        case cardsAreOutside = "wave.cards_are_outside"
        case paperTakesDecision = "wave.paper_takes_decision"
        case paperTakesBlock = "wave.paper_takes_block"
        case leftoversAreOutside = "wave.leftovers_are_outside"
        case heldInTheFuture = "wave.held_in_the_future"
        case isImported = "wave.is_imported"
        /// Everybody together are too few: a wave from a file in which every theme is hidden.
        case tellsNothing = "wave.tells_nothing"
        /// What was shown to others stays.
        case isShared = "wave.is_shared"
        /// It came from a file: it was never open here, and goes another way.
        case wasNeverOpen = "wave.was_never_open"
        case isReported = "wave.is_reported"
        case closingGoesOn = "wave.closing_goes_on"
        case standsStill = "wave.stands_still"
        case researchTakesTwo = "wave.research_takes_two"
        case researchIsUsed = "wave.research_is_used"
        case researchIsUnread = "wave.research_is_unread"
        case researchHasNoUnits = "wave.research_has_no_units"
        case openQuestionsComeLater = "wave.open_questions_come_later"
        case nameIsEmpty = "wave.name_is_empty"
        case nameIsTooLong = "wave.name_is_too_long"
        case notConfirmed = "wave.not_confirmed"
    }
}
