import Core
import Methods
import Surveys
import Testing

/// What headings say of how answers are numbered, and numbers that nobody gave.
@Suite struct `Scales of files` {
    private static let joy = "Ik werk hier met plezier."

    private func counts(_ heading: String, _ map: ColumnMap = .none) throws(Problems) -> (counts: [Int], keys: [String])
    {
        let account = try Taken.read("nr;\(heading)\n1;5\n2;5\n3;4\n", map).account
        return (account.items[0].counts, account.remarks.map(\.key))
    }

    @Test(arguments: [
        "\(joy) (1 = altijd, 5 = nooit)", "\(joy) (1=altijd | 3=soms | 5=nooit)", "\(joy) (altijd = 1, nooit = 5)",
        "Geef aan (1 = altijd t/m 5 = nooit) [\(joy)]", "\(joy) (1: Altijd / 5: Nooit)",
    ])
    func `numbers that the heading counts the other way round are turned, and that is told`(heading: String) throws {
        let read = try counts(heading)
        #expect(read.counts == [2, 1, 0, 0, 0] && read.keys.contains("files.heading_turns_numbers"))
        // Who says so as well says the same.
        #expect(try counts(heading, ColumnMap(turned: ["joy"])).counts == [2, 1, 0, 0, 0])
        let said = ColumnMap(answers: ["1": 5, "2": 4, "4": 2, "5": 1])
        #expect(try counts(heading, said).counts == [2, 1, 0, 0, 0])
    }

    @Test(arguments: [
        "\(joy) (1 = nooit, 5 = altijd)", "\(joy) (1-5)", "\(joy) (2024)", "3. \(joy)", "\(joy) (max. 2 regels)",
    ])
    func `a heading that counts as the questionnaire changes nothing`(heading: String) throws {
        let read = try counts(heading)
        #expect(read.counts == [0, 0, 0, 1, 2] && read.keys.isEmpty)
    }

    @Test func `a number that stands for an answer with another one is refused until somebody says what it means`()
        throws
    {
        let heading = "\(Self.joy) (2 = nooit, 5 = altijd)"
        #expect(Taken.keys("nr;\(heading)\n1;5\n2;4\n") == ["files.heading_counts_otherwise"])
        let said = ColumnMap(answers: ["2": 1, "3": 2, "4": 3])
        #expect(try counts(heading, said).counts == [0, 0, 1, 0, 2])
    }

    @Test(arguments: ["(score 0-100)", "(1 t/m 10)", "(0 tot 4)", "(1 = zeer slecht, 5 = zeer goed)"])
    func `a scale in the heading that is another one is told`(note: String) throws {
        let read = try counts("\(Self.joy) \(note)")
        #expect(read.counts == [0, 0, 0, 1, 2] && read.keys == ["files.heading_names_other_scale"])
    }

    private func rows(_ cells: [String]) -> String {
        "help;alone;joy\n" + (0..<60).map { "\(cells[$0 % cells.count]);\(cells[($0 + 1) % cells.count]);\n" }.joined()
    }

    @Test func `an end of the scale that nobody gave is told once`() {
        #expect(Taken.keys(rows(["1", "2", "3", "4"])) == ["files.highest_is_never_given"])
        #expect(Taken.keys(rows(["2.0", "3.0", "4.0", "5.0"])) == ["files.lowest_is_never_given"])
        #expect(Taken.keys(rows(["1", "2", "3", "4", "5"])).isEmpty)
    }

    @Test func `labels, few answers and numbers that somebody explained say nothing of the ends of a scale`() {
        #expect(Taken.keys(rows(["Nooit", "Zelden", "Soms", "Vaak"])).isEmpty)
        #expect(Taken.keys("help;alone;joy\n1;2;\n3;4;\n").isEmpty)
        let said = ColumnMap(answers: ["4": 5])
        #expect(!Taken.keys(rows(["1", "2", "3", "4"]), said).contains { $0.hasSuffix("is_never_given") })
    }
}
