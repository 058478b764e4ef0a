import Core
import Methods
import Surveys
import Testing

/// Where the headings of a file stand, and which question each names.
@Suite struct `Headings of a file` {
    private static let statement = "Ik werk hier met plezier."

    @Test(arguments: [
        "Denk aan nu.\(statement)", "“\(statement)”", "G1[SQ1]. Denk aan nu. [\(statement)][Schaal 1]",
        "Q1 - \(statement)",
        "\(statement) (1 = nooit, 5 = altijd)", "Ik.werk.hier.met.plezier.",
    ])
    func `a question is found in what programs put around it`(heading: String) throws {
        let answers = try Taken.read("nr;\(heading)\n1;4\n2;5\n")
        #expect(answers.rows == 2 && answers.account.items.map(\.item) == ["joy"])
    }

    @Test func `an index without a name and people who skipped nothing make no row of answers a heading`() throws {
        let rows = (0..<12).map { "\($0);A;4;2;3\n" }.joined()
        let look = try Taken.look(";team;q1;q2;q3\n" + rows)
        #expect(look.outline.headings == ["", "team", "q1", "q2", "q3"])
        let chosen = ColumnChoice(items: ["help": 2, "alone": 3, "joy": 4], units: .column(1))
        #expect(try Taken.look(";team;q1;q2;q3\n" + rows, chosen: chosen).account.rows == 12)
        let labels = (0..<12).map { "\($0);A;Vaak;;Nooit\n" }.joined()
        #expect(try Taken.look(";team;q1;q2;q3\n" + labels).outline.headings[2] == "q1")
        #expect(try Taken.look("Export van 3 mei;;;;\n;team;q1;q2;q3\n" + rows).outline.headings[2] == "q1")
    }

    @Test(arguments: [
        "Op welke afdeling werk je?", "In welk team werk je?", "Jouw team", "Which department do you work in?",
    ])
    func `a question that may ask for the team is told where nobody says which column does`(heading: String) throws {
        let text = "\(heading);joy\n" + (0..<6).map { "\($0 % 2 == 0 ? "Noord" : "Zuid");\(1 + $0 % 5)\n" }.joined()
        let look = try look(text, .asFound)
        #expect(look.outline.mayBeUnits == [0])
        let remark = look.account.remarks.first { $0.key == "files.column_may_be_units" }
        #expect(remark?.values == ["heading": heading])
        #expect(try self.look(text, .column(0)).outline.mayBeUnits.isEmpty)
    }

    @Test(arguments: ["Mijn team haalt samen goede resultaten", "Teamleider", "Waar ben je trots op?"])
    func `what only speaks of teams does not ask for one`(heading: String) throws {
        #expect(try look("\(heading);joy\nja;4\nnee;5\n", .asFound).outline.mayBeUnits.isEmpty)
    }

    private func look(_ text: String, _ units: ColumnChoice.Units) throws(Problems) -> FileLook {
        let words = FileWords(
            none: [], units: ["team", "afdeling", "department"], which: ["welk", "welke", "waar", "which"], totals: [])
        return try FileLook(
            Array(text.utf8), name: "a.csv", of: Taken.instrument, map: .none, chosen: ColumnChoice(units: units),
            words: words)
    }

    @Test func `an explanation, points or a time beside a question is another column`() throws {
        for beside in ["Toelichting: \(Self.statement)", "Points - \(Self.statement)", "Vraagtijd: \(Self.statement)"] {
            for (head, row) in [("\(beside);\(Self.statement)", "0;4"), ("\(Self.statement);\(beside)", "4;0")] {
                let answers = try Taken.read("\(head)\n\(row)\n\(row)\n")
                #expect(answers.account.items.map(\.heading) == [Self.statement], "\(head)")
                #expect(answers.account.leftOut == [beside] && answers.account.items.map(\.answers) == [2])
            }
        }
    }

    @Test func `a survey in two languages is one where nobody filled in both`() throws {
        let head = "Ik werk hier met plezier;joy.;nr\n"
        let text = "Ik werk hier met plezier;V2 Ik werk hier met plezier;nr\n"
        let joined = try Taken.read(text + "4;;1\n;2;2\n5;;3\n;;4\n")
        #expect(joined.account.items.map(\.answers) == [3] && joined.rows == 4)
        #expect(joined.account.remarks.map(\.key) == ["files.columns_are_joined"])
        #expect(Taken.keys(text + "4;;1\n;2;2\n5;3;3\n") == ["files.question_has_two_columns"])
        // What was chosen by hand counts alone.
        let chosen = try Taken.look(text + "4;;1\n;2;2\n5;3;3\n", chosen: ColumnChoice(items: ["joy": 1]))
        #expect(chosen.account.items.map(\.answers) == [2])
        #expect(try Taken.read(head + "4;1;1\n").account.items.map(\.heading) == ["joy."])
    }

    @Test func `what stands above a heading names a question whose own heading says nothing`() throws {
        let head = "nr;Geef aan;;\(Self.statement);Wat is je team?\n;help;alone;Response;Response\n"
        let rows = (0..<3).map { "\($0);4;2;5;Zorg\n" }.joined()
        for units in ["Wat is je team?", "Wat is je team? - Response"] {
            let answers = try Taken.read(head + rows, units: units)
            #expect(answers.account.items.map(\.item) == ["help", "alone", "joy"] && answers.rows == 3)
            #expect(answers.account.unitsHeading == "Wat is je team? - Response")
        }
    }
}
