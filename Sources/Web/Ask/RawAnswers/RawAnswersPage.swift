import Core
import Methods
import Store
import Surveys

/// What raw answers hold and can give away, until when they are kept, and by which decision they may be taken.
struct RawAnswersPage {
    let export: RawExport
    let rights: Set<Right>
    let say: Speech

    private var wave: Wave { export.wave }
    private var isReady: Bool { !export.tied.isEmpty && !export.isTooFew }
    private var asksBackground: Bool { export.table.numberOfBackground > 0 }
    /// Of so few people nothing comes out: what it would hold, and by which decision, is of no use then.
    private var isOpenToDecide: Bool { !export.isTooFew }

    var page: Page {
        Page(
            "ask/raw/show", room: .ask,
            [
                "heading": say("raw.title", ["wave": wave.title]), "here": say("raw.here"), "lead": say("raw.lead"),
                "who_sees": say("raw.who"), "notice": "", "crumbs": crumbs, "holds": holds,
                "recognised": [asksBackground ? "one" : "one_plain", "more", "careful"].map {
                    say("raw.recognised_\($0)")
                },
                "until": say("raw.until_text", ["day": say.date(export.until)]),
                "destroy": say("raw.destroy_text", ["day": say.date(export.until)]),
                "too_few": export.isTooFew
                    ? say("raw.too_few", ["threshold": "\(wave.agreedThreshold)"]) as Any : false,
                "is_open": isOpenToDecide,
                "tied": export.tied.map(line), "has_tied": !export.tied.isEmpty,
                "waiting": export.waiting.map(line), "has_waiting": !export.waiting.isEmpty,
                "overtaken": export.overtaken.map(overtaken), "how": how ?? false,
                "files": isReady ? files : [],
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
            say(
                asksBackground ? "raw.holds_columns" : "raw.holds_columns_plain",
                ["items": "\(table.numberOfItems)", "background": "\(table.numberOfBackground)"]),
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

    /// A decision about what the wave asked before, and why it opens nothing.
    private func overtaken(_ decision: Decision) -> [String: Any] {
        let title = export.questionnaire[say.language]
        let told = decision.questionnaire(of: wave.id).map { say.overtaken($0, by: title) } ?? ""
        return line(decision).merging(["told": told]) { $1 }
    }

    /// What must happen first, where nothing was asked for.
    private var how: [String: Any]? {
        guard export.tied.isEmpty, export.waiting.isEmpty, !export.isTooFew else { return nil }
        let path = Paths.newDecision(.rawExport, about: wave.id)
        // What was overtaken says so itself.
        let text = export.overtaken.isEmpty ? say("raw.how") : ""
        return ["text": text, "path": rights.contains(.changeDecisions) ? path as Any : false]
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
