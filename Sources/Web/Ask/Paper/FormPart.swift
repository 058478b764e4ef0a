import Core
import Surveys

/// What a template shows of a part of a page: a table of questions, or one that stands by itself.
struct FormPart {
    let text: FormText
    let part: PaperPages.Part

    var values: [String: Any] {
        switch part {
        case .table(let answers, let rows): ["table": table(answers, rows), "alone": false]
        case .alone(let row): ["table": false, "alone": values(of: row, [])]
        }
    }

    private func table(_ answers: [PaperForm.Answer], _ rows: [PaperPages.Row]) -> [String: Any] {
        let hasHeads = text.hasHeads(answers)
        return [
            "heads": hasHeads ? ["all": answers.map { $0.label[text.language] }] as Any : false,
            "legend": hasHeads ? "" : text.legend(answers), "columns": answers.count + 1,
            "keys": answers.map(\.key), "rows": rows.map { values(of: $0, answers) },
            "digit": text.say("form.digit"),
        ]
    }

    private func values(of row: PaperPages.Row, _ answers: [PaperForm.Answer]) -> [String: Any] {
        switch row {
        case .name(let part):
            [
                "name": text.name(part), "lead": text.lead(part), "number": false, "columns": answers.count + 1,
            ]
        case .question(let question):
            [
                "name": false, "number": "\(question.number)", "wording": text.wording(question),
                "keys": answers.map(\.key), "is_open": question.answers.isEmpty,
                "choices": answers.isEmpty
                    ? question.answers.map { ["key": $0.key, "label": text.choice($0, of: question)] } : [],
            ]
        }
    }
}
