import Core
import Methods
import Surveys

/// What stands on which page of a form, worked out beforehand: so each page bears the code and its number, and heads
/// its columns. Sizes are those of `forms.css`, in millimetres.
struct PaperPages {
    struct Page {
        var parts: [Part] = []
        fileprivate var used: Double
    }

    /// Questions under one head, or one that stands by itself.
    enum Part {
        case table(answers: [PaperForm.Answer], rows: [Row])
        case alone(Row)
    }

    enum Row {
        case name(PaperForm.Part)
        case question(PaperForm.Question)
    }

    private(set) var pages: [Page]
    let text: FormText
    /// The last is left open: printers and letters differ by a hair.
    private static let room = 277.0 - 4
    private static let pageHead = 8.0

    /// - Parameter opening: how high what stands above the first question is.
    init(_ form: PaperForm, _ text: FormText, opening: Double) {
        self.text = text
        pages = [Page(used: Self.pageHead + opening)]
        for part in form.parts {
            for (place, question) in part.questions.enumerated() {
                add(question, after: place == 0 ? part : nil)
            }
        }
    }

    /// On as few sheets as can be, in the largest letters that allow it.
    static func onFewestSheets(_ form: PaperForm, _ text: FormText, opening: Double) -> PaperPages {
        let all = FormText.Size.allCases.map { size in
            var sized = text
            sized.size = size
            return PaperPages(form, sized, opening: opening)
        }
        return all.dropFirst().reduce(all[0]) { $1.sheets < $0.sheets ? $1 : $0 }
    }

    /// Printed on both sides.
    var sheets: Int { (pages.count + 1) / 2 }

    /// A name never stands apart from its first question.
    private mutating func add(_ question: PaperForm.Question, after part: PaperForm.Part?) {
        let rows = (part.map { [Row.name($0)] } ?? []) + [.question(question)]
        let columns = text.isTable(question) ? question.answers : []
        let height = rows.reduce(0) { $0 + self.height(of: $1, columns) }
        var head = head(for: columns)
        if pages[pages.count - 1].used + head + height > Self.room {
            pages.append(Page(used: Self.pageHead))
            head = columns.isEmpty ? 0 : text.headHeight(columns)
        }
        pages[pages.count - 1].used += head + height
        for row in rows { put(row, columns) }
    }

    /// A head is needed where a table begins.
    private func head(for columns: [PaperForm.Answer]) -> Double {
        guard !columns.isEmpty else { return 0 }
        if case .table(let answers, _) = pages.last?.parts.last, answers == columns { return 0 }
        return text.headHeight(columns)
    }

    private mutating func put(_ row: Row, _ columns: [PaperForm.Answer]) {
        let page = pages.count - 1
        guard !columns.isEmpty else {
            pages[page].parts.append(.alone(row))
            return
        }
        if case .table(let answers, let rows) = pages[page].parts.last, answers == columns {
            pages[page].parts[pages[page].parts.count - 1] = .table(answers: columns, rows: rows + [row])
        } else {
            pages[page].parts.append(.table(answers: columns, rows: [row]))
        }
    }

    private func height(of row: Row, _ columns: [PaperForm.Answer]) -> Double {
        switch row {
        case .name(let part): Double(text.nameLines(part)) * text.line + 3
        case .question(let question):
            question.answers.isEmpty
                ? Double(text.lines(question, FormText.width)) * text.line + FormText.writing + 2
                : columns.isEmpty
                    ? Double(text.lines(question, FormText.width) + text.choiceLines(question)) * text.line + 3
                    : max(text.row, Double(text.lines(question, text.room(columns))) * text.line + 1.7)
        }
    }
}
