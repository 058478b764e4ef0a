import Core
import Methods
import Testing

@Suite struct YamlSafetyTests {
    private func problems(_ text: String) -> [String] {
        SmallPack.problems(SmallPack.texts.merging(["nl.yaml": text]) { $1 }).map(\.summary)
    }

    @Test(.timeLimit(.minutes(1))) func `aliases of aliases are refused before they grow`() {
        let laughs = (1...30).map { "l\($0): &l\($0) [*l\($0 - 1), *l\($0 - 1), *l\($0 - 1)]\n" }
        #expect(problems("l0: &l0 [ha, ha]\n" + laughs.joined()) == ["has_alias nl.yaml:8"])
    }

    @Test(.timeLimit(.minutes(1))) func `aliases of aliases as a key are refused before they are compared`() {
        let laughs = (1...30).map { "l\($0): &l\($0) {? [*l\($0 - 1), *l\($0 - 1)] : x}\n" }
        #expect(problems("l0: &l0 [ha, ha]\n" + laughs.joined()) == ["has_alias nl.yaml:12"])
    }

    @Test(.timeLimit(.minutes(1))) func `as many aliases as slip through are soon found`() {
        let laughs = (1...6).map { "l\($0): &l\($0) [*l\($0 - 1), *l\($0 - 1), *l\($0 - 1)]\n" }
        #expect(problems("l0: &l0 [ha, ha]\n" + laughs.joined()) == ["has_alias nl.yaml:1"])
    }

    @Test func `a text may hold stars, ampersands and exclamation marks`() throws {
        let words = SmallPack.with("nl.yaml", "Ik heb haast.", "Ik heb *echt* haast & weinig tijd, nu!")
        #expect(try SmallPack.read(words).items[2].wording[.dutch] == "Ik heb *echt* haast & weinig tijd, nu!")
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "]) func `a file that nests without end is refused`(opening: String) {
        #expect(problems(String(repeating: opening, count: 60_000)).contains { $0.hasPrefix("is_no_yaml nl.yaml") })
    }

    @Test(arguments: [
        "", "\u{FEFF}", " ", "#", "a", "- a", "---", "...", "%YAML 9", "\0", "a: |", "\"", "!", "&", "*", "<<: x",
    ])
    func `an odd file is refused, not crashed on`(text: String) {
        #expect(!problems(text).isEmpty)
    }

    @Test func `words that YAML knows as something else stay words`() throws {
        let words = SmallPack.with("nl.yaml", "1: Ja", "1: yes").mapValues { $0.replacing("0: Nee", with: "0: 1.50") }
        #expect(try SmallPack.read(words).scales[1].values.map { $0.label[.dutch] } == ["1.50", "yes"])
    }
}
