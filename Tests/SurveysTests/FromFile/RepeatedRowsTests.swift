import Core
import Methods
import Surveys
import Testing

/// Who stands in a file twice would lift a small team over the threshold.
@Suite struct `Rows that a file repeats` {
    private static let head = "team;help;alone;joy\n"

    /// People who answer this and that, of some teams; always the same ones.
    private static func people(_ count: Int, from first: Int = 0, of answers: UInt64 = 5) -> [String] {
        (first..<first + count).map { person in
            var state = UInt64(person + 1) &* 0x9E37_79B9_7F4A_7C15
            func next(_ most: UInt64) -> UInt64 {
                state = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
                return (state >> 33) % most
            }
            return "T\(next(3));\(1 + next(answers));\(1 + next(answers));\(1 + next(answers))"
        }
    }

    private static func file(_ rows: [String], head: String = head) -> String {
        head + rows.map { $0 + "\n" }.joined()
    }

    @Test(arguments: [6, 7, 20, 300], [2, 3])
    func `a file behind itself is refused, however often`(count: Int, times: Int) {
        let rows = Self.people(count)
        let again = (0..<times).flatMap { _ in rows }
        #expect(Taken.keys(Self.file(again), units: "team") == ["files.rows_are_double"])
        #expect(Taken.keys(Self.file(rows), units: "team") == [])
    }

    @Test func `five people are refused where a column tells them apart`() {
        let rows = Self.people(5).enumerated().map { "\($1);p\($0)" }
        #expect(Taken.keys(Self.file(rows + rows, head: "team;help;alone;joy;token\n")) == ["files.rows_are_double"])
        #expect(Taken.keys(Self.file(Self.people(3) + Self.people(3))) == [])
    }

    @Test func `where nearly every row stands there again, in any order`() {
        let rows = Self.people(60)
        #expect(Taken.keys(Self.file((rows + rows.dropLast(2)).sorted())) == ["files.rows_are_double"])
    }

    @Test(arguments: [
        people(60) + people(25, from: 20), people(60) + people(30, from: 60) + people(25, from: 5),
        people(40, from: 50) + people(80),
    ])
    func `a part that stands there again in the same order is refused where nothing tells people apart`(
        rows: [String]
    ) {
        #expect(Taken.keys(Self.file(rows), units: "team") == ["files.rows_stand_again"])
    }

    @Test func `where the rows were numbered anew, too`() {
        let rows = (Self.people(60) + Self.people(25, from: 20)).enumerated().map { "\($0);\($1)" }
        #expect(Taken.keys(Self.file(rows, head: "nr;" + Self.head)) == ["files.rows_stand_again"])
    }

    @Test(arguments: [";token\n", ";\n"])
    func `who is told apart by a column counts once, and that is told`(heading: String) throws {
        let head = String(Self.head.dropLast()) + heading
        let rows = Self.people(60).enumerated().map { "\($1);\"p\($0)\"" }
        let plain = try Taken.read(Self.file(rows, head: head), units: "team")
        let answers = try Taken.read(Self.file(rows + rows[20..<47] + rows[3..<5], head: head), units: "team")
        #expect(answers.rows == 60 && answers.account.items == plain.account.items)
        func means(_ answers: FileAnswers) throws -> [Double?] {
            let exact = try FileReport(answers, whole: "", threshold: 5, isExact: true).exact
            return exact?.whole.themes.map(\.mean) ?? []
        }
        #expect(try means(answers) == means(plain))
        #expect(try means(plain).count == 2)
        #expect(answers.account.remarks.map(\.key) == ["files.rows_count_once"])
        #expect(answers.account.remarks[0].values["count"] == "29")
        #expect(answers.account.remarks[0].values["column"] == (heading == ";\n" ? "E" : "“token”"))
    }

    @Test func `several whom the column does not name count each`() throws {
        let rows = Self.people(40).enumerated().map { "\($1);\($0)" } + Array(repeating: "T1;4;4;4;x", count: 3)
        #expect(try Taken.read(Self.file(rows, head: "team;help;alone;joy;nr\n")).rows == 43)
        let unknown =
            Self.people(40).enumerated().map { "\($1);Naam \($0)" } + Array(repeating: "T1;4;4;4;NA", count: 3)
        #expect(try Taken.read(Self.file(unknown, head: "team;help;alone;joy;naam\n")).rows == 43)
    }

    @Test(arguments: [12, 100, 3_000], [2, 3, 5])
    func `people who answer alike are people`(count: Int, answers: UInt64) throws {
        let rows = Self.people(count, of: answers)
        let read = try Taken.read(Self.file(rows), units: "team")
        #expect(read.rows == count && !read.account.remarks.contains { $0.key.hasPrefix("files.rows") })
        #expect(try Taken.read(Self.file(rows.sorted()), units: "team").rows == count)
        // A day, and what somebody does, are those of several.
        let more = rows.enumerated().map { "\($1);\($0 % 17)-11-2024;F\($0 % 5)" }
        #expect(try Taken.read(Self.file(more, head: "team;help;alone;joy;dag;functie\n"), units: "team").rows == count)
    }
}
