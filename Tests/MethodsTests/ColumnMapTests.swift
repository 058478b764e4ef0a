import Core
import Methods
import Testing

@Suite struct `A map of columns` {
    private func read(_ text: String) throws(Problems) -> ColumnMap {
        try ColumnMap(Array(text.utf8), name: "map.yaml")
    }

    @Test func `it says what columns, units, gaps and answers are`() throws {
        let map = try read(
            """
            columns:
              "WD[SQ001]": help
              V2: joy
            units: "Afdeling"
            missing: ["", NA, 99, ~]
            answers:
              AO01: 1
              "Zeer eens": 5
            """)
        #expect(map.columns.map(\.heading) == ["WD[SQ001]", "V2"] && map.columns.map(\.item) == ["help", "joy"])
        #expect(map.columns.map(\.line) == [2, 3])
        #expect(
            (map.units, map.missing, map.answers) == ("Afdeling", ["", "NA", "99", ""], ["AO01": 1, "Zeer eens": 5]))
    }

    @Test(arguments: [
        ("colums:\n  a: b\n", "pack.key_is_unknown_near", 1), ("columns: [a]\n", "pack.expects_section", 1),
        ("missing: geen\n", "pack.expects_list", 1), ("answers:\n  ja: veel\n", "pack.expects_number", 2),
        ("units: [a]\n", "pack.expects_text", 1), ("- a\n", "pack.expects_section", 1), ("", "pack.file_is_empty", 1),
        ("columns:\n  a: *b\n", "pack.has_alias", 2), ("columns:\n  a: b\n  a: c\n", "pack.key_is_double", 2),
    ])
    func `what is wrong is named with its line`(text: String, key: String, line: Int) {
        do {
            _ = try read(text)
            Issue.record("read without a word")
        } catch {
            #expect(error.all.map(\.key) == [key] && error.all.map(\.line) == [line])
        }
    }

    @Test func `a map that is no text, or far too large, is refused`() {
        #expect(throws: Problems.self) { try ColumnMap([0xFF, 0x00], name: "map.yaml") }
        #expect(throws: Problems.self) {
            try ColumnMap([UInt8](repeating: 65, count: ColumnMap.largest + 1), name: "map.yaml")
        }
    }
}
