import Core
import Store
import Surveys

/// More forms than a block has people: asked once more, with the numbers, because a form that was made stays.
struct ManyForms {
    let say: Speech
    let wave: Wave
    let block: Group
    /// How many forms the block has already.
    let made: Int
    let count: Int
    let version: Int

    private var together: Int { made + count }

    /// As of cards: everybody in it, and some to spare.
    var isMany: Bool { together > block.invited + CardBatch.spare(for: block.invited) }

    func isAgreed(in form: Form) -> Bool { form["sure"] == "\(together)" }

    var page: Page {
        let told = ["count": "\(count)", "block": say.name(of: block)]
        let rows = [("people", block.invited), ("made", made), ("asked", count), ("together", together)]
        return Page(
            "ask/paper-many", room: .ask,
            [
                "crumbs": PaperPiles.crumbs(wave, say) + [
                    ["path": Paths.wave(wave.id, "paper"), "name": say("paper.here")]
                ],
                "here": say("paper.many.here"), "title": wave.title, "heading": say("paper.many.heading", told),
                "lead": say("paper.many.lead"), "who_sees": say("paper.who_sees"),
                "rows": rows.map { ["name": say("paper.many.\($0)"), "text": "\($1)"] },
                "path": Paths.wave(wave.id, "paper"), "version": "\(version)", "block": "\(block.position)",
                "forms": "\(count)", "sure": "\(together)", "make": say.count("paper.many.make", count),
                "back": Paths.wave(wave.id, "paper"),
            ])
    }
}
