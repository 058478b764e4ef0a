import Core
import Methods
import Testing

/// What the shipped definitions say is what their `SOURCES.md` says.
@Suite struct ShippedDefinitionsTests {
    struct Facts: Sendable, CustomStringConvertible {
        let name: String
        let counts: [Int]
        let range: ClosedRange<Int>
        let reversed: [String]
        let low: [String]

        var description: String { name }
    }

    static let facts = [
        Facts(name: "pes-nwi", counts: [9, 10, 5, 4, 3], range: 1...4, reversed: [], low: []),
        Facts(
            name: "copsoq-iii", counts: [3, 2, 3, 4, 3, 2, 2, 1, 3, 2, 1], range: 0...4, reversed: [],
            low: ["quantity", "pace", "emotions", "conflict", "tasks"]),
        Facts(
            name: "bat-23", counts: [8, 5, 5, 5], range: 1...5, reversed: [],
            low: ["exhaustion", "distance", "cognition", "emotion"]),
        Facts(name: "uwes-9", counts: [3, 3, 3], range: 0...6, reversed: [], low: []),
        Facts(
            name: "jcq", counts: [5, 3, 6], range: 1...4,
            reversed: ["demands-3", "demands-4", "demands-5", "authority-2", "skills-2"], low: ["demands"]),
        Facts(
            name: "saq", counts: [6, 7, 5, 4, 5, 4], range: 1...5, reversed: ["teamwork-2", "safety-11"], low: []),
    ]

    @Test(arguments: facts) func `a definition has the questions, answers and directions of its source`(facts: Facts)
        throws
    {
        let definition = try #require(try ShippedPacks.definition(facts.name))
        let frame = definition.frame
        #expect(frame.themes.map(\.items.count) == facts.counts)
        #expect(frame.items.filter(\.isReversed).map(\.id) == facts.reversed)
        #expect(frame.themes.filter(\.lowerIsBetter).map(\.id) == facts.low)
        #expect(frame.scales.allSatisfy { $0.minimum...$0.maximum == facts.range })
        #expect(frame.languages == [.dutch, .english])
    }

    @Test func `every definition is among the facts`() {
        #expect(Self.facts.map(\.name).sorted() == ShippedPacks.definitions)
    }

    @Test func `the numbers are those of the source`() throws {
        let nursing = try #require(try ShippedPacks.definition("pes-nwi"))
        #expect(nursing.items.map { nursing.numbers[$0.id] } == (1...31).map { $0 })
        let engagement = try #require(try ShippedPacks.definition("uwes-9"))
        #expect(
            engagement.items.map(\.id).prefix(6).map { $0.prefix { $0 != "-" } } == [
                "vigor", "vigor", "dedication", "dedication", "vigor", "absorption",
            ])
        let safety = try #require(try ShippedPacks.definition("saq"))
        #expect(safety.items.compactMap { safety.numbers[$0.id] } == (1...32).filter { $0 != 14 })
    }

    @Test(arguments: ShippedPacks.definitions)
    func `a definition has words of ours in both languages and none of others`(
        name: String
    ) throws {
        let definition = try #require(try ShippedPacks.definition(name))
        let files = try ShippedPacks.files(name)
        #expect(definition.frame.items.allSatisfy { $0.wording.texts.isEmpty })
        for language in ["nl.yaml", "en.yaml"] {
            let text = String(decoding: files.bytes[language] ?? [], as: UTF8.self)
            #expect(!text.contains("items:") && !text.contains("scales:"))
        }
        #expect(definition.terms[.dutch] != definition.terms[.english])
        #expect(files.sources?.contains("No words of the questionnaire are here") == true)
        #expect(files.sources?.contains("Whose it is") == true)
    }

    @Test(arguments: ShippedPacks.definitions) func `a definition with words reads as a questionnaire`(name: String)
        throws
    {
        let definition = try #require(try ShippedPacks.definition(name))
        var typed: [LicensedText.Part: String] = [:]
        for part in LicensedText.parts(of: definition) {
            switch part {
            case .title: typed[part] = "Naam"
            case .items: typed[part] = (1...definition.items.count).map { "Vraag \($0)" }.joined(separator: "\n")
            case .answers(let id, _):
                let scale = try #require(definition.frame.scales.first { $0.id == id })
                typed[part] = scale.values.map { "Antwoord \($0.value)" }.joined(separator: "\n")
            }
        }
        let text = LicensedText(typed)
        #expect(text.faults(for: definition).isEmpty)
        let read = try Instrument(pack: definition.worded(text, after: nil, version: 1).files(sources: "x"))
        #expect(read.items.count == definition.items.count)
        #expect(read.themes.map(\.measure) == definition.frame.themes.map(\.measure))
        #expect(read.themes.map(\.bands?.all.count) == definition.frame.themes.map(\.bands?.all.count))
    }

    @Test func `questions about health are told of the whole alone`() throws {
        let burnout = try #require(try ShippedPacks.definition("bat-23"))
        let isSensitive = burnout.frame.items.allSatisfy(\.isSensitive)
        #expect(isSensitive)
    }
}
