import Core
import Store
import Surveys

/// The forms of an open wave: under which decision, how many for each block, and the form for more.
struct PaperPiles {
    let say: Speech
    let wave: Wave
    let blocks: [Group]
    /// Of cards and of forms, in the order of making.
    let batches: [CardBatch]
    /// The one that says who types; nil while none holds.
    let decision: Decision?
    let hasCouncil: Bool
    /// Where forms are typed.
    let typing: String

    static func crumbs(_ wave: Wave, _ say: Speech) -> [[String: String]] {
        [["path": Paths.waves, "name": say("room.ask")], ["path": Paths.wave(wave.id), "name": wave.title]]
    }

    private var made: [Int: Int] {
        batches.filter(\.isPaper).reduce(into: [:]) { $0[$1.block, default: 0] += $1.count }
    }

    func page(_ form: Form = Form([]), _ refusal: (any Refusal)? = nil) -> Page {
        var problems = FieldProblems()
        if let refusal, !(refusal is Conflict) { problems.add(refusal, at: Self.field(of: refusal)) }
        let fields = Fields(say: say, problems: problems)
        let total = made.values.reduce(0, +)
        return Page(
            "ask/paper", room: .ask,
            [
                "crumbs": Self.crumbs(wave, say), "here": say("paper.here"), "title": wave.title,
                "heading": total > 0 ? say.count("paper.heading", total) : say("paper.heading_none"),
                "lead": say("paper.lead"),
                "who_sees": say("paper.who_sees"), "back": Paths.wave(wave.id), "path": Paths.wave(wave.id, "paper"),
                "problems": problems.all.isEmpty ? false : ["all": fields.summary],
                "conflict": refusal is Conflict ? conflict : false,
                "typists": typists,
                "piles": total > 0 ? ["all": blocks.filter { made[$0.position] != nil }.map(pile)] as Any : false,
                "more": decision == nil ? false : more(form, fields) as Any,
                "typing": total > 0
                    ? ["address": typing, "until": say("paper.typing_until", ["day": say.date(wave.closesOn)])] as Any
                    : false,
            ])
    }

    private static func field(of refusal: any Refusal) -> String {
        switch refusal.key {
        case Wave.Refusal.paperTakesDecision.key: "decision"
        case Wave.Refusal.paperTakesBlock.key: "block"
        default: "forms"
        }
    }

    /// Who types, or what must be decided first.
    private var typists: [String: Any] {
        [
            "now": decision.map { ["text": told($0), "path": Paths.decision($0.id)] } as Any? ?? false,
            "none": decision == nil ? say(hasCouncil ? "paper.no_decision" : "paper.no_meeting") : "",
            // Where there is a council, its own account writes the decision down.
            "new": hasCouncil ? "" : Paths.newDecision(.paper, about: wave.id),
            "another": hasCouncil ? say("paper.another_council") : "",
        ]
    }

    private func told(_ decision: Decision) -> String {
        say("paper.decision_told", ["subject": decision.subject, "day": say.date(decision.decidedOn)])
    }

    private func pile(_ block: Group) -> [String: Any] {
        let count = made[block.position] ?? 0
        let all = [
            "path": Paths.wave(wave.id, "paper/\(block.position)"), "action": say.count("paper.open_forms", count),
        ]
        return [
            "name": say.name(of: block),
            "told": say("paper.pile_told", ["count": "\(count)", "people": "\(block.invited)"]),
            "open": decision == nil ? false : ["acts": [all] + later(block)] as Any,
        ]
    }

    /// What was made later, so that nobody prints anew what was handed out already.
    private func later(_ block: Group) -> [[String: String]] {
        batches.enumerated().filter { $0.element.isPaper && $0.element.block == block.position }.dropFirst().map {
            [
                "path": Paths.wave(wave.id, "paper/\(block.position)?batch=\($0)"),
                "action": say.count("cards.only_later", $1.count),
            ]
        }
    }

    private func more(_ form: Form, _ fields: Fields) -> [String: Any] {
        [
            "path": Paths.wave(wave.id, "paper"), "version": "\(batches.count)",
            "blocks": blocks.map { block -> [String: Any] in
                let value = "\(block.position)"
                return ["value": value, "name": say.name(of: block), "selected": form["block"] == value]
            },
            // Forms of the wrong block are easily made: nothing is chosen beforehand.
            "choose": blocks.count > 1 ? say("paper.choose_block") : "",
            "wrong_block": fields.problems.key(at: "block").map { say($0).besideField } as Any? ?? false,
            "count_field": fields.text("forms", form["forms"], isNumber: true),
        ]
    }

    /// Who sent a form twice, or on an older page, sees what was made last.
    private var conflict: [String: Any] {
        let reload = Paths.wave(wave.id, "paper")
        return [
            "last": [LastBatch(batches: batches, blocks: blocks, say: say).text].compactMap(\.self), "reload": reload,
        ]
    }
}
