import Core
import Methods
import Surveys
import Testing

@Suite struct `Answers from a file` {
    private func report(_ answers: FileAnswers, isExact: Bool = true) throws -> FileReport {
        try FileReport(answers, whole: "Iedereen", threshold: 5, isExact: isExact)
    }

    @Test func `columns are found by id, by the map and by question, and the rest is left out`() throws {
        let map = ColumnMap(columns: [.init(heading: "V2", item: "alone", line: 1)])
        let answers = try Taken.read("help;V2;Ik werk hier met plezier;naam\n5;1;3;an\n", map)
        #expect(answers.account.items.map(\.item) == ["help", "alone", "joy"])
        #expect(answers.account.leftOut == ["naam"])
    }

    @Test(arguments: [
        "1. Ik werk hier met plezier.", "Stellingen [Ik werk hier met plezier.]", "IK WERK HIER  MET PLEZIER",
        "<b>Ik werk hier</b> met plezier", "Ik werk hier met\u{A0}plezier ", "Ik w?rk hier met plezier.", "joy",
        "Vraag 3: Ik werk hier met plezier.", "V3 Ik werk hier met plezier", "Q3_1 - Ik werk hier met plezier",
        "Ik werk hier met plezier.2", "Ik werk hier met plezier2",
    ])
    func `a question is known in the forms that programs write it in`(heading: String) throws {
        #expect(try Taken.read("\"\(heading)\";x\n4;1\n").account.items.map(\.item) == ["joy"])
    }

    @Test func `labels of any language, numbers and what the map says are answers`() throws {
        let map = ColumnMap(missing: ["99"], answers: ["A5": 5])
        let answers = try Taken.read("joy;x\nVaak;\nvalue 2;\n5,0;\nA5;\n99;\n;\n- n.v.t. -;\n", map)
        let theme = try #require(try report(answers).exact?.whole.themes.first)
        #expect((answers.rows, theme.n, theme.mean) == (7, 4, 4))
    }

    @Test func `what the map calls no answer is none, also where it is on the scale`() throws {
        let answers = try Taken.read("joy;x\n5;\n5;\n1;\n", ColumnMap(missing: ["5"]))
        #expect(try report(answers).exact?.whole.respondents == 1)
    }

    @Test func `a single answer that is not understood counts as none, and is told`() throws {
        let rows = String(repeating: "4;1\n", count: 30)
        let column = try #require(try Taken.read("joy;x\nprima;\n" + rows).account.items.first)
        #expect((column.answers, column.unknown, column.isRefused) == (30, 1, false))
        #expect(column.examples == ["prima"])
    }

    @Test func `units are a tree, parents that only their children name are in it`() throws {
        let text = "joy;team\n5;Zorg > Noord\n4;Zorg > Zuid\n3;Keuken\n2;\n1;Geen antwoord\n"
        let answers = try Taken.read(text, units: "team")
        let exact = try #require(try report(answers).exact)
        #expect(exact.units.map(\.path) == [["Keuken"], ["Zorg"], ["Zorg", "Noord"], ["Zorg", "Zuid"]])
        #expect(exact.units.map(\.rows) == [1, 2, 1, 1])
        #expect(exact.units[1].themes[0].mean == 4.5)
        #expect((answers.account.rowsWithoutUnit, exact.whole.rows) == (2, 5))
    }

    @Test func `people without a unit are hidden from subtraction, too`() throws {
        let text = "joy;team\n" + String(repeating: "5;Zorg\n", count: 9) + "1;\n1;\n"
        let report = try report(try Taken.read(text, units: "team"), isExact: false).report
        // Of eleven people two named no unit: with the unit of nine beside the whole they could be worked out.
        #expect(report.themes(of: 0).last?.mean != nil)
        #expect(report.themes(of: 1).last?.mean == nil)
    }

    @Test func `a theme of which a question is missing is left out`() throws {
        let answers = try Taken.read("help;joy\n5;4\n")
        #expect(answers.instrument.themes.map(\.id) == ["joy"])
        #expect(answers.account.lackingThemes.map(\.theme) == ["support"])
        #expect(answers.account.lackingThemes.map(\.items) == [["alone"]])
    }

    @Test(arguments: [
        ("", ["files.is_empty"]), ("joy;x\n", ["files.has_no_rows"]), ("a;b\n1;2\n", ["files.no_column_matches"]),
        ("help;x\n1;2\n", ["files.no_theme_is_whole"]), ("joy;x\nja;1\n", ["files.no_answer_is_understood"]),
        ("x;joy\n1;4\n2\n", ["files.row_is_short"]), ("joy;x\n4;5;6\n", ["files.row_is_long"]),
        ("joy;x\n4;5\njoy;x\n3;1\n", ["files.heading_repeats"]), ("joy;x\n4;\"5\n", ["files.quote_never_closes"]),
        ("joy;x\n4;\"5\" nog\n", ["files.text_behind_quote"]), ("joy;x\n4;5", ["files.last_line_has_no_end"]),
        ("Export\njoy;x\n4;5\n", ["files.heading_is_lower"]),
        ("joy;joy;x\n4;2;1\n", ["files.question_has_two_columns"]),
        ("joy;x\n4;5\nTotaal;9\n", ["files.row_is_total"]), ("joy;joy2;x\n4;2;1\n", ["files.column_is_twice"]),
        ("joy;x\n4;5;;\n3;1;;\n", []), ("joy;x\n4\n3;1\n", []),
    ])
    func `what is wrong or assumed has a name`(text: String, keys: [String]) {
        #expect(Taken.keys(text) == keys)
    }

    @Test func `every row twice is refused, and equal answers are not`() {
        let rows = (0..<20).map { "\($0 % 5 + 1);\($0)\n" }
        #expect(Taken.keys("joy;nr\n" + rows.joined() + rows.joined()) == ["files.rows_are_double"])
        #expect(Taken.keys("joy;x\n" + String(repeating: "4;\n", count: 40)) == [])
    }

    @Test func `a map that names what is not there says so`() {
        let strange = ColumnMap(columns: [.init(heading: "V1", item: "niets", line: 3)])
        #expect(Taken.keys("joy;x\n4;1\n", strange) == ["files.map_item_is_unknown"])
        let gone = ColumnMap(columns: [.init(heading: "V9", item: "joy", line: 3)])
        #expect(Taken.keys("joy;x\n4;1\n", gone) == ["files.map_heading_is_missing"])
        #expect(Taken.keys("joy;x\n4;1\n", units: "team") == ["files.units_column_is_missing"])
    }

    @Test func `units that look alike are counted apart, and named`() throws {
        let answers = try Taken.read("joy;team\n4;Zorg\n3;zorg\n2; Zorg \n", units: "team")
        #expect(answers.paths == [["Zorg"], ["zorg"]])
        #expect(answers.account.remarks.map(\.key) == ["files.units_look_alike"])
    }
}
