import Foundation

/// How wide letters are in Helvetica, and so in Arial and Liberation Sans, which were drawn to its widths: forms are
/// set in these, so that the server knows what fits on a page.
enum LetterWidths {
    private static let lower = [
        556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500,
        722,
        500, 500, 500,
    ]
    private static let upper = [
        667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667,
        944,
        667, 667, 611,
    ]
    private static let signs: [Character: Int] = [
        " ": 278, "\u{A0}": 278, ".": 278, ",": 278, ":": 278, ";": 278, "!": 278, "/": 278, "'": 191, "’": 222,
        "‘": 222,
        "(": 333, ")": 333, "-": 333, "“": 333, "”": 333, "–": 556, "·": 333, "|": 260,
    ]

    /// Thousandths of the size of the letters.
    static func width(of letter: Character) -> Int {
        if let known = signs[letter] { return known }
        // What bears an accent is as wide as without; of other scripts the widest is taken.
        guard let byte = String(letter).decomposedStringWithCanonicalMapping.utf8.first, byte < 128 else {
            return 1_000
        }
        return switch byte {
        case 97...122: lower[Int(byte - 97)]
        case 65...90: upper[Int(byte - 65)]
        case 48...57: 556
        default: 700
        }
    }

    /// In millimetres, of letters so many points high.
    static func width(of text: some StringProtocol, points: Double, isBold: Bool = false) -> Double {
        let units = Double(text.reduce(0) { $0 + width(of: $1) })
        return units / 1_000 * points * 0.352_78 * (isBold ? 1.09 : 1)
    }

    /// How many lines a text takes that is broken between words.
    static func lines(_ text: String, points: Double, width room: Double, isBold: Bool = false) -> Int {
        let space = width(of: " ", points: points, isBold: isBold)
        var (lines, used) = (1, 0.0)
        for word in text.split(separator: " ") {
            let wide = width(of: word, points: points, isBold: isBold)
            if used > 0, used + space + wide > room {
                (lines, used) = (lines + 1, 0)
            }
            // A word that is longer than a line goes on below.
            let over = wide > room ? Int(wide / room) : 0
            lines += over
            used = used > 0 ? used + space + wide : wide - Double(over) * room
        }
        return lines
    }
}
