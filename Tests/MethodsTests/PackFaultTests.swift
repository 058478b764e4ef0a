import Core
import Testing

@testable import Methods

@Suite struct PackFaultTests {
    @Test(arguments: FaultCase.all) func `a fault is named with its file and its line`(one: FaultCase) {
        #expect(SmallPack.problems(one.texts).map(\.summary) == one.expected)
    }

    @Test func `every fault of a file's content is among the cases`() {
        let asking = AskingPackTests.faults.flatMap { AskingPack.problems(AskingPack.with($0.file, $0.old, $0.new)) }
        let shown = Set((FaultCase.all.flatMap { SmallPack.problems($0.texts) } + asking).map(\.key))
        let elsewhere: Set = [
            "pack.folder_is_missing", "pack.file_is_unreadable", "pack.is_not_utf8", "pack.has_too_many_items",
            "pack.kind_is_definition",
            // Shown with eleven of them.
            "pack.list_is_long",
        ]
        #expect(Set(PackFault.keys).subtracting(shown).subtracting(elsewhere).isEmpty)
    }

    @Test func `several faults in several files are told at once`() {
        var texts = SmallPack.with("method.yaml", "minutes: 2", "minutes: two")
        texts["nl.yaml"] = SmallPack.texts["nl.yaml"]?.replacing("title: Klein", with: "titel: Klein")
        texts["scoring.yaml"] = "scales: [\n"

        #expect(
            SmallPack.problems(texts).map(\.summary) == [
                "expects_number method.yaml:5", "key_is_missing nl.yaml:1", "key_is_unknown_near nl.yaml:1",
                "is_no_yaml scoring.yaml:2",
            ])
    }

    @Test func `a byte that is not UTF-8 is found on its line`() throws {
        var bytes = PackFiles(folder: "small", texts: SmallPack.texts).bytes
        bytes["nl.yaml"] = Array("title: Klein\nwhy: Ge".utf8) + [0xEF] + Array("nteresseerd\n".utf8)

        let problems = #expect(throws: Problems.self) { try Instrument(pack: PackFiles(folder: "small", bytes: bytes)) }
        #expect(problems?.all.map(\.summary) == ["is_not_utf8 nl.yaml:2"])
    }

    @Test func `more than 300 questions are no questionnaire`() {
        let items = (1...301).map { "      - {id: x-\($0), revision: 1, scale: agreement}\n" }.joined()
        let texts = SmallPack.texts.merging(["questions.yaml": "themes:\n  - id: team\n    items:\n" + items]) { $1 }

        #expect(SmallPack.problems(texts).map(\.summary).contains("has_too_many_items questions.yaml:1"))
    }

    @Test func `a typo is answered with the word that was meant`() {
        let problems = SmallPack.problems(SmallPack.with("nl.yaml", "  often:", "  oftne:"))
        #expect(problems.first { $0.line == 13 }?.values == ["word": "oftne", "near": "often"])
    }

    @Test func `an unknown word is answered with the words that are known`() {
        let problems = SmallPack.problems(SmallPack.with("method.yaml", "[confidant, ", "[grandmother, "))
        let known = "confidant, council, hr, leader, occupational-physician, social-worker"
        #expect(problems.first?.values == ["word": "grandmother", "known": known])
    }

    @Test func `a word from a pack is shown without what steers a terminal, and not at any length`() {
        let word = "\\e[31m" + String(repeating: "x", count: 500)
        let problems = SmallPack.problems(SmallPack.with("nl.yaml", "title: Klein", "title: Klein\n\"\(word)\": x"))
        #expect(problems.first?.values["word"] == "\u{FFFD}[31m" + String(repeating: "x", count: 195) + "…")
    }

    @Test func `a file name in a problem begins with the folder of the pack`() {
        #expect(SmallPack.problems(SmallPack.without("nl.yaml")).first?.file == "small/nl.yaml")
    }
}
