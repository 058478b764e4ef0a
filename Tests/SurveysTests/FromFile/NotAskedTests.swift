import Core
import Methods
import Surveys
import Testing

/// A file may hold answers to a theme that was not theirs: an export of a form that asked everybody everything.
@Suite struct NotAskedTests {
    /// The small questionnaire, where who has joy 1 to 3 was asked about leaving, and the kitchen about the stove.
    private static let instrument: Instrument = {
        func theme(_ id: String, onlyIf: Theme.Condition? = nil, onlyFor: [String] = []) -> Theme {
            let item = Item(
                id: "\(id)-1", revision: 1, wording: LocalText(nl: "\(id) nl", en: "\(id) en"), scale: "often",
                isReversed: false)
            return Theme(
                id: id, name: LocalText(nl: id, en: id), caption: nil, lead: LocalText([:]), items: [item],
                answeredShare: 0.5, isOutcome: false, lowerIsBetter: false, onlyIf: onlyIf, onlyFor: onlyFor)
        }
        let taken = Taken.instrument
        return Instrument(
            id: "asked", version: "1", hash: "", languages: [.dutch, .english], title: LocalText([:]),
            why: LocalText([:]), minutes: 1, scales: taken.scales,
            themes: taken.themes + [
                theme("leaving", onlyIf: .init(item: "joy", answers: [1, 2, 3])), theme("stove", onlyFor: ["kitchen"]),
            ],
            staffGroups: [("care", "Zorg"), ("kitchen", "Keuken")].map {
                StaffGroup(id: $0.0, name: LocalText(nl: $0.1, en: $0.0))
            })
    }()

    private func read(_ text: String, _ map: ColumnMap = .none, units: String? = nil) throws(Problems) -> FileAnswers {
        try FileAnswers(
            Array(text.utf8), name: "a.csv", of: Self.instrument, map: map, units: units, words: Taken.words)
    }

    private func theme(_ id: String, _ answers: FileAnswers) throws -> ExactFigures.Theme? {
        let report = try FileReport(answers, whole: "Iedereen", threshold: 5, isExact: true)
        return report.exact?.whole.themes.first { $0.id == id }
    }

    private func told(_ answers: FileAnswers) -> [String] {
        answers.account.remarks.map { "\($0.key) \($0.values["count"] ?? $0.values["text"] ?? "")" }
    }

    @Test func `answers to a theme count of those who were asked it, by what they answered before`() throws {
        // Two of three below four have 2 and 1; one left the deciding question empty, and two were above it.
        let answers = try read("joy;leaving-1;x\n1;2;a\n3;1;b\n2;;c\n;5;d\n4;5;e\n5;4;f\n5;;g\n")
        let leaving = try #require(try theme("leaving", answers))
        #expect((leaving.n, leaving.mean) == (2, 1.5))
        #expect(leaving.items.first?.n == 2 && leaving.items.first?.mean == 1.5)
        #expect(try theme("joy", answers)?.n == 6)
        #expect(told(answers).contains("files.answers_were_not_asked 3") && answers.rows == 7)
    }

    @Test func `a question whose numbers are turned decides by what they mean`() throws {
        let answers = try read("joy;leaving-1;x\n5;2;a\n1;5;b\n", ColumnMap(turned: ["joy"]))
        let leaving = try #require(try theme("leaving", answers))
        #expect((leaving.n, leaving.mean) == (1, 2))
    }

    @Test func `where only they answered it, nothing is left out or told`() throws {
        let answers = try read("joy;leaving-1;x\n1;2;a\n5;;b\n")
        #expect(try theme("leaving", answers)?.n == 1)
        #expect(!told(answers).contains { $0.hasPrefix("files.answers_were_not_asked") })
    }

    @Test func `a theme whose question that decides is not in the file is left out, and told`() throws {
        let answers = try read("help;alone;leaving-1;x\n1;2;3;a\n")
        #expect(answers.instrument.themes.map(\.id) == ["support"])
        #expect(answers.account.untoldThemes.map(\.theme) == ["leaving"])
        #expect(answers.account.untoldThemes.map(\.items) == [["joy"]])
    }

    @Test func `without a column of staff groups their theme is left out, and told`() throws {
        let answers = try read("joy;stove-1;x\n1;2;a\n")
        #expect(answers.instrument.themes.map(\.id) == ["joy"])
        #expect(answers.account.untoldThemes.map(\.theme) == ["stove"])
    }

    @Test(arguments: ["staff-group", "staff_group", "staff.group", "Staff-group "])
    func `with it the theme is theirs alone`(
        heading: String
    ) throws {
        let rows = "Keuken;1;2\nkitchen;5;4\nZorg;3;1\ncare;3;1\n;3;1\ngeen antwoord;3;\nBaas;3;1\n"
        let answers = try read("\(heading);joy;stove-1\n" + rows)
        let stove = try #require(try theme("stove", answers))
        #expect((stove.n, stove.mean) == (2, 3))
        #expect(
            told(answers).filter { $0.contains("not_asked") || $0.contains("staff_group") }
                == ["files.answers_were_not_asked 4", "files.text_is_no_staff_group baas"])
        #expect(answers.account.leftOut.isEmpty && answers.account.untoldThemes.isEmpty)
    }

    @Test func `the map says which column it is, of rows that are left out as well`() throws {
        let map = ColumnMap(columns: [.init(heading: "Werk", item: "staff-group", line: 1)])
        let rows = "1;Zorg;1;5\n1;Zorg;1;5\n2;Keuken;5;2\n" + (3...9).map { "\($0);Zorg;4;5\n" }.joined()
        let answers = try read("nr;Werk;joy;stove-1\n" + rows, map)
        // The second row is the first again.
        #expect(answers.rows == 9)
        #expect(try theme("stove", answers).map { [Double($0.n), $0.mean] } == [1, 2])
        // Nor is there such a column where nobody is asked for their work.
        #expect(throws: Problems.self) { try Taken.read("Werk;joy\nZorg;1\n", map) }
    }
}
