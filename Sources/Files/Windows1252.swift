/// The letters of Windows in Western Europe, which old programs still write.
enum Windows1252 {
    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? between[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    // 0x80 to 0x9F, where Windows differs from Latin-1; five places are empty.
    private static let between: [Unicode.Scalar] = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
