public import Core

/// Words, days and numbers in the language of one reader.
public struct Speech: Sendable {
    let words: Words
    public let language: Language
    /// Who speaks for the staff where the reader is: sentences call it by its own name.
    let council: Organisation.CouncilKind

    public init(words: Words, language: Language, council: Organisation.CouncilKind = .other) {
        (self.words, self.language, self.council) = (words, language, council)
    }

    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        plain(key, values.contains { $0.value.turnsRight } ? values.mapValues(\.isolated) : values)
    }

    /// The same for what becomes a name itself, of a wave or a file: nothing stands in it that nobody sees.
    func plain(_ key: String, _ values: [String: String] = [:]) -> String {
        words(key, values, in: language, council: council)
    }

    /// All words, for templates.
    var tree: WordTree { words.tree(in: language, council: council) }

    func callAsFunction(_ problem: Problem) -> String {
        let text = self(problem.key, problem.values)
        return problem.line.map { self("problem.on_line", ["line": "\($0)", "text": text]) } ?? text
    }

    /// "donderdag 12 november 2026"; without the year where it is this year's.
    public func date(_ day: Day, from today: Day? = nil) -> String {
        let key = today?.year == day.year ? "date.without_year" : "date.with_year"
        let values = [
            "weekday": self("date.weekday.\(day.weekday)"), "day": number(of: day),
            "month": self("date.month.\(day.month)"),
            "year": "\(day.year)",
        ]
        return self(key, values)
    }

    /// "12 november", for the small print.
    func shortDate(_ day: Day) -> String {
        self("date.short", ["day": number(of: day), "month": self("date.month.\(day.month)")])
    }

    /// Where a language writes "1er", it does so for the first of a month alone.
    private func number(of day: Day) -> String { day.day == 1 ? self("date.first") : "\(day.day)" }

    /// A number with the decimal sign of the language.
    func decimal(_ text: String) -> String {
        language == .english ? text : text.replacing(".", with: ",")
    }

    /// Languages by their names; one that we have no name for, in agreements of long ago, by its tag.
    func languages(_ tags: [String]) -> String {
        list(tags.map { Language.answering.map(\.rawValue).contains($0) ? self("manifest.language.\($0)") : $0 })
    }

    /// "a, b en c". Names that an organisation gave stay in its language: for those, another way to put the last one.
    func list(_ names: [String], _ key: String = "list.last") -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return plain(key, ["names": names.dropLast().joined(separator: ", "), "last": last])
    }
}
