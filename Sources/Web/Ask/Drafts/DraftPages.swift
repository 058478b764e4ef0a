import Core
import Methods
import Store
import Surveys

/// What the steps of preparing a wave have in common on a page.
struct DraftPages {
    let store: Store
    let home: Organisation.ID
    let say: Speech
    /// Why a questionnaire, by its id, could not be asked today.
    var refused: [String: Permission.Refusal] = [:]

    func page(_ step: DraftStep, of draft: Draft?, _ values: [String: Any]) -> Page {
        var all: [String: Any] = [
            "crumbs": crumbs(of: draft), "here": draft?.wave.title ?? say("ask.new"),
            "heading": say("ask.heading.\(step.rawValue)"), "lead": say("ask.lead.\(step.rawValue)"),
            "who_sees": say("ask.who_sees.draft"), "step": "\(step.number). \(say("ask.step.\(step.rawValue)"))",
            "notice": notice(of: draft),
            "so_far": SoFar(say: say, draft: draft).rows(at: step), "path": Paths.waves, "version": "0",
            "next_name": say("ask.go_on.\(step.rawValue)"), "back": false, "next": false,
            "go_fit": step == .questions ? say("ask.go_fit") : "",
        ]
        if let wave = draft?.wave {
            all["path"] = Paths.wave(wave.id, step.rawValue)
            all["version"] = "\(wave.version)"
            step.previous.map { all["back"] = Paths.wave(wave.id, $0.rawValue) }
            step.next.map { all["next"] = Paths.wave(wave.id, $0.rawValue) }
        }
        return Page("ask/\(step.rawValue)", room: .ask, all.merging(values) { _, own in own })
    }

    /// What a research wave is; its questionnaire may ask nothing about who answers.
    private func notice(of draft: Draft?) -> String {
        guard let draft, draft.wave.isResearch else { return "" }
        return say(draft.instrument?.background.isEmpty == true ? "ask.research_plain" : "ask.research")
    }

    private func crumbs(of draft: Draft?) -> [[String: String]] {
        [["path": Paths.waves, "name": say("room.ask")]]
    }

    /// A step with what was typed, what is wrong with it, and what somebody else saved meanwhile.
    func form<Typed: StepForm>(
        _ typed: Typed, of draft: Draft?, _ problems: FieldProblems = FieldProblems(), isConflict: Bool = false
    ) -> Page {
        let fields = Fields(say: say, problems: problems, isResearch: draft?.wave.isResearch ?? false, refused: refused)
        var values = typed.values(fields, store.packs(for: home))
        values["problems"] = fields.summary.isEmpty ? false : ["all": fields.summary]
        // Those of another organisation's own folder are no business of this one.
        let broken = store.brokenPacks.keys.count { !$0.contains("/") }
        values["unreadable"] = broken == 0 ? (false as Any) : say.count("ask.packs_unreadable", broken)
        values["conflict"] = false
        (values["fit"], values["earlier"]) = (false, false)
        if isConflict, let draft {
            values["conflict"] = [
                "theirs": SoFar(say: say, draft: draft).text(of: Typed.step, draft),
                "reload": Paths.wave(draft.wave.id, Typed.step.rawValue),
            ]
        }
        return page(Typed.step, of: draft, values)
    }
}
