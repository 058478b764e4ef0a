import Core
import Methods
import Surveys

/// Step 1: what the wave is called, and which questionnaire is asked.
struct QuestionsForm: StepForm {
    static let step = DraftStep.questions
    let title: String
    let pack: String
    /// The page that was asked for: that of the next step, or the one on which the questions are made to fit.
    let next: String

    init(_ form: Form) {
        (title, pack) = (form["title"], form["pack"])
        next = form["then"] == "fit" ? FittingRoutes.part : DraftStep.who.rawValue
    }

    init(_ wave: Wave, _ say: Speech) {
        (title, pack, next) = (wave.title, wave.pack, DraftStep.who.rawValue)
    }

    func check(_ packs: [Instrument]) throws(FieldProblems) {
        var problems = FieldProblems()
        if title.trimmed.isEmpty { problems.add(Wave.Refusal.titleIsEmpty, at: "title") }
        if !title.trimmed.isName(upTo: 80) { problems.add(Wave.Refusal.titleIsTooLong, at: "title") }
        if !packs.contains(where: { $0.id == pack }) { problems.add(Wave.Refusal.packIsUnknown, at: "pack") }
        try problems.throwIfAny()
    }

    func apply(to wave: inout Wave, on today: Day, _ packs: [Instrument]) throws(FieldProblems) {
        try check(packs)
        (wave.title, wave.pack) = (title.trimmed, pack)
    }

    /// Titles may be much alike: the size tells them apart.
    private static func label(of pack: Instrument, _ say: Speech) -> String {
        let count = pack.items.count
        guard !pack.isFitted else {
            return "\(pack.title[say.language]) – \(say.count("fitting.fitted", count))"
        }
        let size = count <= mostInShort ? "short" : count >= leastInLarge ? "large" : "other"
        let values = ["title": pack.title[say.language], "questions": say.count("ask.items", count)]
        return say("ask.pack_size.\(size)", values)
    }

    private static let mostInShort = 10
    private static let leastInLarge = 30

    func values(_ fields: Fields, _ packs: [Instrument]) -> [String: Any] {
        let say = fields.say
        let options = packs.map { pack in
            Fields.Choice(
                value: pack.id, label: Self.label(of: pack, say),
                notes: [
                    fields.refused[pack.id].map { say($0.key) } ?? "",
                    say(pack.isValidated ? "ask.size_validated" : "ask.size", ["size": say.size(of: pack)]),
                    pack.about[say.language],
                ].filter { !$0.isEmpty })
        }
        return [
            "title_field": fields.text("title", title), "pack_field": fields.choices("pack", chosen: pack, options),
        ]
    }
}
