import Core
import Methods
import Surveys

/// What was chosen so far, beside every step.
struct SoFar {
    let say: Speech
    /// Nothing was saved yet on the first page.
    let draft: Draft?

    func rows(at current: DraftStep) -> [[String: Any]] {
        DraftStep.allCases.map { step in
            let name = say("ask.step.\(step.rawValue)")
            var row: [String: Any] = [
                "name": "\(step.number). \(name)", "text": text(of: step, at: current), "path": false,
                "what": name.lowercased(),
            ]
            if let draft, step != current, step != .review { row["path"] = Paths.wave(draft.wave.id, step.rawValue) }
            return row
        }
    }

    private func text(of step: DraftStep, at current: DraftStep) -> String {
        if step == current { return say("ask.so_far.here") }
        guard let draft else { return say("ask.so_far.later") }
        return text(of: step, draft)
    }

    func text(of step: DraftStep, _ draft: Draft) -> String {
        switch step {
        case .questions:
            draft.instrument.map { size(of: $0, title: draft.wave.title) } ?? draft.missing.map { say($0.key) } ?? ""
        case .who: people(draft)
        case .when: days(draft.wave)
        case .sharing:
            say("ask.sharing_short.\(draft.wave.sharing.rawValue)", ["threshold": "\(draft.wave.threshold)"])
        case .review: say("ask.so_far.review")
        }
    }

    private func size(of instrument: Instrument, title: String) -> String {
        say(
            "ask.so_far.questions",
            ["title": title, "pack": instrument.title[say.language], "size": say.size(of: instrument)])
    }

    private func people(_ draft: Draft) -> String {
        switch draft.plan {
        case .success(let plan):
            say(
                "ask.so_far.people",
                [
                    "people": say.count("ask.people", plan.groups[0].invited),
                    "blocks": say.count("ask.blocks", plan.blocks.count),
                ])
        case .failure(let refusal): say(refusal.key)
        }
    }

    private func days(_ wave: Wave) -> String {
        let values = [
            "closes": say.date(wave.closesOn), "results": say.date(wave.resultsOn),
            "opens": wave.opensOn.map { say.date($0) } ?? "",
        ]
        return say(wave.opensOn == nil ? "ask.so_far.until" : "ask.so_far.days", values)
    }
}

extension Speech {
    /// "42 vragen, 10 thema’s, 8 minuten"
    func size(of instrument: Instrument) -> String {
        [
            count("ask.items", instrument.items.count), count("ask.themes", instrument.themes.count),
            count("ask.minutes", instrument.minutes),
        ].joined(separator: ", ")
    }
}
