import Testing
@testable import Web

@Suite struct QRCodeTests {
    @Test func `an address on a card is drawn at error correction M, in three corners`() throws {
        // 42 bytes need version 3 at M, which is 29 modules wide.
        let code = try #require(QRCode("https://weefsel.example/m/k7hp4#K7HP-4MXD"))
        #expect(code.size == 29)
        #expect(code.viewBox == "0 -0.5 29 29")
        #expect(code.path.hasPrefix("M0 0h7m"))
        let rows = code.path.split(separator: "M")
        #expect(rows.count == 29)
        for row in rows.prefix(7) + rows.suffix(7) { #expect(row.contains("h")) }
        #expect(rows[28].hasPrefix("0 28h7"))
    }

    @Test func `every row is as wide as the code`() throws {
        let code = try #require(QRCode("Hallo"))
        for row in code.path.split(separator: "M") {
            let lengths = row.matches(of: /[hm](\d+)/).compactMap { Int($0.1) }
            #expect(lengths.reduce(0, +) <= code.size)
        }
    }

    @Test func `what does not fit is no code`() {
        #expect(QRCode(String(repeating: "x", count: 3000)) == nil)
    }
}
