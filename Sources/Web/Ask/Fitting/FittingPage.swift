import Core
import Methods
import Surveys

/// The page on which hr makes a questionnaire fit: each theme with its questions, and room for five of one's own.
struct FittingPage {
    let typed: FittingForm
    let fitting: FittingRoutes.Fitting
    let problems: FieldProblems
    let isConflict: Bool
    let say: Speech
    /// On what terms the text may be used, where it is somebody else's.
    let terms: [String: String]?

    var values: [String: Any] {
        let wave = fitting.wave
        let back = Paths.wave(wave.id, DraftStep.questions.rawValue)
        return [
            "crumbs": [["path": Paths.waves, "name": say("room.ask")], ["path": back, "name": wave.title]],
            "here": say("fitting.here"), "heading": say("fitting.heading"), "lead": say("fitting.lead"),
            "who_sees": say("ask.who_sees.draft"), "path": Paths.wave(wave.id, "questions/fit"), "back": back,
            "version": "\(wave.version)", "terms": terms as Any? ?? false, "themes": themes, "rows": rows,
            "scale": scale,
            "languages": lost, "themes_wrong": problems.key(at: "themes").map { text(of: $0).besideField } ?? "",
            "problems": problems.all.isEmpty ? false : ["all": summary] as Any,
            "conflict": isConflict
                ? ["theirs": theirs, "reload": Paths.wave(wave.id, "questions/fit")] : false as Any,
        ]
    }

    /// Each problem with the question that it is about: several may lack the same.
    private var summary: [[String: String]] {
        problems.all.map { problem in
            let text = text(of: problem.key)
            let place = problem.field.split(separator: "-")
            guard place.first == "own", let number = place.last else { return ["field": problem.field, "text": text] }
            let values = ["number": String(number), "text": text.besideField]
            return ["field": problem.field, "text": say("fitting.own_wrong_\(place[1])", values)]
        }
    }

    /// Which two themes do not go without each other, where that is what is wrong.
    private func text(of key: String) -> String {
        guard key == Tailoring.Refusal.leavesBranchAlone.key,
            let (kept, left) = Tailoring(kept: typed.kept, own: []).alone(in: fitting.base)
        else { return say(key) }
        return say("fitting.branch_alone", ["kept": kept.name[say.language], "left": left.name[say.language]])
    }

    /// What somebody else saved, or one did oneself in another window: the themes, and the own questions.
    private var theirs: String {
        let now = fitting.now
        let themes = say.list(now.themes.filter { $0.id != Tailoring.theme }.map { $0.name[say.language] })
        let own = now.ownItems.map { say("results.quoted", ["name": $0.wording[say.language]]) }
        return own.isEmpty ? themes : say("fitting.now_own", ["themes": themes, "own": say.list(own)])
    }

    private var themes: [[String: Any]] {
        fitting.base.themes.filter { $0.id != Tailoring.theme }.map { theme in
            [
                "id": theme.id, "name": theme.name[say.language], "caption": theme.caption?[say.language] ?? "",
                "count": say.count("ask.items", theme.items.count), "checked": typed.kept.contains(theme.id),
                "items": theme.items.map { $0.wording[say.language] },
            ]
        }
    }

    private var rows: [[String: Any]] {
        typed.rows.enumerated().map { place, row in
            let number = place + 1
            return [
                "number": number, "id": row.id, "against": row.isReversed,
                "label": say("fitting.own_number", ["number": "\(number)"]),
                "texts": [
                    field("own-nl-\(number)", row.dutch, "nl", place),
                    field("own-en-\(number)", row.english, "en", place),
                ],
            ]
        }
    }

    private func field(_ name: String, _ value: String, _ language: String, _ place: Int) -> [String: Any] {
        [
            "id": name, "value": value, "lang": language, "label": say("fitting.in_\(language)"),
            "wrong": problems.key(at: name).map { say($0).besideField } ?? "",
        ]
    }

    /// The answers that own questions get, from low to high.
    private var scale: String {
        let answers =
            fitting.base.mainScale?.values.map { $0.label[say.language] }
            ?? (1...5).map { say("fitting.own_answer.\($0)") }
        return say("fitting.scale", ["answers": answers.joined(separator: " – ")])
    }

    /// Languages that go with a question that is typed in two.
    private var lost: String {
        let more = fitting.base.languages.filter { !Language.spoken.contains($0) }
        return more.isEmpty ? "" : say("fitting.languages", ["languages": say.languages(more.map(\.rawValue))])
    }
}
