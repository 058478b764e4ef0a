import Testing

@testable import Core

@Suite struct StaffDraftTests {
    private let text = """
        BSN;Nummer;Naam;Pad
        123456782;7;"Ada; ""Lovelace"" 🍂";Zorg > Dag
        111222333;;Şule;

        """

    private func draft() throws -> StaffDraft {
        let table = try StaffTable(Array(text.utf8), name: "é lijst.csv", .real)
        return StaffDraft(table, name: "é lijst.csv", columns: StaffColumns(table.headings, .real))
    }

    @Test func `a list that rested is as it was, with what was chosen and left out`() throws {
        var draft = try draft()
        draft.columns[.functionGroup] = 0
        draft.columns[.number] = nil
        #expect(StaffDraft(draft.bytes) == draft)
        #expect(draft.table.refused.map(\.why) == [.numberOfTheState])
        #expect(draft.headings == [.functionGroup: "Nummer", .name: "Naam", .unit: "Pad"])
    }

    @Test func `what is left out rests nowhere`() throws {
        let text = String(decoding: try draft().bytes, as: UTF8.self)
        #expect(text.contains("Lovelace") && !text.contains("123456782"))
    }

    @Test func `remarks rest with their values`() throws {
        let table = StaffTable(
            headings: ["naam"], rows: [], refused: [],
            remarks: [
                Problem("staff.page_is_read", ["page": "Blad 2"], file: "a"),
                Problem("staff.file_is_cp1252", file: "a"),
            ])
        let draft = StaffDraft(table, name: "a", columns: StaffColumns())
        #expect(StaffDraft(draft.bytes) == draft)
    }

    @Test func `bytes of something else are no list`() throws {
        let bytes = try draft().bytes
        #expect(StaffDraft(Array("naam;team\nAda;Zorg".utf8)) == nil)
        #expect(StaffDraft([]) == nil && StaffDraft([0xFF, 0xFF, 0xFF, 0xFF]) == nil)
        for length in stride(from: 0, to: 20, by: 1) { #expect(StaffDraft(Array(bytes.prefix(length))) == nil) }
    }
}
