import Core
import Files
import Foundation
import Testing

@testable import Web

@Suite struct WorkbookTests {
    private let folder = FileManager.default.temporaryDirectory

    @Test func `names of sheets are made such as a spreadsheet takes them, each once`() {
        let wanted = ["Thema’s", "a/b:c", "'x'", "", "thema’s", String(repeating: "👩‍👩‍👧‍👦", count: 9)]
        let names = SheetNames(wanted).all
        #expect(names.prefix(5) == ["Thema’s", "a b c", "x", "4", "thema’s 5"])
        #expect(names[5] == String(repeating: "👩‍👩‍👧‍👦", count: 2))
        #expect(names.allSatisfy { (1...31).contains($0.utf16.count) })
    }

    @Test func `what no XML can hold is left out, and what looks like a mark of it stays what it is`() {
        #expect("a\u{0}b\u{1B}c\u{FFFE}d\te".heldByXML == "abcd\te")
        #expect("_x0041_ and _y".heldByXML == "_x005F_x0041_ and _y")
        #expect("De Linde 🌳 בית".heldByXML == "De Linde 🌳 בית")
    }

    @Test func `any sheet is written, also an empty one and one with a long text`() throws {
        let rows: [[Sheet.Value]] = [[.text(String(repeating: "é", count: 40_000)), .number(.nan), .nothing]]
        let sheets = [Sheet(name: "", heads: [], rows: []), Sheet(name: "x", heads: ["a", "b", "c"], rows: rows)]
        let bytes = try Workbook(sheets).bytes(at: folder.appendingPathComponent("\(UUID().uuidString).xlsx"))
        #expect(bytes.starts(with: Array("PK".utf8)))
    }

    @Test func `where it cannot be written it says so, and leaves nothing behind`() throws {
        let sheet = Sheet(name: "x", heads: ["a"], rows: [])
        #expect(throws: Workbook.Fault.isNotWritten) { try Workbook([sheet]).write(to: "/nowhere/at/all.xlsx") }
        let long = Sheet(name: "x", heads: ["a"], rows: Array(repeating: [.nothing], count: 1_048_576))
        let path = folder.appendingPathComponent("\(UUID().uuidString).xlsx").path
        #expect(throws: Workbook.Fault.hasTooManyRows) { try Workbook([long]).write(to: path) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: [
        ("Café “Één” 2026", "cafe-een-2026", "Caf%C3%A9%20%E2%80%9C%C3%89%C3%A9n%E2%80%9D%202026"),
        ("../a\\b\"c\r\n", "a-b-c", "..-a-b-c--"), ("בית 🌳", "weefsel", "%D7%91%D7%99%D7%AA%20%F0%9F%8C%B3"),
    ])
    func `a file has a name that every browser writes`(name: String, plain: String, encoded: String) {
        let file = Attachment(bytes: [], type: "text/csv", name: name, ending: "csv")
        #expect(
            file.disposition == "attachment; filename=\"\(plain).csv\"; filename*=UTF-8''\(encoded).csv")
    }
}
