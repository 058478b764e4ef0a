import Core
import Methods
import Surveys

/// The words on a form, and how much room they take.
struct FormText {
    let say: Speech
    let form: PaperForm
    let instrument: Instrument
    var size = Size.plain

    /// How large questions are set: smaller where that saves a sheet, and nothing under nine points.
    enum Size: String, CaseIterable {
        case plain, close, closest

        /// As `--fit` in `forms.css`.
        var share: Double {
            switch self {
            case .plain: 1
            case .close: 0.91
            case .closest: 0.82
            }
        }
    }

    /// Between the margins of a page.
    static let width = 184.0
    /// Of what stands above the questions.
    static let points = 11.0
    /// From one line to the next.
    static let line = 4.66
    /// Lines to write on, for an answer in somebody's own words.
    static let writing = 42.0
    private static let widestColumn = 17.0
    private static let mostColumns = 12

    var language: Language { say.language }

    /// Of questions.
    var points: Double { Self.points * size.share }
    var line: Double { Self.line * size.share }
    /// A row with digits to circle.
    var row: Double { 7 * size.share }
    private var headPoints: Double { max(9, 10 * size.share) }

    func wording(_ question: PaperForm.Question) -> String {
        question.wording?[language] ?? say("answer.staff_group")
    }

    /// What one circles is a column of a table; long lists stand below their question.
    func isTable(_ question: PaperForm.Question) -> Bool {
        guard !question.answers.isEmpty, question.answers.count <= Self.mostColumns else { return false }
        return !isListed(question)
    }

    /// Of what kind of work somebody does, and of background, each question has answers of its own.
    private func isListed(_ question: PaperForm.Question) -> Bool {
        form.parts.contains { part in
            [.staffGroup, .background].contains(part.kind) && part.questions.contains(question)
        }
    }

    /// Whether the words stand above their columns; if not, one line above the table says what the digits mean.
    func hasHeads(_ answers: [PaperForm.Answer]) -> Bool {
        answers.count <= 5
            && answers.allSatisfy { answer in
                answer.label[language].split(whereSeparator: { " -".contains($0) }).allSatisfy {
                    LetterWidths.width(of: $0, points: headPoints) < Self.widestColumn - 1
                }
            }
    }

    func columnWidth(_ answers: [PaperForm.Answer]) -> Double { hasHeads(answers) ? Self.widestColumn : 8.5 }

    func room(_ answers: [PaperForm.Answer]) -> Double {
        Self.width - Double(answers.count) * columnWidth(answers)
    }

    func headHeight(_ answers: [PaperForm.Answer]) -> Double {
        guard hasHeads(answers) else {
            return Double(LetterWidths.lines(legend(answers), points: points, width: Self.width - 2)) * line + 3
        }
        let lines = answers.map {
            LetterWidths.lines($0.label[language], points: headPoints, width: Self.widestColumn - 1)
        }
        return Double(lines.max() ?? 1) * 0.403 * headPoints + 1.6
    }

    /// "0 = nooit, 1 = …": where a label is the digit itself, it is not said twice.
    func legend(_ answers: [PaperForm.Answer]) -> String {
        answers.filter { $0.label[language] != $0.key }.map { "\($0.key) = \($0.label[language])" }
            .joined(separator: ", ")
    }

    func lines(_ question: PaperForm.Question, _ room: Double) -> Int {
        // The number stands before it.
        LetterWidths.lines(wording(question), points: points, width: (room - 11) * 0.98)
    }

    /// Two columns of answers below their question.
    func choiceLines(_ question: PaperForm.Question) -> Int {
        let lines = question.answers.map {
            LetterWidths.lines(choice($0, of: question), points: points, width: Self.width / 2 - 16)
        }
        return stride(from: 0, to: lines.count, by: 2).reduce(0) {
            $0 + max(lines[$1], $1 + 1 < lines.count ? lines[$1 + 1] : 0)
        }
    }

    func choice(_ answer: PaperForm.Answer, of question: PaperForm.Question) -> String {
        let runs = form.runs(after: answer, to: question.field).map(told)
        guard !runs.isEmpty, question.wording == nil else { return answer.label[language] }
        return say("form.leads_to", ["answer": answer.label[language], "questions": say.list(runs, "form.and")])
    }

    private func told(_ run: ClosedRange<Int>) -> String {
        run.count == 1
            ? say("form.question", ["number": "\(run.lowerBound)"])
            : say("form.questions", ["first": "\(run.lowerBound)", "last": "\(run.upperBound)"])
    }

    func name(_ part: PaperForm.Part) -> String {
        switch part.kind {
        case .staffGroup: say("answer.staff_group_part")
        case .theme(let theme): theme.name[language]
        case .open: say("answer.open_part")
        case .background: say("answer.background_part")
        }
    }

    /// What to think of, who gets it, and what is told of it.
    func lead(_ part: PaperForm.Part) -> String {
        let lead =
            switch part.kind {
            case .staffGroup: say("answer.staff_group_lead")
            case .theme(let theme): theme.lead[language]
            case .open: say("form.open_note")
            case .background: say("answer.background_lead")
            }
        return [only(part), lead].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Who gets a part, by number and digits; empty where everybody does.
    func only(_ part: PaperForm.Part) -> String {
        guard let condition = part.condition else { return "" }
        let digits = condition.answers.map { "\($0.key) (\($0.label[language]))" }
        return say(
            "form.only", ["number": "\(condition.question.number)", "answers": say.list(digits, "form.or")])
    }

    func nameLines(_ part: PaperForm.Part) -> Int {
        // The name is bold, and takes a little more of its line.
        let more = 0.09 * LetterWidths.width(of: name(part), points: points)
        return LetterWidths.lines(
            name(part) + ". " + lead(part), points: points, width: (Self.width - 1) * 0.98 - more)
    }
}
