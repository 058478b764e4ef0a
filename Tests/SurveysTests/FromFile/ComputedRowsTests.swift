import Core
import Methods
import Surveys
import Testing

/// Rows that a program worked out of the others are left out, and people who are only called so never.
@Suite struct `Statistics below the answers` {
    private static let head = "team;help;alone;joy\n"
    private static let answers = ["5;1;3", "4;2;4", "4;1;5", "3;2;4", "5;2;2", "4;3;4"]
    private static let people = answers.map { "Zorg;\($0)\n" }.joined()
    private static let both = ["files.row_is_computed", "files.row_is_computed"]

    private func read(_ rows: String, units: String? = "team") throws -> FileAnswers {
        try Taken.read(Self.head + rows, units: units)
    }

    private func told(_ answers: FileAnswers) -> [String] { answers.account.remarks.map(\.key) }

    // The columns have the means 4.17, 1.83 and 3.67; the deviations 0.75, 0.75 and 1.03, or 0.69, 0.69 and 0.94.
    @Test(arguments: [
        "SD;0,75;0,75;1,03", "SD;0.69;0.69;0.94", "Std. Deviation;0,753;0,753;1,033", "standaardafwijking;0,8;0,8;1,0",
        "N;6;6;6", "n =;6;6;6", "Variance;0,57;0,57;1,07", "M;4,17;1,83;3,67", "SD (n=6);0,75;0,75;1,03",
        // A range that ends a row too early gives other numbers, but nobody answers so.
        "Std. Deviation;0,7;0,6;1,1", "SD;0,75;0,75;#DIV/0!",
    ])
    func `what was worked out of the columns is nobody`(row: String) throws {
        for space in ["", ";;;\n", ";;;\n;;;\n"] {
            for units in ["team", nil] {
                let found = try read(Self.people + space + row + "\n", units: units)
                #expect((found.rows, found.account.items.map(\.answers)) == (6, [6, 6, 6]), "\(row)")
                #expect(told(found) == ["files.row_is_computed"] && !found.paths.contains { $0 != ["Zorg"] }, "\(row)")
            }
        }
    }

    @Test func `what could be answers is nobody beside a second row that fits`() throws {
        let found = try read(Self.people + ";;;\nMin;3;1;2\nMax;5;3;5\n")
        #expect(found.rows == 6 && told(found) == Self.both)
        let below = try read(Self.people + "Gemiddeld;4,2;1,8;3,7\nMin;3;1;2\nSkewness;1;0;2\n")
        #expect(below.rows == 6 && told(below) == ["files.row_is_total"] + Self.both)
    }

    @Test func `a block as programs write it goes as a whole, also above everybody`() throws {
        let block = "N;6;6;6\nMean;4,17;1,83;3,67\nSD;0,75;0,75;1,03\nMin;3;1;2\n25%;4;1;3,25\nMax;5;3;5\n"
        for file in [Self.people + ";;;\n" + block, block + ";;;\n" + Self.people] {
            let found = try read(file)
            #expect(found.rows == 6 && found.account.items.allSatisfy { $0.unknown == 0 })
            #expect(told(found).count == 6)
        }
    }

    @Test func `it is known in the first column where that is a question, and behind a number`() throws {
        let plain = try Taken.read(
            "help;alone;joy\n" + Self.answers.map { $0 + "\n" }.joined() + "SD;0,75;1,03\n")
        #expect(plain.rows == 6 && plain.account.items.map(\.unknown) == [0, 0, 0])
        let numbered = Self.answers.enumerated().map { "\($0);Zorg;\($1)\n" }.joined()
        #expect(try Taken.read("nr;" + Self.head + numbered + ";N;6;6;6\n", units: "team").rows == 6)
    }

    @Test(arguments: ["N;5;1;3", "Min;3;1;2", "Max;5;3;5", "Max;5;3;99", "SD;1;2;1", "N;99;99;99"])
    func `a team of one person at the end is somebody, and is told`(row: String) throws {
        let look = try Taken.look(
            Self.head + Self.people + row + "\n", chosen: ColumnChoice(units: .column(0)))
        #expect(look.account.rows == 7)
        #expect(look.account.remarks.map(\.key) == ["files.row_looks_computed"])
    }

    @Test func `teams that are called so keep everybody, wherever their people stand`() throws {
        let teams = ["N", "Min", "Max", "SD", "Zorg"]
        let mixed = (0..<30).map { "\(teams[$0 % 5]);\(Self.answers[$0 % 6])\n" }.joined()
        let sorted = teams.map { team in Self.answers.map { "\(team);\($0)\n" }.joined() }
        for file in [mixed, sorted.joined(), sorted.reversed().joined()] {
            let found = try read(file)
            #expect(found.rows == 30 && found.paths.count == 5 && found.account.items.map(\.answers) == [30, 30, 30])
        }
    }

    @Test func `who also stands between the others is a person at the end, too`() throws {
        let found = try read("N;4;2;4\n" + Self.people + "N;3;3;3\n")
        #expect(found.rows == 8 && told(found).isEmpty)
    }

    @Test func `a row with a day or a text beside its numbers is somebody`() throws {
        let head = "ingevuld;" + Self.head
        let people = Self.answers.map { "20-11-2024;Zorg;\($0)\n" }.joined()
        #expect(try Taken.look(head + people + "21-11-2024;N;6;6;6\n").account.rows == 7)
    }

    @Test func `an empty row between people is still one of them, and one above statistics is none`() throws {
        #expect(try read(Self.people + ";;;\nMin;4;2;4\n" + Self.people).rows == 14)
        #expect(try read(Self.people + ";;;\nTotaal;3;3;3\n").rows == 6)
        #expect(try read(Self.people + ";;;\nMin;4;2;4\n").rows == 8)
    }

    @Test func `labels leave the number of people to be known by`() throws {
        let people = String(repeating: "Zorg;Vaak;Nooit;Soms\n", count: 8)
        #expect(try read(people + "N;8;8;8\n").rows == 8)
    }
}
