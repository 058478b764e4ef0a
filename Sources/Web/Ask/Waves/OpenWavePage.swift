import Core
import Store
import Surveys

/// A wave while people answer: who sees how many took part, and what hr can do.
struct OpenWavePage {
    let say: Speech
    let wave: Wave
    let rights: Set<Right>
    let today: Day
    let groups: [Group]
    /// The units of a leader's own branches.
    let branch: Set<Core.Unit.ID>
    let responses: [Response]
    let cards: [Int: Int]
    /// How many forms of paper were made.
    let forms: Int
    let standstill: Standstill?

    private var maySeeResponse: Bool { rights.contains(.readOpenResponse) }
    private var mayChange: Bool { rights.contains(.changeWaves) }

    func page(_ form: OpenWaveForm) -> Page {
        let rows = shownBlocks.map(row)
        return Page(
            "ask/open", room: .ask,
            [
                "crumbs": [["path": Paths.waves, "name": say("room.ask")]], "here": wave.title, "heading": heading,
                "lead": lead, "who_sees": say("ask.who_sees.open"), "track": track ?? false, "rows": rows,
                "has_response": maySeeResponse, "has_rows": !rows.isEmpty,
                "hand_out": maySeeResponse || rows.isEmpty ? false : say("ask.open.hand_out"),
                "title": wave.title, "agreements": agreements, "manifest": Paths.wave(wave.id, "manifest"),
                "still": still?.text as Any? ?? false, "acts": mayChange ? acts(form) : false,
                "problem": problem(form) ?? false,
                "forms": maySeeResponse && forms > 0 ? say.count("paper.made_text", forms) : "",
            ])
    }

    /// Leaders know the blocks that hold a unit of theirs; the board has no blocks to look after.
    private var shownBlocks: [Group] {
        groups.filter { $0.isBlock && (maySeeResponse || !branch.isDisjoint(with: $0.units)) }
    }

    private var whole: Group? { groups.first }
    private var total: Response? { responses.first { $0.position == whole?.position } }

    private var still: StandstillNotice? {
        standstill.map { StandstillNotice(say: say, standstill: $0, wave: wave) }
    }

    private var heading: String {
        if let still { return still.heading }
        guard maySeeResponse, let whole else { return say("ask.open.heading.runs", ["title": wave.title]) }
        guard let total else { return say("ask.open.heading.fresh") }
        let values = ["about": total.about.map(String.init) ?? "", "invited": "\(whole.invited)"]
        return say(total.about == nil ? "ask.open.heading.few" : "ask.open.heading.about", values)
    }

    private var isClosing: Bool { standstill?.isClosing == true }

    private var lead: String {
        if isClosing { return say("ask.still.nobody") }
        let left = say.timeLeft(until: wave.closesOn, from: today)
        guard maySeeResponse, let total else { return left }
        return left + " " + say("ask.open.counted", ["day": say.date(total.countedOn, from: today)])
    }

    private var track: [String: String]? {
        guard maySeeResponse, let about = total?.about, let invited = whole?.invited, invited > 0 else { return nil }
        let end = 1 + min(98, 98 * about / invited)
        return [
            "label": say("ask.open.track", ["about": "\(about)", "invited": "\(invited)"]), "end": "\(end)%",
        ]
    }

    private func row(_ block: Group) -> [String: String] {
        let response = responses.first { $0.position == block.position }
        let about = response.map { $0.about.map { say("ask.open.about", ["about": "\($0)"]) } ?? say("ask.open.few") }
        return [
            "name": say.name(of: block), "people": "\(block.invited)", "cards": "\(cards[block.position] ?? 0)",
            "response": about ?? say("ask.open.not_counted"),
        ]
    }

    private func acts(_ form: OpenWaveForm) -> [String: Any] {
        func act(_ part: String) -> [String: Any] {
            [
                "path": Paths.wave(wave.id, part), "is_open": form.part == part,
                "wrong": form.part == part ? form.refusal.map { say($0.key).besideField } as Any? ?? false : false,
            ]
        }
        var end = act("end")
        let fields = Fields(say: say, problems: endProblems(form))
        end["field"] = fields.text(
            "closes", form.part == "end" ? form.typed : say.typed(wave.closesOn), hint: "later_end")
        let promised = say(
            "ask.promised_end", ["day": say.date(wave.closesOn), "threshold": "\(wave.agreedThreshold)"])
        return [
            "promised": today < wave.closesOn ? promised : "",
            "cards": standstill == nil ? Paths.wave(wave.id, "cards") as Any : false,
            "paper": standstill == nil ? Paths.wave(wave.id, "paper") as Any : false,
            "mail": Paths.wave(wave.id, "mail"),
            "leftovers": Paths.wave(wave.id, "leftovers"), "end": isClosing ? false : end as Any,
            "closure": act("closure"), "box": forms > 0 ? say.count("paper.close_box", forms) : "",
            "withdrawal": act("withdrawal"),
        ]
    }

    private func endProblems(_ form: OpenWaveForm) -> FieldProblems {
        var problems = FieldProblems()
        if form.part == "end", let refusal = form.refusal { problems.add(refusal, at: "closes") }
        return problems
    }

    private func problem(_ form: OpenWaveForm) -> [String: String]? {
        form.refusal.map { ["field": form.part == "end" ? "closes" : "\(form.part)-sure", "text": say($0.key)] }
    }

    private var agreements: Any { Agreements(say: say, wave: wave, today: today).values as Any? ?? false }
}
