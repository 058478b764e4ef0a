import Core
import Testing

@Suite struct NamingTests {
    @Test(arguments: [
        "De Linde", "Café ’t Hoekje", "Zorg & welzijn 🌳", "👩‍👩‍👧‍👦", "בית האלון", "<script>",
        String(repeating: "é", count: 80), "",
    ])
    func `an ordinary name is one`(name: String) {
        #expect(name.isName(upTo: 80))
    }

    @Test(arguments: ["De\nLinde", "De\tLinde", "De\u{0}Linde", "De\u{85}Linde", "De\u{2028}Linde", "De\u{2029}Linde"])
    func `a name with a control character is none`(name: String) {
        #expect(!name.isName(upTo: 80))
    }

    @Test(arguments: ["\u{202E}ednil", "De\u{200B}Linde", "\u{2066}De Linde", "De Linde\u{FEFF}"])
    func `a name with a sign that nobody sees, or that turns what is read, is none`(name: String) {
        #expect(!name.isName(upTo: 80))
    }

    @Test func `a name is not longer than its limit, in characters and in bytes`() {
        #expect(String(repeating: "n", count: 80).isName(upTo: 80))
        #expect(!String(repeating: "n", count: 81).isName(upTo: 80))
        #expect(!("Z" + String(repeating: "\u{301}", count: 160)).isName(upTo: 80))
    }
}
