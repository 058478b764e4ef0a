import Core
import Methods
import Surveys

/// Step 3: the days, as people type them.
struct WhenForm: StepForm {
    static let step = DraftStep.when
    let opens: String
    let closes: String
    let results: String

    init(_ form: Form) {
        (opens, closes, results) = (form["opens"].trimmed, form["closes"].trimmed, form["results"].trimmed)
    }

    init(_ wave: Wave, _ say: Speech) {
        opens = wave.opensOn.map { say.typed($0) } ?? ""
        (closes, results) = (say.typed(wave.closesOn), say.typed(wave.resultsOn))
    }

    func apply(to wave: inout Wave, on today: Day, _ packs: [Instrument]) throws(FieldProblems) {
        var problems = FieldProblems()
        let before = wave.opensOn
        wave.opensOn = day(opens, at: "opens", &problems)
        let last = day(closes, at: "closes", &problems) ?? (wave.opensOn ?? today) + Wave.openDays
        wave.closesOn = last
        wave.resultsOn = day(results, at: "results", &problems) ?? Wave.resultsDay(after: last)
        if closes.isEmpty || Day(closes) != nil, last < today { problems.add(Wave.Refusal.endIsPast, at: "closes") }
        // A day that passed since it was chosen is no mistake of whoever saves the others.
        if let opens = wave.opensOn, opens < today, opens != before {
            problems.add(Wave.Refusal.startIsPast, at: "opens")
        }
        if last > today + Wave.mostOpenDays { problems.add(Wave.Refusal.endIsFar, at: "closes") }
        try problems.throwIfAny()
        do { try wave.check() } catch { throw FieldProblems(error) }
    }

    /// An empty field leaves the day to us.
    private func day(_ text: String, at field: String, _ problems: inout FieldProblems) -> Day? {
        guard !text.isEmpty else { return nil }
        if let day = Day(text) { return day }
        problems.add(Wave.Refusal.dayIsNoDay, at: field)
        return nil
    }

    func values(_ fields: Fields, _ packs: [Instrument]) -> [String: Any] {
        [
            "fields": [
                fields.text("opens", opens), fields.text("closes", closes),
                fields.text("results", results),
            ]
        ]
    }
}
