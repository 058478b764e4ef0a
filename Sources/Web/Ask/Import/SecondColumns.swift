import Core
import Methods
import Surveys

/// Columns that hold a question of which another column counts, as the reading tells of them.
struct SecondColumns {
    /// Those of which nobody said yet which column counts, in the order of the file.
    let open: [FileAccount.SecondColumn]
    /// By question the places of its other columns, where somebody says or said which counts.
    private(set) var others: [String: [Int]] = [:]
    /// By question what was made of its other columns without asking.
    private(set) var remarks: [String: [Problem]] = [:]

    init(_ reading: ImportReading) {
        let (chosen, seconds) = (reading.choices.chosen, reading.account.seconds)
        open = seconds.filter { $0.kind == .refused }
        for second in seconds {
            if second.kind == .refused || chosen.contains(second.item) {
                others[second.item, default: []].append(second.column)
            } else {
                remarks[second.item, default: []].append(second.remark(reading.outline.headings))
            }
        }
    }

    /// Whether this says that nobody can know which of two columns counts.
    static func isTold(by problem: Problem) -> Bool { problem.key == "files.question_has_two_columns" }

    /// Whether the page tells this at its question.
    static func isToldBeside(_ remark: Problem) -> Bool {
        ["files.columns_are_joined", "files.column_is_twice"].contains(remark.key)
    }
}
