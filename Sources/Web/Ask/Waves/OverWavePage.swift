import Core
import Store
import Surveys

/// A wave that takes no more answers: closed, published or withdrawn.
struct OverWavePage {
    let say: Speech
    let wave: Wave
    let organisation: Organisation
    let rights: Set<Right>
    let today: Day
    let standstill: Standstill?
    /// Where everybody reads along.
    let shareAddress: String
    /// How many forms of paper were made.
    let forms: Int
    /// Whether figures of teams can be read, too.
    let hasTeams: Bool
    /// The last day on which its raw answers can be taken, for who may; nil where there are none.
    let rawUntil: Day?

    /// With why publishing was refused, if it was.
    func page(_ refusal: (any Refusal)? = nil) -> Page {
        let isUnticked = refusal?.key == Wave.Refusal.notConfirmed.key
        let refused: [String: Any]? = refusal.map { ["text": say($0.key), "is_unticked": isUnticked] }
        return Page(
            "ask/over", room: .ask,
            [
                "crumbs": [["path": Paths.waves, "name": say("room.ask")]], "here": wave.title, "title": wave.title,
                "heading": heading, "lead": lead,
                "who_sees": say("ask.over.who.\(wave.state.rawValue)"), "results": mayReadResults ? results : false,
                "is_published": wave.state == .published, "share": wave.state == .published ? shareAddress : false,
                "publication": mayPublish ? publication(isUnticked) : false, "agreements": agreements,
                "still": still ?? false, "refused": refused ?? false,
                "copies": rights.contains(.changeWaves) ? Paths.wave(wave.id, "copies") : false,
                "forms": rights.contains(.readOpenResponse) && forms > 0
                    ? say.count("paper.made_text", forms) + " " + say("paper.made_over") : "",
                "raw": rawUntil.map {
                    ["path": Paths.rawAnswers(wave.id), "text": say("raw.link_text", ["day": say.date($0)])]
                } as Any? ?? false,
                "removal": rights.contains(.changeWaves) && wave.isRemovable ? Paths.wave(wave.id, "removal") : false,
                "mail": rights.contains(.changeWaves) && !wave.mailKinds.isEmpty ? Paths.wave(wave.id, "mail") : false,
                "stays": rights.contains(.changeWaves) && wave.isImported && wave.state == .published
                    ? say("import.removal.stays") : "",
                "leftovers": mayPublish && !wave.isImported ? Paths.wave(wave.id, "leftovers") : false,
            ])
    }

    private var heading: String {
        let isRead = wave.isImported && wave.state == .closed
        return say(isRead ? "import.over.heading" : "ask.over.heading.\(wave.state.rawValue)", ["title": wave.title])
    }

    private var lead: String {
        guard !wave.isImported else {
            let state = say("import.over.\(wave.state.rawValue)", ["day": date(wave.publishedOn)])
            return state + " " + say.imported(wave, from: today)
        }
        return switch wave.state {
        case .closed:
            say(
                wave.isLate(on: today) ? "ask.over.lead.late" : "ask.over.lead.closed",
                ["day": date(wave.closedOn), "results": say.date(wave.resultsOn)])
        case .published: say("ask.over.lead.published", ["day": date(wave.publishedOn)])
        default: say("ask.over.lead.\(wave.withdrawal?.reason.rawValue ?? "")", ["day": date(wave.withdrawal?.on)])
        }
    }

    private func date(_ day: Day?) -> String { day.map { say.date($0, from: today) } ?? "" }

    private var results: String { Paths.wave(wave.id, "results") }
    private var mayPublish: Bool { wave.state == .closed && rights.contains(.changeWaves) }

    /// hr and the council read a release before it is published.
    private var mayReadResults: Bool {
        wave.state == .published || (wave.state == .closed && rights.contains(.readUnpublished))
    }

    private func publication(_ isUnticked: Bool) -> [String: Any] {
        [
            "path": Paths.wave(wave.id, "publication"), "share": shareAddress,
            "shown": [
                say("ask.publish.share.\(wave.agreedSharing.rawValue)", ["organisation": organisation.name])
            ]
                + readers,
            "sure": wave.mustBeSure(on: today) ? sure(isUnticked) : false,
            "early": wave.resultsOn == today || wave.isImported
                ? false : say("ask.publish.promised", ["day": say.date(wave.resultsOn, from: today)]),
        ]
    }

    private func sure(_ isUnticked: Bool) -> [String: Any] {
        [
            "text": say(wave.isImported ? "import.over.sure" : "ask.publish.sure"),
            "wrong": isUnticked ? say(Wave.Refusal.notConfirmed.key) as Any : false,
        ]
    }

    private var readers: [String] {
        if wave.isImported { return [say(hasTeams ? "import.over.others" : "import.over.no_teams")] }
        if wave.isResearch { return [say("ask.publish.no_teams"), say("ask.publish.leftovers")] }
        return [say("ask.publish.leaders"), say("ask.publish.others"), say("ask.publish.leftovers")]
    }

    private var agreements: Any { Agreements(say: say, wave: wave, today: today).values as Any? ?? false }

    private var still: String? {
        standstill.map { StandstillNotice(say: say, standstill: $0, wave: wave).text }
    }
}

extension Wave {
    /// Earlier than everybody was told, and what can be removed until then, asks for a tick: neither can be undone.
    func mustBeSure(on today: Day) -> Bool { today < resultsOn || isImported }
}
