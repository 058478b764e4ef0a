/// What a byte means for an item: where it is counted, its value after reversal, and whether it is an answer.
struct AnswerCode: Sendable {
    var slot: UInt32 = 0
    var value: UInt16 = 0
    var count: UInt16 = 0

    /// The meaning of all 256 bytes; what is no value of the item goes to the last slot and counts for nothing.
    static func table(of item: ScoringPlan.Item, from start: Int) -> [AnswerCode] {
        (0...255).map { byte in
            guard (item.minimum...item.maximum).contains(byte) else {
                return AnswerCode(slot: UInt32(start + item.maximum - item.minimum + 1))
            }
            let value = item.isReversed ? item.minimum + item.maximum - byte : byte
            return AnswerCode(slot: UInt32(start + value - item.minimum), value: UInt16(value), count: 1)
        }
    }
}
