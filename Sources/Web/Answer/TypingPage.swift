import Core
import Methods
import Surveys

/// The page on which forms of paper are typed: their questions with number and digits, the same for everybody.
struct TypingPage {
    let face: Face
    let instrument: Instrument
    let say: Speech

    var values: [String: Any] {
        let form = PaperForm(instrument, isResearch: face.wave.isResearch)
        let text = FormText(say: say, form: form, instrument: instrument)
        var values = face.frame(say)
        values["lead"] = say("typing.lead", ["wave": face.wave.title])
        values["language"] = say.language.rawValue
        values["questions"] = form.parts.enumerated().flatMap { place, part in
            part.questions.map { question(of: $0, in: part, text).merging(["block": "\(place + 1)"]) { old, _ in old } }
        }
        return values
    }

    private func question(
        of question: PaperForm.Question, in part: PaperForm.Part, _ text: FormText
    ) -> [String: Any] {
        [
            "number": question.number, "field": question.field, "part": text.name(part),
            "wording": text.wording(question),
            "only": part.condition.map { only($0, text.only(part)) } as Any? ?? false,
            "answers": question.answers.map {
                ["key": $0.key, "value": $0.value, "label": $0.label[say.language]]
            },
            "longest": question.answers.isEmpty ? "\(Submission.longestText)" : "",
        ]
    }

    private func only(_ condition: PaperForm.Condition, _ text: String) -> [String: String] {
        [
            "field": condition.question.field, "answers": condition.answers.map(\.value).joined(separator: " "),
            "text": text,
        ]
    }
}
