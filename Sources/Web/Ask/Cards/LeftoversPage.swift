import Core
import Surveys

/// How many cards of each pile came back unused: one field a pile, until the results are published.
struct LeftoversPage {
    let say: Speech
    let wave: Wave
    let blocks: [Group]
    /// Cards and forms of paper.
    let made: [Int: Int]
    let hasForms: Bool
    let leftovers: Leftovers

    static func field(_ block: Int) -> String { "left-\(block)" }

    /// With what somebody typed, which piles of it cannot be, and whether somebody else counted meanwhile.
    func page(typed: Form? = nil, wrong: [Int] = [], isConflict: Bool = false) -> Page {
        let piles = blocks.map { pile($0, typed, isWrong: wrong.contains($0.position)) }
        return Page(
            "ask/leftovers", room: .ask,
            [
                "crumbs": [
                    ["path": Paths.waves, "name": say("room.ask")],
                    ["path": Paths.wave(wave.id), "name": wave.title],
                ],
                "here": say("cards.left.here"), "heading": say("cards.left.heading"), "lead": say("cards.left.lead"),
                "who_sees": say("cards.left.who_sees"), "piles": piles, "path": Paths.wave(wave.id, "leftovers"),
                "version": "\(leftovers.version)", "title": wave.title, "back": Paths.wave(wave.id),
                "conflict": isConflict ? ["theirs": theirs, "reload": Paths.wave(wave.id, "leftovers")] : false,
                "problems": wrong.isEmpty ? false : ["all": blocks.filter { wrong.contains($0.position) }.map(problem)],
                "total": total, "forms": hasForms ? say("cards.left.forms") : "",
            ])
    }

    private func pile(_ block: Group, _ typed: Form?, isWrong: Bool) -> [String: Any] {
        let id = Self.field(block.position)
        let counted = leftovers.counts[block.position].map(String.init) ?? ""
        return [
            "id": id, "label": say.name(of: block), "number": true, "value": typed.map { $0[id] } ?? counted,
            "hint": say("cards.left.of", ["count": "\(most(of: block))"]),
            "wrong": isWrong ? outside(block) as Any : false,
            "described": "\(id)-hint" + (isWrong ? " \(id)-wrong" : ""),
        ]
    }

    private func most(of block: Group) -> Int { made[block.position] ?? 0 }

    private func outside(_ block: Group) -> String {
        say("cards.left.outside", ["name": say.name(of: block), "most": "\(most(of: block))"])
    }

    private func problem(_ block: Group) -> [String: String] {
        ["field": Self.field(block.position), "text": outside(block)]
    }

    private var total: String {
        leftovers.total(made: made).map { say.count("cards.left.total", $0) } ?? say("cards.left.not_all")
    }

    private var theirs: String {
        say.list(
            blocks.compactMap { block in
                leftovers.counts[block.position].map {
                    say("cards.left.theirs", ["name": say.name(of: block), "count": "\($0)"])
                }
            })
    }
}
