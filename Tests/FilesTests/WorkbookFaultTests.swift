import Forge
import Foundation
import Testing

@testable import Files

@Suite struct `Workbooks that are none, or too much` {
    private func read(_ bytes: [UInt8]) throws(WorkbookFault) -> [[String]] {
        let workbook = try WorkbookFile(bytes)
        guard let page = workbook.pages.first else { return [] }
        var (rows, cells) = (try workbook.rows(of: page), [[String]]())
        while let row = try rows.next() { cells.append(row.cells) }
        return cells
    }

    private func sheet(_ rows: String) -> [UInt8] {
        PackedFolderForge.workbook(sheet: "<worksheet><sheetData>\(rows)</sheetData></worksheet>").whole
    }

    @Test func `cells stand in the column that they name, and what names none behind the one before`() throws {
        let row = #"<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c r="AA2" t="str"><v>x</v></c></row>"#
        #expect(try read(sheet(row)) == [["", "1", "2"] + Array(repeating: "", count: 23) + ["x"]])
    }

    @Test func `cells that were made one below one another are told behind the last row, and others are not`() throws {
        let merged = ["B2:B4", "A1:C1", "D5:E6", "ZZZ1:ZZZ2", "B9", "A0:A3"].map { "<mergeCell ref=\"\($0)\"/>" }
        let rows = #"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>"#
        let workbook = try WorkbookFile(
            PackedFolderForge.workbook(sheet: rows + merged.joined() + "</mergeCells></worksheet>").whole)
        var reading = try workbook.rows(of: try #require(workbook.pages.first))
        while try reading.next() != nil {}
        #expect(try reading.joined() == [.init(column: 1, rows: 2...4), .init(column: 3, rows: 5...6)])
    }

    @Test func `letters that XML spells are read, and so are those that workbooks spell`() throws {
        let row = #"<row><c t="inlineStr"><is><t>a &amp; b &#233; &#x20AC; _x0041_ <![CDATA[<c>]]></t></is></c></row>"#
        #expect(try read(sheet(row)) == [["a & b é € A <c>"]])
    }

    @Test func `days are counted from 1904 where a workbook says so`() throws {
        let formats = #"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#
        let forge = PackedFolderForge.workbook(
            sheet: #"<worksheet><sheetData><row><c s="1"><v>44870</v></c></row></sheetData></worksheet>"#,
            formats: formats, properties: #"<x:workbookPr date1904="1"/>"#)
        #expect(try read(forge.whole) == [["2026-11-06"]])
    }

    @Test func `a document type is refused, and nothing that it names is read`() {
        let evil = #"<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>"#
        #expect(throws: WorkbookFault.isBroken) { try read(PackedFolderForge.workbook(sheet: evil).whole) }
    }

    @Test func `of what unpacks into gigabytes only as much is unpacked as a list of people has`() throws {
        let tag = PackedFolderForge.workbook(sheet: "<worksheet><c " + String(repeating: " ", count: 5 << 20)).whole
        #expect(throws: WorkbookFault.isTooLarge) { try read(tag) }
        let text = String(repeating: "a", count: CellText.mostBytes + 1)
        #expect(throws: WorkbookFault.isTooLarge) { try read(sheet("<row><c><v>\(text)</v></c></row>")) }
        #expect(throws: WorkbookFault.isTooLarge) {
            _ = try PackedFolder(tag).markup("xl/worksheets/sheet1.xml", Unpacking.Allowance(1_000))?.next()
        }
        let many = PackedFolderForge.workbook(
            sheet: "<worksheet/>", texts: "<sst>" + String(repeating: "<si><t>abcd</t></si>", count: 60) + "</sst>")
        func texts(upTo bytes: Int) throws(WorkbookFault) -> Int {
            let allowance = Unpacking.Allowance(1 << 20)
            return try SharedTexts(PackedFolder(many.whole), "xl/sharedStrings.xml", allowance, mostBytes: bytes)
                .all.count
        }
        #expect(throws: WorkbookFault.isTooLarge) { try texts(upTo: 1_199) }
        #expect(try texts(upTo: 1_200) == 60)
    }

    @Test func `a cell in a column that no list of people has, a row beyond the last, a text that is not there`() {
        #expect(throws: WorkbookFault.isTooLarge) { try read(sheet(#"<row><c r="XFD1"><v>1</v></c></row>"#)) }
        #expect(throws: WorkbookFault.isBroken) { try read(sheet(#"<row r="1048577"><c><v>1</v></c></row>"#)) }
        #expect(throws: WorkbookFault.isBroken) { try read(sheet(#"<row><c t="s"><v>7</v></c></row>"#)) }
        #expect(throws: WorkbookFault.isBroken) {
            try read(sheet(#"<row><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#))
        }
    }

    @Test func `a password, a workbook of before 2007, another program's`() {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600)
        #expect(throws: WorkbookFault.isOldWorkbook) { try read(old) }
        let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(throws: WorkbookFault.isLocked) { try read(old + name) }
        var locked = PackedFolderForge()
        locked.add("xl/workbook.xml", "<workbook/>", flags: 1)
        #expect(throws: WorkbookFault.isLocked) { try read(locked.whole) }
        var other = PackedFolderForge()
        other.add("content.xml", "<office/>")
        #expect(throws: WorkbookFault.isOtherWorkbook) { try read(other.whole) }
    }

    @Test func `a byte that changed on the way is noticed`() {
        var forge = PackedFolderForge.workbook(sheet: "<worksheet/>")
        forge.add("xl/workbook.xml", "<workbook/>")
        var wrong = PackedFolderForge()
        wrong.add("xl/workbook.xml", "<workbook><sheets/></workbook>", checksum: 1)
        #expect(throws: WorkbookFault.isBroken) { try read(wrong.whole) }
        #expect(throws: WorkbookFault.hasNoSheet) {
            var none = PackedFolderForge()
            none.add("xl/workbook.xml", "<workbook><sheets/></workbook>")
            _ = try read(none.whole)
        }
    }

    @Test func `wherever a workbook is cut off it is refused, and nothing is read from beyond it`() throws {
        let whole = sheet(#"<row><c t="inlineStr"><is><t>heel</t></is></c></row>"#)
        #expect(try read(whole) == [["heel"]])
        for end in whole.indices {
            #expect(throws: WorkbookFault.self) { try read(Array(whole[..<end])) }
        }
    }

    @Test func `whatever bytes are turned, it is refused or read, and ends`() {
        let whole = sheet(#"<row r="1"><c r="A1" t="inlineStr"><is><t>heel</t></is></c><c r="B1"><v>5</v></c></row>"#)
        var chance = SystemRandomNumberGenerator()
        for _ in 0..<3_000 {
            var turned = whole
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                turned[Int.random(in: turned.indices, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            let rows = (try? read(turned)) ?? []
            #expect(rows.count <= 1)
        }
    }
}
