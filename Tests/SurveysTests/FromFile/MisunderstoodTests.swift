import Core
import Methods
import Surveys
import Testing

/// A file of which a part is understood would give figures of that part: it is refused until somebody says what the rest
/// means.
@Suite struct `Answers that are not understood` {
    private static let head = "help;alone;joy\n"

    private static func rows(_ answers: [String], times: Int = 4) -> String {
        (0..<times).flatMap { _ in answers }.map { "\($0);\($0);\($0)\n" }.joined()
    }

    @Test(arguments: [
        ["Altijd", "Vaak", "Soms", "Bijna nooit", "Helemaal nooit"], ["0", "1", "2", "3", "4"],
        ["1", "2", "3", "4", "5", "6", "7"], ["2", "4", "6", "8", "10"], ["ja", "nee"],
    ])
    func `other labels and other scales are refused`(answers: [String]) throws {
        let look = try Taken.look(Self.head + Self.rows(answers))
        guard case .failure(let problems) = look.answers else { return #expect(Bool(false), "was counted") }
        #expect(problems.all.count == 3 && look.account.items.allSatisfy(\.isRefused))
    }

    @Test func `a scale that begins elsewhere is seen by one cell in two columns`() throws {
        let rows = Self.rows(["1", "2", "3"], times: 40)
        #expect(
            Taken.keys(Self.head + rows + "0;0;1\n") == Array(repeating: "files.answers_are_not_understood", count: 2))
        #expect(Taken.keys(Self.head + rows + "0;1;77\n") == [])
    }

    @Test func `what they mean can be said, in the map or by hand`() throws {
        let text = Self.head + Self.rows(["Altijd", "Vaak", "Soms", "Bijna nooit", "weet ik niet hoor"])
        let map = ColumnMap(missing: ["weet ik niet hoor"], answers: ["Bijna nooit": 2])
        let answers = try Taken.read(text, map)
        #expect(answers.account.items.map(\.answers) == [16, 16, 16])
        #expect(answers.account.noAnswerTexts.map(\.text) == ["weet ik niet hoor"])
        #expect(answers.account.noAnswerTexts.first?.count == 12)
    }

    @Test func `one column that is refused leaves the others readable`() throws {
        let text = "help;alone;datum\n" + String(repeating: "5;1;2026-01-02\n", count: 8)
        let look = try Taken.look(text, chosen: ColumnChoice(items: ["joy": 2]))
        #expect(look.account.items.map(\.answers) == [8, 8, 0])
        #expect(look.account.items.map(\.isRefused) == [false, false, true])
        let without = try Taken.look(text, chosen: ColumnChoice(items: ["joy": nil]))
        #expect(try without.answers.get().instrument.themes.map(\.id) == ["support"])
    }

    @Test func `columns of which no heading matches are chosen by hand`() throws {
        let text = "Export van 2024\nA;B;C;D\nZorg;5;1;3\nZorg;4;2;3\n"
        let look = try Taken.look(text)
        #expect(look.outline.headings == ["A", "B", "C", "D"] && look.outline.columns.isEmpty)
        let chosen = ColumnChoice(items: ["help": 1, "alone": 2, "joy": 3], units: .column(0))
        let answers = try Taken.look(text, chosen: chosen).answers.get()
        #expect((answers.rows, answers.paths) == (2, [["Zorg"]]))
    }

    @Test func `of two columns with the same heading the second can be chosen`() throws {
        let text = "joy;joy;x\n1;5;\n1;5;\n"
        let answers = try Taken.look(text, chosen: ColumnChoice(items: ["joy": 1])).answers.get()
        let whole = try FileReport(answers, whole: "", threshold: 5, isExact: true).exact?.whole
        #expect(whole?.themes.first?.mean == 5)
    }

    @Test func `a team that is called like no answer is told, and can be kept`() throws {
        let text = "joy;team\n5;Zorg\n4;NA\n3;99\n"
        let answers = try Taken.read(text, ColumnMap(missing: ["99"]), units: "team")
        #expect(answers.paths == [["Zorg"], ["99"]] && answers.account.rowsWithoutUnit == 1)
        #expect(answers.account.remarks.map(\.key) == ["files.text_is_no_unit"])
        let kept = try Taken.read(text, ColumnMap(withoutUnit: ["99"]), units: "team")
        #expect(kept.paths == [["Zorg"], ["NA"]])
    }

    @Test(arguments: [
        (
            ColumnMap(columns: [.init(heading: "team", item: "joy", line: 1)], units: "team"),
            "files.map_heading_is_units"
        ),
        (ColumnMap(answers: ["x": 99]), "files.map_answer_is_on_no_scale"),
        (ColumnMap(missing: ["x"], answers: ["X": 1]), "files.map_answer_is_missing"),
    ])
    func `a map that contradicts itself is refused`(map: ColumnMap, key: String) {
        #expect(Taken.keys("joy;team\n5;a\n", map) == [key])
    }

    @Test func `a map that turns numbers round is told`() {
        #expect(
            Taken.keys("joy;x\n5;a\n", ColumnMap(answers: ["1": 5, "5": 1, "3": 3]))
                == ["files.map_changes_a_number", "files.map_changes_a_number"])
    }
}
