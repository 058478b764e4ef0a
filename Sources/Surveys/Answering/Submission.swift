public import Core

/// What somebody sends with "Versturen": a code, and a byte an item.
public struct Submission: Equatable, Sendable {
    /// Bytes; a body over it is refused unread.
    public static let largest = 65_536

    public let code: EntryCode
    public let replaces: Bool
    public let bytes: [UInt8]

    /// Reads the body of the answering page's form. An invented item or value refuses the whole: nothing is guessed.
    public init(_ body: [UInt8], _ layout: Layout) throws(Refusal) {
        guard body.count <= Self.largest else { throw .isTooLarge }
        var bytes = [UInt8](repeating: Layout.none, count: layout.items.count)
        var typed: String?
        var replaces = false
        var seen = Set<Int>()
        for (name, value) in FormFields(body) {
            let field = String(decoding: name, as: UTF8.self)
            switch field {
            case "code": typed = String(decoding: value, as: UTF8.self)
            case "replace": replaces = value == [49]
            // The start page asks whose device it is; that stays in the browser, and is passed over if sent.
            case "own", "language": continue
            default:
                guard let place = layout.place(of: field) else { throw .itemIsUnknown }
                guard seen.insert(place).inserted else { throw .itemIsTwice }
                guard let answer = Self.answer(value, at: place, layout) else { throw .valueIsUnknown }
                bytes[place] = answer
            }
        }
        guard let typed, !typed.isEmpty else { throw .codeIsMissing }
        guard let code = EntryCode(typed) else { throw .codeIsWrong }
        self.code = code
        self.replaces = replaces
        self.bytes = bytes
    }

    private static func answer(_ value: [UInt8], at place: Int, _ layout: Layout) -> UInt8? {
        guard !value.isEmpty else { return Layout.none }
        guard value.count <= 3, value.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let number = value.reduce(0) { $0 * 10 + Int($1 - 48) }
        return layout.allows(number, at: place) ? UInt8(number) : nil
    }

    /// Why a submission is not taken.
    public enum Refusal: String, Core.Refusal {
        case isTooLarge = "submission.is_too_large"
        case itemIsUnknown = "submission.item_is_unknown"
        case itemIsTwice = "submission.item_is_twice"
        case valueIsUnknown = "submission.value_is_unknown"
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
