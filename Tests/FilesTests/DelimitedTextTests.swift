import Files
import Testing

@Suite struct `A sheet as delimited text` {
    private let sheet = Sheet(
        name: "Thema's", heads: ["thema", "gemiddelde"],
        rows: [
            [.text("Werkdruk; \"druk\""), .number(3.4)], [.text("=1+1"), .number(-12)], [.text("a,b\nc"), .nothing],
        ])

    @Test func `spreadsheets get semicolons, decimal commas and a mark`() {
        let text = String(decoding: DelimitedText.forSpreadsheets.bytes(of: sheet), as: UTF8.self)
        #expect(
            text == "\u{FEFF}thema;gemiddelde\r\n\"Werkdruk; \"\"druk\"\"\";3,4\r\n'=1+1;-12\r\n\"a,b\nc\";\r\n")
    }

    @Test func `programs for analysis get commas, decimal points and no mark`() {
        let text = String(decoding: DelimitedText.forAnalysis.bytes(of: sheet), as: UTF8.self)
        #expect(text == "thema,gemiddelde\r\n\"Werkdruk; \"\"druk\"\"\",3.4\r\n'=1+1,-12\r\n\"a,b\nc\",\r\n")
    }

    @Test(arguments: ["=cmd|' /C calc'!A0", "+1", "-2 formulieren", "@SUM(A1)", "\tx", "\rx"])
    func `a text that would be a formula gets an apostrophe`(text: String) {
        #expect(text.defused == "'" + text)
        #expect("gewoon = \(text)".defused == "gewoon = \(text)")
    }
}
