/// Something that is wrong with an installation, or soon will be, and where.
public struct Ailment: Equatable, Sendable {
    /// Each raw value is a locale key below `doctor`, whose text names the command that mends it.
    public enum Kind: String, CaseIterable, Sendable {
        /// Answers could be thanked for before they are on disk.
        case isNotDurable = "not_durable"
        case pagesAreBroken = "pages_are_broken"
        /// A wave's questionnaire is not what it was opened with, or a draft's is gone.
        case packIsMissing = "pack_is_missing"
        case packIsBroken = "pack_is_broken"
        case wordingChanged = "wording_changed"
        /// Answers of a wave that is closed, withdrawn or unknown.
        case spoolIsLeft = "spool_is_left"
        /// No backup has answers of an open wave, or what people wrote: putting one back would lose more.
        case spoolIsBroken = "spool_is_broken"
        case textsAreBroken = "texts_are_broken"
        case wavesStandStill = "wave_stands_still"
        case diskIsFull = "disk_is_full"
        case clockWentBack = "clock_went_back"
    }

    public let kind: Kind
    /// A file, a pack or a wave by its name; never what somebody answered.
    public let what: String
}
