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
    /// By question the places of its other columns.
    private(set) var others: [String: [Int]] = [:]

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
                let item = choices.chosen.first(where: { choices.columns[$0] == counted })
            else { continue }
            others[item, default: []].append(other)
        }
    }

    /// Whether this says that nobody can know which of two columns counts.
    static func isTold(by problem: Problem) -> Bool { problem.key == "files.question_has_two_columns" }

    /// The places of the column that counts and of the other one, where a remark is of such two.
    private static func twice(_ remark: Problem, in outline: FileOutline) -> (counted: Int, other: Int)? {
        func place(_ value: String) -> Int? {
            outline.headings.indices.first { FileOutline.letters(of: $0) == remark.values[value] }
        }
        guard remark.key == "files.column_is_twice", let counted = place("counted_letters"),
            let other = place("letters")
        else { return nil }
        return (counted, other)
    }

    /// Whether the page tells at the question what this remark says.
    func tells(_ remark: Problem, of reading: ImportReading) -> Bool {
        guard let (counted, other) = Self.twice(remark, in: reading.outline) else { return false }
        return others.contains { reading.choices.columns[$0.key] == counted && $0.value.contains(other) }
    }

    /// As problems write it.
    private static func cut(_ heading: String) -> String {
        heading.count > mostOfHeading ? heading.prefix(mostOfHeading - 1).trimmed + "…" : heading
    }
}
