import Core

/// What was read of a submission so far, field by field.
struct SubmissionReading {
    private let layout: Layout
    private(set) var bytes: [UInt8]
    private(set) var typed: String?
    private(set) var replaces = false
    private(set) var staffGroup: String?
    private var language = Language.dutch
    private var written: [(question: String, text: String)] = []
    private var seen = Set<String>()

    init(_ layout: Layout) {
        self.layout = layout
        bytes = [UInt8](repeating: Layout.none, count: layout.items.count)
    }

    /// In the language of the page, wherever in the form that stands.
    var texts: [Submission.Text] {
        written.map { Submission.Text(question: $0.question, language: language, text: $0.text) }
    }

    mutating func take(_ field: String, _ value: [UInt8]) throws(Submission.Refusal) {
        switch field {
        case "code": typed = String(decoding: value, as: UTF8.self)
        case "replace": replaces = value == [49]
        case "language": if let tag = Self.tag(value) { language = Language(rawValue: tag) }
        // The start page asks whose device it is; that stays in the browser, and is passed over if sent.
        case "own": return
        case Submission.staffGroup where layout.hasStaffGroups: try takeGroup(value)
        default: try takeAnswer(field, value)
        }
    }

    private mutating func takeGroup(_ value: [UInt8]) throws(Submission.Refusal) {
        let group = String(decoding: value, as: UTF8.self)
        guard staffGroup == nil else { throw .itemIsTwice }
        guard group.isEmpty || layout.has(staffGroup: group) else { throw .valueIsUnknown }
        staffGroup = group
    }

    private mutating func takeAnswer(_ field: String, _ value: [UInt8]) throws(Submission.Refusal) {
        let place = layout.place(of: field)
        guard place != nil || layout.openQuestions.contains(field) else { throw .itemIsUnknown }
        guard seen.insert(field).inserted else { throw .itemIsTwice }
        guard let place else { return try takeText(field, value) }
        guard let answer = answer(value, at: place) else { throw .valueIsUnknown }
        bytes[place] = answer
    }

    private mutating func takeText(_ question: String, _ value: [UInt8]) throws(Submission.Refusal) {
        // Browsers end lines with two signs; what steers a terminal or turns the reading order does not come in.
        let text = String(decoding: value, as: UTF8.self).replacing("\r\n", with: "\n")
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isControl })).trimmed
        guard plain.count <= Submission.longestText else { throw .textIsTooLong }
        if !plain.isEmpty { written.append((question, plain)) }
    }

    private func answer(_ value: [UInt8], at place: Int) -> UInt8? {
        guard !value.isEmpty else { return Layout.none }
        guard value.count <= 3, value.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let number = value.reduce(0) { $0 * 10 + Int($1 - 48) }
        return layout.allows(number, at: place) ? UInt8(number) : nil
    }

    private static func tag(_ value: [UInt8]) -> String? {
        let isTag =
            (2...20).contains(value.count)
            && value.allSatisfy { $0 == 45 || (65...90).contains($0) || (97...122).contains($0) }
        return isTag ? String(decoding: value, as: UTF8.self) : nil
    }
}
