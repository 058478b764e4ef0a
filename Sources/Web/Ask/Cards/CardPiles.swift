import Core
import Surveys

/// The piles of cards of an open wave, and the form for more.
struct CardPiles {
    let say: Speech
    let wave: Wave
    let blocks: [Group]
    let made: [Int: Int]

    func page(_ form: Form = Form([]), _ refusal: Wave.Refusal? = nil) -> Page {
        var problems = FieldProblems()
        if let refusal { problems.add(refusal, at: "count") }
        let fields = Fields(say: say, problems: problems)
        let total = blocks.reduce(0) { $0 + (made[$1.position] ?? 0) }
        return Page(
            "ask/cards", room: .ask,
            [
                "crumbs": [
                    ["path": Paths.waves, "name": say("room.ask")],
                    ["path": Paths.wave(wave.id), "name": wave.title],
                ],
                "here": say("cards.here"), "heading": say.count("cards.heading", total), "lead": say("cards.lead"),
                "who_sees": say("cards.who_sees"), "piles": blocks.map(pile), "path": Paths.wave(wave.id, "cards"),
                "blocks": blocks.map { option($0, chosen: form["block"]) }, "title": wave.title,
                "count_field": fields.text("count", form["count"], isNumber: true),
                "problems": problems.all.isEmpty ? false : ["all": fields.summary], "back": Paths.wave(wave.id),
                "leftovers": Paths.wave(wave.id, "leftovers"),
                "moved": [wave.movedEnd, wave.movedResults].contains { $0 != nil } ? say("cards.moved") : false,
            ])
    }

    private func pile(_ block: Group) -> [String: String] {
        let count = made[block.position] ?? 0
        return [
            "name": say.name(of: block), "people": "\(block.invited)", "made": "\(count)",
            "spare": "\(count - block.invited)", "path": Paths.wave(wave.id, "cards/\(block.position)"),
            "action": say.count("cards.open_sheets", CardSheets.sheets(for: count)),
        ]
    }

    private func option(_ block: Group, chosen: String) -> [String: Any] {
        [
            "value": "\(block.position)", "name": say.name(of: block), "selected": chosen == "\(block.position)",
        ]
    }
}
