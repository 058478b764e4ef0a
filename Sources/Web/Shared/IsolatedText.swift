extension String {
    /// With the marks between which a text that runs from right to left leaves the order of what is around it alone.
    var isolated: String { turnsRight ? "\u{2068}\(self)\u{2069}" : self }

    /// Whether it holds letters of Hebrew, Arabic and other writing from right to left.
    var turnsRight: Bool {
        guard utf8.contains(where: { $0 >= Self.firstByte }) else { return false }
        return unicodeScalars.contains { letter in Self.letters.contains { $0.contains(letter.value) } }
    }

    /// Such letters begin with this byte or a later one, and no Latin letter does.
    private static let firstByte: UInt8 = 0xD6
    private static let letters: [ClosedRange<UInt32>] = [
        0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
    ]
}
