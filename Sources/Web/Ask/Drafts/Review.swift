import Core
import Methods
import Store
import Surveys

/// Everything in one place, before the agreements freeze.
struct Review {
    let say: Speech
    let draft: Draft
    let manifest: Manifest?
    let readings: [Reading]
    let today: Day
    let configuration: WebConfiguration
    let organisation: Organisation
    let rights: Set<Right>
    let refusal: (any Refusal)?
    /// What keeps its questionnaire from being asked, and of which one that is.
    let missing: (refusal: Permission.Refusal, definition: String)?
    /// Whether its open questions can be asked.
    let openQuestions: Wave.Refusal?

    var values: [String: Any] {
        let stops = stops
        var values: [String: Any] = [
            "rows": rows, "warnings": warnings, "no_help": noHelp, "stops": stops.isEmpty ? false : ["all": stops],
            "manifest": Paths.wave(draft.wave.id, "manifest"), "removal": Paths.wave(draft.wave.id, "removal"),
            "register": missing.map { Paths.registered($0.definition) } as Any? ?? false, "fingerprint": false,
            "opening": false,
            "read": ReadingLines(say: say, readings: readings, current: manifest).texts,
        ]
        guard let manifest, stops.isEmpty || refusal != nil else { return values }
        values["fingerprint"] = manifest.fingerprint
        values["opening"] = [
            "path": Paths.wave(draft.wave.id, "opening"), "agreement": manifest.terms.agreement.hexadecimal,
        ]
        return values
    }

    private var rows: [[String: Any]] {
        SoFar(say: say, draft: draft).rows(at: .review).dropLast()
            .map { $0 }
    }

    /// What keeps it from opening.
    private var stops: [String] {
        var keys: [String] = []
        if let refusal { keys.append(refusal.key) }
        if let missing { keys.append(missing.refusal.key) }
        if let openQuestions { keys.append(openQuestions.key) }
        if isUnreadResearch { keys.append(Wave.Refusal.researchIsUnread.key) }
        if let missing = draft.missing { keys.append(missing.key) }
        if case .failure(let trouble) = draft.plan { keys.append(trouble.key) }
        if draft.wave.closesOn < today { keys.append(Wave.Refusal.endIsPast.key) }
        return keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.map { say($0) }
    }

    private var isUnreadResearch: Bool {
        draft.wave.isResearch && !readings.contains { $0.isByCouncil && $0.agreement == manifest?.terms.agreement }
    }

    /// Without a name and a number there, the question "Zit je met iets?" leads nowhere.
    private var noHelp: Any {
        guard organisation.helpChannels.isEmpty else { return false }
        let mayChange = rights.contains(.changeSettings)
        let names = (draft.instrument?.help ?? []).filter { $0 != .council || organisation.council != .none }
            .map { say($0.key) }
        let advice = names.isEmpty ? "" : " " + say("ask.warning.name_help", ["names": say.list(names)])
        return [
            "text": say("ask.warning.no_help") + advice,
            "path": mayChange ? Paths.settings : Paths.people,
            "act": say(mayChange ? "today.name_help.act" : "today.ask_for_help.act"),
        ]
    }

    private var unread: String? {
        if readings.isEmpty { return say("ask.warning.unread") }
        let isRead = readings.contains { $0.agreement == manifest?.terms.agreement }
        return isRead ? nil : say("ask.warning.changed")
    }

    /// What somebody should know, and may go on with.
    private var warnings: [String] {
        var texts: [String] = []
        if configuration.isLocalOnly { texts.append(say("ask.warning.local", ["address": configuration.baseURL])) }
        // What keeps research from opening stands above; and who may not open anyway need not hear that they may unread.
        if !draft.wave.isResearch, stops.isEmpty, let unread { texts.append(unread) }
        if draft.instrument?.isValidated == false { texts.append(say("ask.not_validated")) }
        if let planned = draft.wave.opensOn, planned != today {
            texts.append(say("ask.warning.planned", ["day": say.date(planned)]))
        }
        return texts
    }
}
