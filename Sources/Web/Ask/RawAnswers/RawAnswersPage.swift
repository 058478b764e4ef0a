import Core
import Methods
import Store
import Surveys

/// What raw answers hold and can give away, until when they are kept, and by which decision they may be taken.
struct RawAnswersPage {
    let export: RawExport
    let rights: Set<Right>
    let say: Speech

    enum Refusal: String, Core.Refusal {
        case nothingChosen = "raw.nothing_chosen"
    }

    private var wave: Wave { export.wave }
    private var mayTie: Bool { rights.contains(.changeWaves) }
    private var isReady: Bool { !export.tied.isEmpty && !export.isTooFew }

    var page: Page {
        Page(
            "ask/raw/show", room: .ask,
            [
                "heading": say("raw.title", ["wave": wave.title]), "here": say("raw.here"), "lead": say("raw.lead"),
                "who_sees": say("raw.who"), "notice": "", "crumbs": crumbs, "holds": holds,
                "recognised": ["one", "more", "careful"].map { say("raw.recognised_\($0)") },
                "until": say("raw.until_text", ["day": say.date(export.until)]),
                "destroy": say("raw.destroy_text", ["day": say.date(export.until)]),
                "too_few": export.isTooFew
                    ? say("raw.too_few", ["threshold": "\(wave.agreedThreshold)"]) as Any : false,
                "tied": export.tied.map(line), "has_tied": !export.tied.isEmpty,
                "tying": isTying ? tying : false, "how": how ?? false, "files": isReady ? files : [],
                "has_files": isReady,
            ])
    }

    private var crumbs: [[String: String]] {
        let waves = ["path": Paths.waves, "name": say("room.ask")]
        guard rights.contains(.readManifest) else { return [waves] }
        return [waves, ["path": Paths.wave(wave.id), "name": wave.title]]
    }

    private var holds: [String] {
        let table = export.table
        let themes = table.leftOut.map { $0.name[say.language] }
        return [
            say("raw.holds_rows", ["count": "\(export.rows)"]),
            say("raw.holds_columns", ["items": "\(table.numberOfItems)", "background": "\(table.numberOfBackground)"]),
            say("raw.holds_nothing_else"), say("raw.holds_codebook"),
        ] + (themes.isEmpty ? [] : [say("raw.holds_not", ["themes": say.list(themes)])])
    }

    /// A decision as its readers know it; whoever may not read decisions gets no link.
    private func line(_ decision: Decision) -> [String: Any] {
        [
            "subject": decision.subject, "lang": decision.language.rawValue, "day": say.date(decision.decidedOn),
            "path": rights.contains(.readDecisions) ? Paths.decision(decision.id) as Any : false,
        ]
    }

    private var isTying: Bool { mayTie && export.tied.isEmpty && !export.isTooFew && !export.free.isEmpty }

    private var tying: [String: Any] {
        let choices = export.free.map { decision in
            (
                value: "\(decision.id)",
                name: say("raw.decision", ["subject": decision.subject, "day": say.date(decision.decidedOn)])
            )
        }
        return ["path": Paths.rawAnswers(wave.id), "decisions": Choices.values(choices, chosen: [])]
    }

    /// What must happen first, where nothing can be chosen.
    private var how: [String: Any]? {
        guard export.tied.isEmpty, !isTying else { return nil }
        guard export.free.isEmpty else { return ["text": say("raw.waits_for_hr"), "path": false] }
        let mayDecide = rights.contains(.changeDecisions)
        return ["text": say("raw.how"), "path": mayDecide ? Paths.newDecision as Any : false]
    }

    private var files: [[String: String]] {
        ["answers", "codebook"].map { kind in
            [
                "name": say("raw.\(kind).name"), "text": say("raw.\(kind).text"), "button": say("raw.\(kind).button"),
                "path": Paths.rawAnswers(wave.id, "\(kind).csv"),
            ]
        }
    }
}
