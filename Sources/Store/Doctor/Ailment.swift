public import Core

/// Something that is wrong with an installation, or soon will be, and where.
public struct Ailment: Equatable, Sendable {
    /// Each raw value is a locale key below `doctor`, whose text names the command that mends it.
    public enum Kind: String, CaseIterable, Sendable {
        /// Answers could be thanked for before they are on disk.
        case isNotDurable = "not_durable"
        case pagesAreBroken = "pages_are_broken"
        /// A wave's questionnaire is not what it was opened with, or a draft's is gone.
        case packIsMissing = "pack_is_missing"
        /// Of a closed wave, before the day until which they are kept.
        case answersAreGone = "answers_are_gone"
        case packIsBroken = "pack_is_broken"
        case wordingChanged = "wording_changed"
        /// It was mended, and the server that runs left it out at its start.
        case packWaitsForStart = "pack_waits_for_start"
        /// Answers of a wave that is closed, withdrawn or unknown.
        case spoolIsLeft = "spool_is_left"
        /// No backup has answers of an open wave: putting one back would lose more.
        case spoolIsBroken = "spool_is_broken"
        case wavesStandStill = "wave_stands_still"
        case diskIsFull = "disk_is_full"
        case clockWentBack = "clock_went_back"
        /// It was removed, and is here again.
        case organisationCameBack = "organisation_came_back"
        case leavingIsHalfDone = "leaving_is_half_done"
        /// Such a removal cannot go on, because of this.
        case leavingIsStuck = "leaving_is_stuck"
        /// What somebody who left laid aside, and nobody cleared away.
        case leftByGone = "left_by_gone"
        /// It takes nothing, and everything waits.
        case mailStandsStill = "mail_stands_still"
    }

    public let kind: Kind
    /// A file, a pack or a wave by its name; never what somebody answered.
    public let what: String
    /// When something happened that matters here.
    public var day: Day?
    /// By its short name, the organisation whose own folder a questionnaire may belong in.
    public var organisation: String?
    /// Which file of the data folder, where what is wrong has a name of its own.
    public var file: String?
}
