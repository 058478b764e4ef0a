import Core
import Methods
import Surveys
import Testing

/// Rows that nobody answered are left out, and rows of people never.
@Suite struct `Headings and sums among the rows` {
    private static let head = "help;alone;joy\n"
    private static let people = String(repeating: "5;1;3\n", count: 6)

    @Test(arguments: [
        "Iemand helpt mij;Ik sta er alleen voor;Plezier\n", "Hulp;Alleen;Plezier\n", "a;b;x\n",
        "Hulp;Alleen;Plezier\nIemand helpt mij;Ik sta er alleen voor;x\n",
        "{ImportId: 1};{ImportId: 2};{ImportId: 3}\n",
    ])
    func `a second row of headings is no row of answers`(again: String) throws {
        let answers = try Taken.read(Self.head + again + Self.people)
        #expect(answers.rows == 6 && Set(answers.account.remarks.map(\.key)) == ["files.heading_is_double"])
    }

    @Test func `the first people are no headings when they answer as others do`() throws {
        let first = "ja;nee;ja\nnee;ja;nee\n"
        #expect(Taken.keys(Self.head + first) == Array(repeating: "files.no_answer_is_understood", count: 3))
        // The first of them looks like a heading until the tenth says the same.
        let look = try Taken.look(Self.head + "ja;nee;ja\n" + Self.people + "ja;1;3\n")
        #expect(look.account.rows == 8 && look.account.remarks.isEmpty)
    }

    @Test func `ten people with other words are ten people`() throws {
        let others = String(repeating: "Eens;Oneens;Eens\n", count: 10)
        let look = try Taken.look(Self.head + others + String(repeating: Self.people, count: 10))
        #expect(look.account.rows == 70 && look.account.items.allSatisfy(\.isRefused))
        #expect(look.account.unknownTexts.map(\.text) == ["Eens", "Oneens"])
        #expect(look.account.unknownTexts.map(\.count) == [20, 10])
    }

    @Test(arguments: [
        "Totaal;3,1;2,9;4,0\n", "Subtotaal;30;29;40\n", "Totaal (n=6);3;3;3\n", "Gem. zorg;3,1;2;4\n", "Totaal\n",
    ])
    func `a row that adds up the others is no person`(row: String) throws {
        let people = String(repeating: "Zorg;5;1;3\n", count: 6)
        let answers = try Taken.read("team;help;alone;joy\n" + people + row, units: "team")
        #expect(answers.rows == 6 && answers.paths.count >= 1)
        #expect(answers.account.remarks.map(\.key) == ["files.row_is_total"])
        // As somebody finds it in the file, and without what may be the name of a team.
        let word = String(row.prefix { $0.isLetter })
        let label = answers.account.remarks[0].values["label"]
        #expect(label?.hasPrefix(word) == true && label?.contains("zorg") == false)
        #expect(answers.groups(of: "").map(\.names).count == 2)
    }

    @Test func `it is known behind a column of numbers, too`() throws {
        let people = (1...6).map { "\($0);Zorg;5;1;3\n" }.joined()
        let answers = try Taken.read("nr;team;help;alone;joy\n" + people + "7;Totaal;3;3;3\n", units: "team")
        #expect((answers.rows, answers.account.items.map(\.answers)) == (6, [6, 6, 6]))
        let plain = try Taken.read("nr;team;help;alone;joy\n" + people + "7;Totaal;3;3;3\n")
        #expect(plain.rows == 6)
    }

    @Test func `people who filled in such a word are people`() throws {
        let levels = ["laag", "Gemiddeld", "hoog"]
        let rows = (0..<30).map { "\(levels[$0 % 3]);5;1;3\n" }.joined()
        let answers = try Taken.read("ervaring;help;alone;joy\n" + rows)
        #expect(answers.rows == 30 && answers.account.remarks.isEmpty)
    }

    @Test func `somebody with a team, or a team of two people, is no sum`() throws {
        let people = (1...6).map { "\($0);Zorg;laag;5;1;3\n" }.joined()
        let head = "nr;team;ervaring;help;alone;joy\n"
        #expect(try Taken.read(head + people + "7;Zorg;Gemiddeld;5;1;3\n", units: "team").rows == 7)
        let som = "8;Totaal zorg;laag;5;1;3\n9;Totaal zorg;laag;4;1;3\n"
        #expect(try Taken.read(head + people + som, units: "team").rows == 8)
        // Who answered in other words, and is of a team that others have, is no row of headings.
        let other = "0;Zorg;laag;ja;nee;ja\n"
        #expect(try Taken.look(head + other + people, chosen: ColumnChoice(units: .column(1))).account.rows == 7)
    }

    @Test func `a team with a bracket is one, and the mean of a team is nobody`() throws {
        let head = "nr;team;help;alone;joy\n"
        let people = (1...6).map { "\($0);Zorg;5;1;3\n" }.joined()
        let wards = "7;Totaal wijk (noord);5;1;3\n8;Totaal wijk (noord);4;1;3\n"
        #expect(try Taken.read(head + people + wards, units: "team").rows == 8)
        #expect(try Taken.read(head + people + ";Gemiddeld Zorg;5;1;3\n;Totaal (n=6);5;1;3\n", units: "team").rows == 6)
        // Whoever bears a number is a person, whatever they answered.
        #expect(try Taken.look("nr;x;help;alone;joy\n0;A;ja;nee;ja\n" + people).account.rows == 7)
    }

    @Test func `empty rows behind the headings and at the end are none, and between people it is somebody`() throws {
        #expect(try Taken.read(Self.head + Self.people + ";;\n;;\n").rows == 6)
        #expect(try Taken.read(Self.head + ";;\n" + Self.people).rows == 6)
        #expect(try Taken.read(Self.head + "4;1;3\n;;\n" + Self.people).rows == 8)
    }

    @Test func `a team that is called so stays, and is told`() throws {
        let rows = String(repeating: "Totaal zorg;5;1;3\n", count: 6) + Self.people.replacing("5;1", with: "Keuken;5;1")
        let answers = try Taken.read("team;help;alone;joy\n" + rows, units: "team")
        #expect(answers.rows == 12 && answers.account.remarks.map(\.key) == ["files.unit_looks_like_a_sum"])
        #expect(Taken.keys("team;joy\nTotaalzorg;4\n", units: "team") == [])
    }
}
