import Core
import Surveys
import Testing

/// Files with a column for each answer of a question, of which the first alone would be read.
@Suite struct `Columns of answers` {
    private static let labels = ["Nooit", "Zelden", "Soms", "Vaak", "Altijd"]
    private static let joy = "Ik werk hier met plezier."
    private static let refusal = ["files.columns_are_options"]

    private func ticks(_ sign: String, else empty: String = "") -> String {
        [4, 3, 1, 0, 2, 4].enumerated().map { row, chosen in
            "\(row);" + Self.labels.indices.map { $0 == chosen ? sign : empty }.joined(separator: ";") + "\n"
        }
        .joined()
    }

    @Test(arguments: [("1", ""), ("1", "0"), ("Ja", "Nee"), ("x", "")])
    func `an answer before or behind its question in a heading is no question`(sign: String, empty: String) {
        let (rows, joy) = (ticks(sign, else: empty), Self.joy)
        for named in [Self.labels.map { "\($0) - \(joy)" }, Self.labels.map { "\(joy) [\($0)]" }] {
            #expect(Taken.keys("nr;\(named.joined(separator: ";"))\n" + rows) == Self.refusal)
        }
    }

    @Test func `answers in a second row of headings are told from answers of the first person`() throws {
        let rest = String(repeating: ";", count: 4)
        let below = Self.labels.joined(separator: ";")
        for sign in ["1", "Vaak"] {
            #expect(Taken.keys("nr;\(Self.joy)\(rest)\n;\(below)\n" + ticks(sign)) == Self.refusal)
            let many = "a;b;c;d;e;f;g;h;"
            let wide = "\(many)nr;\(Self.joy)\(rest)\n;;;;;;;;;\(below)\n"
            let rows = ticks(sign).split(separator: "\n").map { ";;;;;;;;\($0)\n" }.joined()
            #expect(Taken.keys(wide + rows) == Self.refusal)
        }
        #expect(try Taken.read("\(Self.joy);;x\nVaak;Vaak;Soms\nSoms;Nooit;Vaak\n").rows == 2)
    }

    @Test func `columns that are called alike and hold one answer each are no survey in more languages`() throws {
        let head = "nr;" + Array(repeating: Self.joy, count: 5).joined(separator: ";") + "\n"
        let labelled = [4, 3, 1, 0, 2, 4].enumerated().map { row, chosen in
            "\(row);" + Self.labels.enumerated().map { $0 == chosen ? $1 : "" }.joined(separator: ";") + "\n"
        }
        #expect(Taken.keys(head + labelled.joined()) == Self.refusal)
        // Whoever answered in another language may have given any answer.
        let three = "nr;\(Self.joy);\(Self.joy);\(Self.joy)\n"
        let languages = try Taken.read(three + "1;4;;\n2;5;;\n3;;2;\n4;;;3\n5;1;;\n6;;2;\n")
        #expect(languages.account.items.map(\.counts) == [[1, 2, 1, 1, 1]])
        #expect(languages.account.remarks.map(\.key) == Array(repeating: "files.columns_are_joined", count: 2))
    }
}
