import Core
import Methods
import Surveys

/// Columns that hold a question of which another column counts, as the reading tells of them.
struct SecondColumns {
    /// A question of which two columns say something else, by what stands above both.
    struct Question {
        let item: String
        let first: String
        let second: String
    }

    /// Those of which nobody said yet which column counts, in the order of the file.
    let open: [Question]
    /// By question the places of its other columns, where somebody says or said which counts.
    private(set) var others: [String: [Int]] = [:]
    /// By question what was made of its other columns without asking.
    private(set) var remarks: [String: [Problem]] = [:]

    private static let mostOfHeading = 80

    init(_ reading: ImportReading) {
        let (outline, choices) = (reading.outline, reading.choices)
        var found: [Problem] = []
        if case .failure(let problems) = reading.answers { found = problems.all.filter(Self.isTold) }
        open = found.map { problem in
            let values = problem.values
            return Question(item: values["item"] ?? "", first: values["first"] ?? "", second: values["second"] ?? "")
        }
        var used = Set(outline.columns.values).union([outline.units].compactMap(\.self))
        for question in open {
            let place = outline.headings.indices.first {
                !used.contains($0) && Self.cut(outline.headings[$0]) == question.second
            }
            guard let place else { continue }
            used.insert(place)
            others[question.item, default: []].append(place)
        }
        for remark in reading.account.remarks {
            guard let (counted, other) = Self.twice(remark, in: outline),
                let item = reading.instrument.items.first(where: { choices.columns[$0.id] == counted })?.id
            else { continue }
            if choices.chosen.contains(item) {
                others[item, default: []].append(other)
            } else {
                remarks[item, default: []].append(remark)
            }
        }
    }

    /// The questions of which somebody can still say which column counts, beside those that were chosen; nil for none.
    func uncounted(beside chosen: Set<String>) -> [String]? {
        let items = open.map(\.item).filter { !chosen.contains($0) }
        return items.isEmpty ? nil : items
    }

    /// Whether this says that nobody can know which of two columns counts.
    static func isTold(by problem: Problem) -> Bool { problem.key == "files.question_has_two_columns" }

    /// Whether the page tells this at its question.
    static func isToldBeside(_ remark: Problem) -> Bool {
        remark.values["counted_letters"] != nil && remark.values["letters"] != nil
    }

    /// The places of the column that counts and of the other one, where a remark is of such two.
    private static func twice(_ remark: Problem, in outline: FileOutline) -> (counted: Int, other: Int)? {
        func place(_ value: String) -> Int? {
            outline.headings.indices.first { FileOutline.letters(of: $0) == remark.values[value] }
        }
        guard isToldBeside(remark), let counted = place("counted_letters"),
            let other = place("letters")
        else { return nil }
        return (counted, other)
    }

    /// As problems write it.
    private static func cut(_ heading: String) -> String {
        heading.count > mostOfHeading ? heading.prefix(mostOfHeading - 1).trimmed + "…" : heading
    }
}
