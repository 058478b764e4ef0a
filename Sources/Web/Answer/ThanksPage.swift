import Core
import Surveys

/// What somebody reads after sending. They may keep this page open, or come back to it, long after.
struct ThanksPage {
    let face: Face
    let say: Speech
    let now: Moment

    func values(_ configuration: WebConfiguration) -> [String: Any] {
        let values = face.frame(say).merging(face.thanks(say, configuration)) { $1 }
        return values.merging(results) { $1 }
    }

    /// Where the results are by now; before that day they are promised.
    private var results: [String: Any] {
        if face.wave.state == .published {
            return [
                "results_on": say("answer.state.late_published"), "results_at": "",
                "results_link": ["path": Paths.share(face.wave.slug), "name": say("answer.state.late_link")],
            ]
        }
        guard face.isLate(at: now) else { return [:] }
        let promise = ["day": say.date(face.wave.resultsOn), "organisation": face.organisation.name]
        return ["results_on": say("answer.state.late_overdue", promise)]
    }
}
