/// What a heading may say when a program put something around the question: the statement in brackets or behind a line
/// after what goes before it, a number before it or behind it, how to answer behind it, marks of a page.
struct HeadingReadings {
    /// What it says where nothing but marks and numbers stand around a question.
    let texts: [LooseText]
    /// What it ends with, where something of its own goes before it.
    let endings: [LooseText]

    init(_ heading: String) {
        let plain = heading.contains("<") ? heading.replacing(/<[^<>]*>/, with: " ") : heading
        texts = Self.withoutNumbers([heading, plain] + Self.wholes(of: plain))
        endings = Self.withoutNumbers(Self.tails(of: plain).map(\.tail))
    }

    /// What goes before the end that is looked for, without the signs between them.
    static func stem(of heading: String, before isSought: (LooseText) -> Bool) -> String? {
        let plain = heading.contains("<") ? heading.replacing(/<[^<>]*>/, with: " ") : heading
        let found = tails(of: plain).first { withoutNumbers([$0.tail]).contains(where: isSought) }
        return found.map { String($0.stem.reversed().drop { " -–[.:_".contains($0) }.reversed()) }
    }

    private static func withoutNumbers(_ texts: [String]) -> [LooseText] {
        var all = texts
        for text in texts { if let rest = behindNumber(text) { all.append(rest) } }
        for text in all { if let rest = beforeNumber(text) { all.append(rest) } }
        return all.map(LooseText.init)
    }

    /// What stands in brackets behind a question, with a number: mostly how to answer.
    static func note(behind heading: String) -> (question: String, note: String)? {
        let end = heading.trimmingEnd
        guard end.hasSuffix(")"), let open = end.lastIndex(of: "("), end[open...].contains(where: \.isNumber) else {
            return nil
        }
        return (String(end[..<open]), String(end[open...]))
    }

    /// "question (1 = no, 5 = yes)", "“question”", "question.as.R.writes.it".
    private static func wholes(of plain: String) -> [String] {
        var wholes: [String] = []
        let end = plain.trimmingEnd
        if let found = note(behind: plain) { wholes.append(found.question) }
        if let first = end.first, let last = end.last, quotes.contains(first), quotes.contains(last) {
            wholes.append(String(end.dropFirst().dropLast()))
        }
        // R takes no other sign in a name.
        if !end.contains(" "), end.contains(".") { wholes.append(String(end).replacing(".", with: " ")) }
        return wholes
    }

    /// "Stem [statement]", "Stem [statement][scale 1]", "Stem - statement", "stem.Statement.".
    private static func tails(of plain: String) -> [(stem: String, tail: String)] {
        var tails: [(stem: String, tail: String)] = []
        var end = plain.trimmingEnd
        if end.hasSuffix("]") {
            tails += end.split(separator: "[").suffix(2).reversed().map {
                (String(end[..<$0.startIndex]), inBracket($0))
            }
        }
        while let last = end.last, ".?!…:".contains(last) { end.removeLast() }
        for sign in [" - ", " – ", ". ", ": ", ".", "_"] {
            if let cut = end.ranges(of: sign).last {
                tails.append((String(end[..<cut.lowerBound]), String(end[cut.upperBound...])))
            }
        }
        return tails
    }

    private static func inBracket(_ text: Substring) -> String { String(text.prefix { $0 != "]" }) }

    private static let quotes: Set<Character> = ["\"", "“", "”", "„", "'", "‘", "’"]

    /// "3. ", "V3 ", "Vraag 3: ", "Q3_1 - ".
    private static func behindNumber(_ text: String) -> String? {
        guard text.prefix(14).contains(where: \.isNumber) else { return nil }
        let mark =
            /^\s*(?i:[a-z]{0,3}|vraag|question|stelling|statement|item)\.?\s?\d{1,3}(?:[._]\d{1,3})*[a-z]?(?:\s*[.:)\-–]\s*|\s+)(.+)$/
        return text.firstMatch(of: mark).map { String($0.1) }
    }

    /// Of two equal headings the second gets a number.
    private static func beforeNumber(_ text: String) -> String? {
        let end = text.trimmingEnd
        let digits = end.reversed().prefix { $0.isNumber }.count
        return (1...2).contains(digits) && digits < end.count ? String(end.dropLast(digits)) : nil
    }
}

extension String {
    fileprivate var trimmingEnd: Substring {
        var rest = self[...]
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}
