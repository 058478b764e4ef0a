public import Core

/// What somebody sends with "Versturen": a code, a byte an item, and what they wrote.
public struct Submission: Equatable, Sendable {
    /// An answer in somebody's own words.
    public struct Text: Equatable, Sendable {
        public let question: String
        /// Of the page that it was typed on.
        public let language: Language
        public let text: String
    }

    /// Bytes; a body over it is refused unread.
    public static let largest = 65_536
    /// Characters of one open answer.
    public static let longestText = 1_000
    /// The field in which somebody says what kind of work is theirs.
    public static let staffGroup = "staff-group"

    public let code: EntryCode
    public let replaces: Bool
    public let bytes: [UInt8]
    /// What only their staff group was asked, in a row that bears no block.
    public let aside: [UInt8]?
    public let texts: [Text]

    /// Reads the body of the answering page's form. An invented item or value refuses the whole: nothing is guessed.
    public init(_ body: [UInt8], _ layout: Layout) throws(Refusal) {
        guard body.count <= Self.largest else { throw .isTooLarge }
        var reading = SubmissionReading(layout)
        for (name, value) in FormFields(body) { try reading.take(String(decoding: name, as: UTF8.self), value) }
        guard let typed = reading.typed, !typed.isEmpty else { throw .codeIsMissing }
        guard let code = EntryCode(typed) else { throw .codeIsWrong }
        self.code = code
        replaces = reading.replaces
        // Without a script everything is on one page: nothing of it is thrown away by a guess.
        if reading.staffGroup == nil, layout.asksStaffGroup(in: reading.bytes) { throw .staffGroupIsMissing }
        (bytes, aside) = layout.parted(reading.bytes, staffGroup: reading.staffGroup)
        texts = reading.texts
    }

    /// Why a submission is not taken.
    public enum Refusal: String, Core.Refusal {
        case isTooLarge = "submission.is_too_large"
        case itemIsUnknown = "submission.item_is_unknown"
        case itemIsTwice = "submission.item_is_twice"
        case valueIsUnknown = "submission.value_is_unknown"
        case staffGroupIsMissing = "submission.staff_group_is_missing"
        case textIsTooLong = "submission.text_is_too_long"
        case codeIsMissing = "submission.code_is_missing"
        case codeIsWrong = "submission.code_is_wrong"
        case codeIsUnknown = "submission.code_is_unknown"
        case codeIsUsed = "submission.code_is_used"
        case waveIsEarly = "submission.wave_is_early"
        case waveIsOver = "submission.wave_is_over"
        case waveIsWithdrawn = "submission.wave_is_withdrawn"
        case waveStandsStill = "submission.wave_stands_still"
        case diskIsFull = "submission.disk_is_full"
    }
}
