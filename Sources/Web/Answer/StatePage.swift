import Core
import Store
import Surveys

/// What somebody reads at the address of a wave that takes no answers now, or tells nothing yet.
struct StatePage {
    let face: Face
    let say: Speech
    let now: Moment
    /// Why what somebody just sent was not stored, if that is why they read this.
    var refusal: Submission.Refusal?

    var values: [String: Any] {
        var values = face.frame(say)
        let (heading, paragraphs) = words
        values["heading"] = heading
        values["refusal"] = refusal.map { say($0.key) } ?? ""
        values["paragraphs"] = paragraphs
        values["over"] = face.wave.state == .draft ? "" : "\(face.wave.id)"
        values["link"] =
            face.wave.state == .published
            ? ["path": Paths.share(face.wave.slug), "name": say("answer.state.late_link")] as Any : false
        return values
    }

    /// At the address of the results, which stands on cards before there are any.
    var beforeSharing: [String: Any] {
        var values = values
        guard [.open, .closed].contains(face.wave.state) else { return values }
        let kind = face.isLate(at: now) ? "late" : "coming"
        values["heading"] = say("share.\(kind)", promise)
        values["paragraphs"] = [say("share.\(kind)_text", promise)]
        return values
    }

    private var promise: [String: String] {
        ["day": say.date(face.wave.resultsOn), "organisation": face.organisation.name]
    }

    /// At an address that no wave has: most likely it was mistyped.
    static func unknown(_ say: Speech) -> [String: Any] {
        [
            "heading": say("answer.state.unknown"), "refusal": "",
            "paragraphs": [say("answer.state.unknown_text")], "over": "", "link": false,
        ]
    }

    private var words: (String, [String]) {
        let wave = face.wave
        switch wave.state {
        case .draft:
            let day = wave.opensOn.map { say("answer.state.early_day", ["day": say.date($0)]) }
            return (say("answer.state.early"), [day ?? say("answer.state.early_text")])
        case .withdrawn:
            let day = wave.withdrawal.map { say.date($0.on) } ?? ""
            let why = wave.withdrawal?.reason == .restored ? "withdrawn_restored" : "withdrawn_text"
            return (
                say("answer.state.withdrawn"),
                [say("answer.state.\(why)", ["day": day]), say("answer.state.withdrawn_next")]
            )
        case .published:
            return (say("answer.state.late"), [late, say("answer.state.late_published")])
        case .open where face.standsStill:
            return (say("answer.state.still"), [say("answer.state.still_text"), say("answer.state.still_next")])
        case .open, .closed:
            let kind = face.isLate(at: now) ? "late_overdue" : "late_results"
            return (say("answer.state.late"), [late, say("answer.state.\(kind)", promise)])
        }
    }

    /// Until when one could take part, which is the day of closing where that came sooner.
    private var late: String {
        let day = min(face.wave.closedOn ?? face.wave.closesOn, face.wave.closesOn)
        return say("answer.state.late_text", ["day": say.date(day)])
    }
}
