import Core
import Surveys
import Testing

/// Columns that say the same, questions at the end of a heading, rows in quotes, and columns of teams.
@Suite struct `Names and cells of files` {
    private static let joy = "Ik werk hier met plezier."

    @Test(arguments: [("Vaak;4", "Altijd;5"), ("4;4,0", "5;5.0"), ("Geen antwoord;n.v.t.", "4;Vaak")])
    func `two columns that say the same in other words are one`(first: String, second: String) throws {
        let answers = try Taken.read("\(Self.joy);\(Self.joy);nr\n\(first);1\n\(second);2\n")
        #expect(answers.account.remarks.map(\.key) == ["files.column_is_twice"])
        #expect(answers.account.seconds.map(\.kind) == [.left])
    }

    @Test func `a label beside the number of another answer is refused`() {
        let text = "\(Self.joy);\(Self.joy);nr\nVaak;4;1\nAltijd;1;2\n"
        #expect(Taken.keys(text) == ["files.question_has_two_columns"])
    }

    @Test func `what stands before a question is told once`() throws {
        let head = "Belang: Iemand helpt mij.;Belang: Ik sta er alleen voor.;Belang: \(Self.joy)"
        let told = try Taken.read("\(head)\n4;2;5\n5;1;4\n").account.remarks
        #expect(told.map(\.key) == ["files.questions_end_headings"])
        #expect(told.first?.values["count"] == "3" && told.first?.values["stems"] == "Belang")
        #expect(Taken.keys("Denk aan nu. [\(Self.joy)];help\n4;2\n5;1\n").first == "files.questions_end_headings")
        for plain in ["3. \(Self.joy)", "Q3_1 - \(Self.joy)", Self.joy] {
            #expect(!Taken.keys("\(plain);nr\n4;2\n5;1\n").contains("files.questions_end_headings"))
        }
    }

    @Test func `lines that a spreadsheet put into quotes as a whole are read as they were`() throws {
        let lines = ["team,joy,why", "Zorg,4,\"\"ja, zo\"\"", "Huis,5,\"\"twee\nregels\"\"", "Huis,2,"]
        let answers = try Taken.read(lines.map { "\"\($0)\"\r\n" }.joined(), units: "team")
        #expect(answers.paths == [["Zorg"], ["Huis"]] && answers.account.items.map(\.counts) == [[0, 1, 0, 1, 1]])
        #expect(answers.account.remarks.map(\.key) == ["files.lines_are_quoted"])
        #expect(try Taken.read("\"joy\"\n\"Vaak\"\n\"Soms\"\n").account.remarks.isEmpty)
    }

    @Test func `a number that a spreadsheet was told to leave alone is one`() throws {
        let answers = try Taken.read("joy;nr\n\"=\"\"4\"\"\";1\n\"=\"\"5\"\"\";2\n")
        #expect(answers.account.items.map(\.counts) == [[0, 0, 0, 1, 1]])
    }

    @Test func `the column of teams may be named in a second row of headings`() throws {
        let text =
            "Start,Q1,help,alone,joy\nBegin,Wat is je team?,Iemand helpt mij.,Ik sta er alleen voor.,\(Self.joy)\n"
        let rows = (0..<4).map { "1,Zorg \($0),4,2,5\n" }.joined()
        let answers = try Taken.read(text + rows, units: "Wat is je team?")
        #expect(answers.paths.count == 4 && answers.account.unitsHeading == "Q1" && answers.rows == 4)
        #expect(
            Taken.keys("Start,Q1,joy\n" + "1,Wat is je team?,4\n2,A,5\n", units: "Wat is je team?").first
                == "files.units_column_is_missing")
    }

    @Test(arguments: [([";Zorg", ";Huis"], "B"), (["Zorg;X", "Huis;X"], "A"), (["Zorg;", "Huis;"], "A")])
    func `of two columns of teams the one that is filled counts`(teams: [String], letter: String) throws {
        let rows = teams.map { "\($0);4\n" }.joined()
        let answers = try Taken.read("Afdeling;Afdeling;joy\n" + rows, units: "Afdeling")
        #expect(answers.paths == [["Zorg"], ["Huis"]])
        #expect(answers.account.remarks.map(\.key) == ["files.units_column_is_twice"])
        #expect(answers.account.remarks.first?.values["letters"] == letter)
    }
}
