/// A text as people and programs write it in several ways: case, spaces of all kinds, curly quotes and signs at its
/// end make no difference.
struct LooseText: Hashable {
    let text: String

    init(_ raw: String) {
        var (words, word) = ([String](), String.UnicodeScalarView())
        for scalar in raw.lowercased().unicodeScalars {
            if scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}" {
                if !word.isEmpty { words.append(String(word)) }
                word.removeAll()
            } else {
                word.append(Self.plain[scalar] ?? scalar)
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        var text = words.joined(separator: " ")
        while let last = text.last, Self.ends.contains(last) { text.removeLast() }
        self.text = text
    }

    private static let ends: Set<Character> = [".", ":", ";", ",", "?", "!", "…", "*", " "]
    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "‘": "'", "’": "'", "“": "\"", "”": "\"", "„": "\"", "–": "-", "—": "-", "−": "-", "‑": "-",
    ]
}

extension LooseText {
    /// Whether the other text may be this one, where each "?" and U+FFFD stands for a letter that was lost.
    func mayBe(_ other: LooseText) -> Bool {
        let (own, others) = (Array(text), Array(other.text))
        return own.count == others.count
            && zip(own, others).allSatisfy { $0 == $1 || $0 == "?" || $0 == "\u{FFFD}" }
    }

    /// Without the brackets, lines and stars that programs put around words of their own: "- Geen antwoord -".
    var withoutMarks: LooseText {
        let marks: Set<Character> = ["-", "(", ")", "[", "]", "<", ">", "*", "_", "=", "#", " "]
        return LooseText(String(text.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed()))
    }

    var hasLostLetters: Bool { text.contains { $0 == "?" || $0 == "\u{FFFD}" } }
}
