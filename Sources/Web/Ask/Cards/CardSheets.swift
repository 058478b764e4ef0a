import Core
import Methods
import Store
import Surveys

/// One pile on paper: a cover slip, and sheets of eight cards.
struct CardSheets {
    /// The words of the page around the cards.
    let screen: Speech
    /// The words on paper.
    let say: Speech
    let organisation: Organisation
    let wave: Wave
    /// The batch that these are; nil for all cards of the block.
    let batch: Int?
    /// Whether the block has cards that were made later.
    let hasLater: Bool
    let terms: Manifest.Terms
    let instrument: Instrument
    let pile: Store.Pile
    let configuration: WebConfiguration
    private static let onSheet = 8
    private static let longestName = 24
    /// Bold letters on a line of a card.
    private static let longestLine = 30

    func page() -> Page {
        let cards = pile.codes.map(card)
        let sheets = stride(from: 0, to: cards.count, by: Self.onSheet).map { start in
            ["cards": Array(cards[start..<min(start + Self.onSheet, cards.count)])]
        }
        return Page(
            "ask/sheets", room: .ask,
            [
                "crumbs": [
                    ["path": Paths.waves, "name": screen("room.ask")],
                    ["path": Paths.wave(wave.id), "name": wave.title],
                    ["path": Paths.wave(wave.id, "cards"), "name": screen("cards.here")],
                ],
                "here": screen.name(of: pile.block), "heading": heading, "lead": lead,
                "who_sees": screen("cards.who_sees"), "print": screen.count("cards.print", sheets.count + 1),
                "back": Paths.wave(wave.id, "cards"), "languages": languages,
                "warning": batch == nil && hasLater ? screen("cards.whole_again") : "",
                "paper": [
                    "words": say.tree, "lang": say.language.rawValue, "cover": cover,
                    "sheets": sheets, "fine": fine, "title": instrument.title[say.language],
                    "why": instrument.why[say.language], "minutes": say.count("cards.minutes", instrument.minutes),
                    "address": address, "organisation_name": organisation.name, "spoken": spoken,
                ] as [String: Any],
            ])
    }

    private var heading: String {
        screen("cards.pile_heading", ["count": "\(pile.codes.count)", "block": screen.name(of: pile.block)])
    }

    private var lead: String {
        guard batch == nil else { return screen("cards.later_lead") }
        let spare = "\(pile.codes.count - invited)"
        return screen("cards.pile_lead", ["people": screen.count("ask.people", invited), "spare": spare])
    }

    private var block: String { say.name(of: pile.block) }

    /// The languages of the questionnaire that we speak too, each by its own name.
    private var languages: [[String: Any]] {
        let both = Language.spoken.filter(instrument.languages.contains)
        return both.map {
            [
                "path": "?cards=\($0.rawValue)" + (batch.map { "&batch=\($0)" } ?? ""), "code": $0.rawValue,
                "name": say.words("page.own_name", in: $0),
                "more": $0 != both.last,
            ]
        }
    }

    /// In which languages somebody can answer, each by its own name: told where there are more than everybody expects.
    private var spoken: Any {
        let tags = terms.languages.map(Language.init)
        guard tags.contains(where: { !Language.spoken.contains($0) }) else { return false }
        let names = tags.map { tag in
            ["code": tag.rawValue, "name": say.words("page.own_name", in: tag), "more": tag != tags.last]
                as [String: Any]
        }
        return ["all": names]
    }

    /// In parts after which an address that is longer than a line goes on below. Its last stretch is one part: people
    /// type it, and would type a space where it is broken.
    private var address: [String] {
        let (base, path) = (configuration.shortBase, Paths.answering(wave.slug))
        guard base.count + path.count > Self.longestLine else { return [base + path] }
        let last = base.lastIndex { ".-".contains($0) }.map(base.index(after:)) ?? base.startIndex
        var parts = [""]
        for character in base[..<last] {
            parts[parts.count - 1].append(character)
            if ".-".contains(character) { parts.append("") }
        }
        return parts.filter { !$0.isEmpty } + [base[last...] + path]
    }

    /// A card has little room: a long name gives way to the size of the block, which says as much.
    private var belongsTo: String {
        block.count <= Self.longestName
            ? say("cards.group", ["block": block]) : say("cards.some_block", ["people": "\(invited)"])
    }

    private var invited: Int { pile.block.invited }

    private var counts: [String: String] {
        [
            "people": say.count("ask.people", invited), "spare": "\(pile.codes.count - invited)",
            "made": "\(pile.codes.count)",
        ]
    }

    private func card(_ code: EntryCode) -> [String: Any] {
        let address = configuration.baseURL + Paths.answering(wave.slug) + "#\(code)"
        guard let drawn = QRCode(address) else { return ["code": "\(code)", "qr": false] }
        return ["code": "\(code)", "qr": ["box": drawn.viewBox, "path": drawn.path]]
    }

    /// Until when, who sees what, and when the results come.
    private var fine: String {
        say(
            "cards.fine",
            [
                "closes": say.shortDate(wave.closesOn), "block": belongsTo, "threshold": "\(terms.threshold)",
                "sharing": say("cards.sharing.\(wave.toldSharing)"),
                "results": say.shortDate(wave.resultsOn),
            ])
    }

    private var cover: [String: Any] {
        let values = counts.merging(["block": block, "closes": say.date(wave.closesOn)]) { $1 }
        return [
            "heading": say("cards.cover.heading", values), "wave": wave.title,
            "count": say("cards.cover.count", values),
            "teams": pile.block.names.map { say.name($0) },
            "steps": ["shuffle", "draw", "nobody", "spare", "left"].enumerated().map {
                ["number": "\($0.offset + 1)", "text": say("cards.cover.\($0.element)", values)]
            },
            "left": say("cards.cover.count_left"),
        ]
    }
}
