/// What a heading may say when a program put something around the question: the statement in brackets or behind a line
/// after what goes before it, a number before it or behind it, how to answer behind it, marks of a page.
struct HeadingReadings {
    private(set) var texts: [LooseText] = []

    init(_ heading: String) {
        let plain = heading.contains("<") ? heading.replacing(/<[^<>]*>/, with: " ") : heading
        var all = [heading, plain] + Self.tails(of: plain)
        for text in all.prefix(3) { if let rest = Self.behindNumber(text) { all.append(rest) } }
        for text in all { if let rest = Self.beforeNumber(text) { all.append(rest) } }
        texts = all.map(LooseText.init)
    }

    /// "Stem [statement]", "Stem - statement", "question (1 = no, 5 = yes)".
    private static func tails(of plain: String) -> [String] {
        var tails: [String] = []
        let end = plain.trimmingEnd
        if end.hasSuffix("]"), let open = end.lastIndex(of: "[") {
            tails.append(String(end[end.index(after: open)...].dropLast()))
        }
        if end.hasSuffix(")"), let open = end.lastIndex(of: "("), end[open...].contains(where: \.isNumber) {
            tails.append(String(end[..<open]))
        }
        // R takes no other sign in a name.
        if !end.contains(" "), end.contains(".") { tails.append(String(end).replacing(".", with: " ")) }
        for sign in [" - ", " – ", ". ", ": ", ".", "_"] {
            if let cut = end.ranges(of: sign).last { tails.append(String(end[cut.upperBound...])) }
        }
        return tails
    }

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
