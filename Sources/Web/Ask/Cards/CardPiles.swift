import Core
import Surveys

/// The piles of cards of an open wave, and the form for more.
struct CardPiles {
    let say: Speech
    let wave: Wave
    let blocks: [Group]
    /// Of cards and of forms, in the order of making.
    let batches: [CardBatch]

    private var made: [Int: Int] {
        batches.filter { !$0.isPaper }.reduce(into: [:]) { $0[$1.block, default: 0] += $1.count }
    }

    func page(_ form: Form = Form([]), _ refusal: (any Refusal)? = nil) -> Page {
        var problems = FieldProblems()
        if let refusal, !(refusal is Conflict) { problems.add(refusal, at: "count") }
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
                "conflict": refusal is Conflict ? conflict : false, "version": "\(batches.count)",
                "leftovers": Paths.wave(wave.id, "leftovers"), "paper": Paths.wave(wave.id, "paper"),
                "moved": [wave.movedEnd, wave.movedResults].contains { $0 != nil } ? say("cards.moved") : false,
            ])
    }

    private func pile(_ block: Group) -> [String: Any] {
        let count = made[block.position] ?? 0
        return [
            "name": say.name(of: block), "people": "\(block.invited)", "made": "\(count)",
            "spare": "\(count - block.invited)", "path": Paths.wave(wave.id, "cards/\(block.position)"),
            "action": say.count("cards.open_cards", count), "later": later(block),
        ]
    }

    /// What was made after opening, so that nobody prints anew what was handed out already.
    private func later(_ block: Group) -> [[String: String]] {
        batches.enumerated().filter { !$0.element.isPaper && $0.element.block == block.position }.dropFirst().map {
            number, batch in
            [
                "path": Paths.wave(wave.id, "cards/\(block.position)?batch=\(number)"),
                "action": say.count("cards.only_later", batch.count),
            ]
        }
    }

    /// Who sent the form twice, or on an older page, sees which cards were made last.
    private var conflict: Any {
        guard let last = LastBatch(batches: batches, blocks: blocks, say: say).text else { return false }
        return ["last": last, "reload": Paths.wave(wave.id, "cards")]
    }

    private func option(_ block: Group, chosen: String) -> [String: Any] {
        [
            "value": "\(block.position)", "name": say.name(of: block), "selected": chosen == "\(block.position)",
        ]
    }
}
