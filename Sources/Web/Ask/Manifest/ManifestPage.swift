import Core
import Methods
import Store
import Surveys

/// The agreements of a wave in words: as they stand in a draft, or as they were frozen.
struct ManifestPage {
    let say: Speech
    let wave: Wave
    let manifest: Manifest
    let groups: [Group]
    let instrument: Instrument?
    let readings: [Reading]
    /// What became of the cards, once that may be read.
    let account: CardAccount?
    let mayRead: Bool
    /// How many forms of paper were made, and the decision that says who types them.
    let forms: (count: Int, decision: Decision?)
    /// Decisions about its raw answers.
    let rawDecisions: [Decision]

    private var terms: Manifest.Terms { manifest.terms }
    private var isDraft: Bool { wave.state == .draft }

    /// With what somebody typed who may note a name, and what is wrong with it.
    func page(typed: String = "", refusal: (any Refusal)? = nil) -> Page {
        let key = isDraft ? "draft" : "frozen"
        return Page(
            "ask/manifest", room: .ask,
            [
                "crumbs": [["path": Paths.waves, "name": say("room.ask")], ["path": back, "name": terms.title]],
                "here": say("manifest.here"), "heading": say("manifest.heading.\(key)", ["title": terms.title]),
                "lead": wave.isImported ? say("manifest.lead.import") : say("manifest.lead.\(key)"),
                "who_sees": say("manifest.who_sees"), "rows": rows,
                "asked": asked, "trial": instrument == nil || wave.isImported ? "" : Paths.wave(wave.id, "trial"),
                "what": heading("what"), "asked_heading": heading("asked"), "blocks_heading": heading("blocks"),
                "blocks_text": blocksText, "blocks": blocks, "is_import": wave.isImported,
                "people": "\(terms.blocks.reduce(0) { $0 + $1.people })",
                "fingerprint": manifest.fingerprint, "hash": manifest.hash.hexadecimal.pieces(of: 8),
                "file": isDraft ? false : Paths.wave(wave.id, "manifest.json"), "is_draft": isDraft,
                "account": account?.values as Any? ?? false,
                "read": ReadingLines(say: say, readings: readings, current: manifest).texts,
                "nobody_read": readings.isEmpty && !wave.isImported,
                "reading": isDraft && mayRead ? form(typed, refusal) : false,
            ])
    }

    private var back: String { Paths.wave(wave.id) }

    private func form(_ typed: String, _ refusal: (any Refusal)?) -> [String: Any] {
        [
            "path": Paths.wave(wave.id, "manifest/readings"), "value": typed,
            "seen": terms.agreement.hexadecimal,
            "wrong": refusal.map { say($0.key).besideField } as Any? ?? false,
        ]
    }

    private var blocksText: String {
        if wave.isImported { return say("manifest.blocks_text_import") }
        return say(terms.research == nil ? "manifest.blocks_text" : "manifest.blocks_text_research")
    }

    /// Nothing was agreed on beforehand about what was held elsewhere.
    private func heading(_ part: String) -> String {
        say(wave.isImported ? "manifest.\(part)_import" : "manifest.\(part)")
    }

    private var rows: [[String: String]] {
        let research: [(String, String)] =
            terms.research == nil ? [] : [("research", say(research))]
        let before: [(String, String)] =
            [
                ("organisation", terms.organisation), ("wave", terms.title),
                ("questionnaire", questionnaire),
            ] + (wave.isImported ? cameIn : askedHere) + [
                ("sharing", say("manifest.sharing.\(terms.toldSharing)")),
                ("threshold", say("manifest.threshold_text", ["count": "\(terms.threshold)"])),
                ("rules", say("manifest.rules_text", ["version": "\(terms.rules)"])),
            ]
        let after: [(String, String)] = [
            ("benchmark", say(terms.benchmark ? "manifest.benchmark_yes" : "manifest.benchmark_no"))
        ]
        return (before + keeping + after + paper + research + raw).map {
            ["name": say("manifest.row.\($0.0)"), "text": $0.1]
        }
    }

    private var research: String {
        instrument?.background.isEmpty == true ? "manifest.research_plain_text" : "manifest.research_text"
    }

    /// Decided apart from what is frozen, and so told beside it.
    private var raw: [(String, String)] {
        guard terms.research != nil, let instrument else { return [] }
        let texts = rawDecisions.map { decision in
            let isOvertaken = !decision.isAboutAnswers(to: wave.id, of: instrument)
            let key = isOvertaken ? "raw_overtaken" : decision.isByTwo ? "raw_holds" : "raw_waits"
            let title = decision.questionnaire(of: wave.id)?.title ?? ""
            return say("manifest.\(key)", ["day": say.date(decision.decidedOn), "title": title])
        }
        return texts.isEmpty ? [] : [("raw", texts.joined(separator: " "))]
    }

    /// Made after opening, and so beside what was frozen.
    private var paper: [(String, String)] {
        guard forms.count > 0 else { return [] }
        let named = forms.decision.map { say("paper.manifest_named", ["day": say.date($0.decidedOn)]) } ?? ""
        return [("paper", say("paper.manifest_text", ["count": "\(forms.count)", "named": named]))]
    }

    private var askedHere: [(String, String)] {
        [
            ("languages", languages), ("way", say("manifest.way.\(terms.way)")),
            ("opened", isDraft ? planned : day(terms.opened)), ("closes", closes), ("results", results),
        ]
    }

    private var cameIn: [(String, String)] {
        [
            ("origin", say("manifest.way.\(terms.way)")),
            ("held", say("manifest.through", ["day": day(terms.closes)])),
            ("imported", terms.imported.map(day) ?? ""),
        ]
    }

    /// What people wrote stays longer than their answers: figures alone are what stays after that.
    private var keeping: [(String, String)] {
        guard !wave.isImported else { return [("keep", say("manifest.keep_none"))] }
        let days = ["count": "\(terms.keepDays)"]
        // The days themselves are frozen; how long copies stay holds for the installation.
        let copies = ("backups", say("manifest.backups_text", ["days": "\(Store.backupDays)"]))
        guard let textDays = terms.keepTextDays else { return [("keep", say("manifest.keep_text", days)), copies] }
        return [
            ("keep", say("manifest.keep_apart", days)),
            ("keep_texts", say("manifest.keep_texts", ["count": "\(textDays)"])), copies,
        ]
    }

    private var questionnaire: String {
        let values = [
            "id": terms.pack.id, "version": terms.pack.version, "hash": String(terms.pack.hash.prefix(12)),
            "title": instrument?.title[say.language] ?? terms.pack.id,
        ]
        return say("manifest.questionnaire_text", values)
    }

    /// The questions themselves, theme by theme: who agrees must know what is asked.
    private var asked: [[String: Any]] {
        instrument.map { AskedQuestions(instrument: $0, isResearch: terms.research != nil, say: say).values } ?? []
    }

    private var languages: String { say.languages(terms.languages) }

    private var planned: String {
        wave.opensOn.map { say("manifest.planned", ["day": say.date($0)]) } ?? say("manifest.not_opened")
    }

    /// The frozen day, and beside it the later one to which it was moved.
    private var closes: String {
        let agreed = beside(say("manifest.through", ["day": day(terms.closes)]), wave.movedEnd)
        return wave.closedOn.map { agreed + ". " + say("results.closed_on", ["day": say.date($0)]) } ?? agreed
    }

    private var results: String { beside(day(terms.results), wave.movedResults) }

    private func beside(_ frozen: String, _ moved: Wave.MovedDay?) -> String {
        moved.map { frozen + ". " + say.moved("manifest.moved", $0) } ?? frozen
    }

    private func day(_ text: String) -> String { Day(text).map { say.date($0) } ?? text }

    /// Words for what the bytes say: the frozen groups stand in the same order as the blocks.
    private var blocks: [[String: String]] {
        let known = groups.filter(\.isBlock)
        return terms.blocks.enumerated().map { place, block in
            let group = place < known.count && known[place].label == block.name ? known[place] : nil
            let names = group?.names ?? Group.names(in: block.name)
            return ["name": say.name(of: names), "people": "\(block.people)"]
        }
    }
}
