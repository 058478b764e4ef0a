import Core
import Disclosure
import Methods
import Surveys

/// The questionnaire as one form, the same for everybody; the script makes steps of it.
struct AnswerPage {
    let face: Face
    let instrument: Instrument
    let say: Speech
    let configuration: WebConfiguration
    /// What somebody typed without JavaScript, when the page comes back to them.
    var typed: Form?
    var refusal: Submission.Refusal?

    var values: [String: Any] {
        var values = face.frame(say)
        let parts = AnswerParts(
            instrument: instrument, isResearch: face.wave.isResearch, threshold: face.wave.agreedThreshold, say: say,
            typed: typed)
        values.merge(promises) { $1 }
        values.merge(face.thanks(say, configuration)) { $1 }
        values["themes"] = parts.values
        values["language"] = say.language.rawValue
        values["wave"] = "\(face.wave.id)"
        values["until"] = Moment.end(of: face.wave.closesOn, in: face.organisation.zone).seconds
        values["code"] = typed?["code"] ?? ""
        values["used"] = refusal == .codeIsUsed
        // Reading about safety must cost nobody the code or the answers.
        values["in_new_tab"] = true
        values["problem"] = problem
        values["code_problem"] = isAboutCode ? refusal.map { say($0.key).besideField } ?? "" : ""
        return values
    }

    private var isAboutCode: Bool {
        [.codeIsMissing, .codeIsWrong, .codeIsUnknown].contains(refusal)
    }

    private var problem: Any {
        guard let refusal, refusal != .codeIsUsed else { return false }
        return ["text": say(refusal.key), "field": isAboutCode ? "code" : ""]
    }

    private var research: String {
        instrument.background.isEmpty ? "answer.promise_research_plain_text" : "answer.promise_research_text"
    }

    private var promises: [String: Any] {
        let wave = face.wave
        let parts = AnswerParts(
            instrument: instrument, isResearch: wave.isResearch, threshold: wave.agreedThreshold, say: say, typed: nil)
        let questions = ["questions": "\(parts.questions)", "minutes": "\(instrument.minutes)"]
        return [
            "summary": say(instrument.minutes > 1 ? "answer.summary" : "answer.summary_short", questions),
            "intro": instrument.intro.map { $0[say.language] } ?? "",
            "promise_name": wave.isResearch
                ? say("answer.promise_name_research")
                : say("answer.promise_name_text", ["least": "\(BlockPlan.least(threshold: wave.agreedThreshold))"]),
            "promise_research": wave.isResearch ? say(research) : "",
            "promise_alone_title": say(wave.isResearch ? "answer.promise_alone_research" : "answer.promise_alone"),
            "promise_alone": say(
                wave.isResearch ? "answer.promise_alone_research_text" : "answer.promise_alone_text",
                ["threshold": "\(wave.agreedThreshold)"]),
            "promise_sharing": say(
                "answer.promise_sharing_text.\(wave.toldSharing)"),
            "promise_results": say(
                "answer.promise_results_text",
                ["day": say.date(wave.resultsOn), "organisation": face.organisation.name]),
            "moved": [
                wave.movedEnd.map { say.moved("answer.moved_end", $0) },
                wave.movedResults.map { say.moved("answer.moved_results", $0) },
            ].compactMap(\.self).joined(separator: " "),
            "open_until": say("answer.open_until", ["day": say.date(wave.closesOn)]),
            "review_notice": say("answer.review_notice", ["day": say.shortDate(wave.closesOn)]),
        ]
    }
}
