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
        let rows = Self.rows(["1", "2", "3", "4", "5"], times: 40)
        #expect(
            Taken.keys(Self.head + rows + "0;0;1\n") == Array(repeating: "files.answers_are_not_understood", count: 2))
        #expect(Taken.keys(Self.head + rows + "0;1;77\n") == [])
    }

    @Test func `where nobody gave the highest answer, a single number below the scale is enough`() throws {
        let rows = Self.rows(["1", "2", "3", "4"], times: 40)
        #expect(Taken.keys(Self.head + rows + "0;1;2\n") == ["files.answers_are_not_understood"])
    }

    @Test func `what is a slip in a large file is a person in a small one`() throws {
        let rows = Self.rows(["1", "2", "3", "4", "5"], times: 2)
        #expect(Taken.keys(Self.head + rows + "goed;goed;slecht\n").count == 3)
        #expect(Taken.keys(Self.head + rows + "goed;4;5\n") == [])
    }

    @Test func `a word for no answer that stands where the middle should be is asked about`() throws {
        let file = Self.head + Self.rows(["Nooit", "Zelden", "Geen antwoord", "Vaak", "Altijd"])
        let look = try Taken.look(file)
        #expect(look.account.items.map(\.isRefused) == [true, true, true])
        #expect(look.account.unknownTexts.map(\.text) == ["Geen antwoord"])
        let middle = try Taken.read(file, ColumnMap(answers: ["Geen antwoord": 3]))
        #expect(middle.account.items.map(\.answers) == [20, 20, 20])
        let none = try Taken.read(file, ColumnMap(missing: ["Geen antwoord"]))
        #expect(none.account.items.map(\.answers) == [16, 16, 16])
    }

    @Test func `two columns of one question that say other things are refused, and equal ones are told`() throws {
        let text = "joy;Ik werk hier met plezier;x\n"
        #expect(
            Taken.keys("Ik werk hier met plezier;V2 Ik werk hier met plezier;x\n4;;1\n4;5;2\n") == [
                "files.question_has_two_columns"
            ])
        #expect(Taken.keys("joy;joy;x\n4;4;1\n5;;2\n") == ["files.column_is_twice"])
        // The id says more than the words: that column counts.
        #expect(Taken.keys(text + "4;1;1\n5;2;2\n") == ["files.column_is_twice"])
    }

    @Test(arguments: [
        "Stelling G1Q1[SQ003]. Denk aan nu. [Ik werk hier met plezier.]",
        "In hoeverre eens? - Ik werk hier met plezier.",
        "Denk aan nu.Ik werk hier met plezier", "Ik werk hier met plezier (1 = nooit, 5 = altijd)",
    ])
    func `a statement behind what goes before it is found`(heading: String) throws {
        #expect(try Taken.read("\"\(heading)\";x\n4;1\n").account.items.map(\.item) == ["joy"])
    }

    @Test func `importance and judgement of the same statement are two questions`() {
        let text = "Belang 1: Ik werk hier met plezier;Oordeel 1: Ik werk hier met plezier;x\n5;2;1\n"
        #expect(Taken.keys(text) == ["files.question_has_two_columns"])
    }

    @Test func `what a map says of a number holds where that is no answer of the scale`() throws {
        let text = "joy;enps\n" + String(repeating: "4;9\n9;10\n", count: 8)
        let answers = try FileAnswers(
            Array(text.utf8), name: "a.csv", of: Taken.withTen, map: ColumnMap(missing: ["9"]), units: nil,
            words: Taken.words)
        #expect(answers.account.items.map(\.answers) == [8, 16])
        #expect(answers.account.remarks.map(\.key) == ["files.map_is_for_other_scale"])
        let counted = try FileAnswers(
            Array("joy;enps\n0;1\n4;2\n3;4\n".utf8), name: "a.csv", of: Taken.withTen,
            map: ColumnMap(answers: ["0": 1, "1": 2, "2": 3, "3": 4, "4": 5]), units: nil, words: Taken.words)
        let themes = try FileReport(counted, whole: "", threshold: 5, isExact: true).exact?.whole.themes
        #expect(themes?.map(\.mean) == [10.0 / 3, 7.0 / 3])
    }

    @Test(arguments: [
        // Of 2 to 10 only what was not understood was said: 4 stayed "Vaak", and 6 came under it.
        (["2", "4", "6", "8", "10"], ["6": 3, "8": 4, "10": 5]),
        // Of 0 to 4 nought and one came to be the same.
        (["0", "1", "2", "3", "4"], ["0": 1]),
    ])
    func `numbers that do not rise with what they stand for are refused`(
        numbers: [String], answers: [String: Int]
    ) throws {
        let text = Self.head + Self.rows(numbers)
        #expect(
            Taken.keys(text, ColumnMap(answers: answers))
                == Array(repeating: "files.numbers_are_in_no_order", count: 3))
        let all = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($0.element, $0.offset + 1) })
        #expect(
            try Taken.read(text, ColumnMap(answers: all)).account.items.map(\.counts)
                == Array(repeating: [4, 4, 4, 4, 4], count: 3))
        let turned = all.mapValues { 6 - $0 }
        #expect(
            try Taken.read(text, ColumnMap(answers: turned)).account.items.map(\.isDisordered) == [false, false, false])
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

    @Test(arguments: [["9"], ["9", "-1"], ["9", "11"], ["9", "88", "99"]])
    func `numbers that no scale has say nothing of those that one has`(missing: [String]) throws {
        let text = "joy;enps\n" + String(repeating: "4;9\n9;10\n5;11\n", count: 8)
        let map = ColumnMap(missing: missing + ["11"])
        let answers = try FileAnswers(
            Array(text.utf8), name: "a.csv", of: Taken.withTen, map: map, units: nil, words: Taken.words)
        #expect(answers.account.items.map(\.answers) == [16, 16])
        let zero = ColumnMap(
            missing: missing.filter { $0 != "9" } + ["11"], answers: ["0": 1, "1": 2, "2": 3, "3": 4, "4": 5])
        let from = String(repeating: "4;9\n0;10\n2;3\n", count: 8)
        let counted = try FileAnswers(
            Array(("joy;enps\n" + from).utf8), name: "a.csv", of: Taken.withTen, map: zero, units: nil,
            words: Taken.words)
        let themes = try FileReport(counted, whole: "", threshold: 5, isExact: true).exact?.whole.themes
        #expect(themes?.map(\.mean) == [3, 22.0 / 3])
    }

    @Test func `two numbers may stand for one answer where somebody said so of both`() throws {
        let text = Self.head + Self.rows(["1", "2", "3", "4", "5", "6"])
        let both = try Taken.look(text, ColumnMap(answers: ["5": 5, "6": 5]))
        #expect(both.account.items.allSatisfy { !$0.isRefused && $0.counts == [4, 4, 4, 4, 8] })
        #expect(
            Taken.keys(text, ColumnMap(answers: ["6": 5]))
                == Array(repeating: "files.numbers_are_in_no_order", count: 3))
    }

    @Test(arguments: [
        // Nobody gave the lowest answer; and a single "Soms" among them.
        ["Zelden", "Geen mening", "Vaak", "Altijd", "Vaak"], ["Nooit", "Zelden", "Geen mening", "Vaak", "Altijd"],
    ])
    func `an opinion in the place of the middle is asked about, whatever else was given`(answers: [String]) throws {
        for stray in ["", "Soms;Soms;Soms\n"] {
            let look = try Taken.look(Self.head + Self.rows(answers, times: 12) + stray)
            #expect(look.account.items.allSatisfy { $0.isRefused })
            #expect(look.account.unknownTexts.map(\.text) == ["Geen mening"])
        }
        let middle = Self.rows(answers + ["Soms"], times: 12)
        #expect(Taken.keys(Self.head + middle) == [])
        #expect(Taken.keys(Self.head + Self.rows(["Vaak", "Altijd", "Geen mening"])) == [])
    }
}
