import Core
import Disclosure
import Methods
import Surveys
import Testing

@Suite struct `Two waves side by side` {
    private typealias Side = Comparison.Side

    /// Each with so many people who give one value to everything.
    private func side(
        _ instrument: Instrument, people: Int = 20, value: Int = 4, without lacking: [String] = [],
        skipping skipped: [String] = []
    ) throws -> Side {
        let items = instrument.items.map(\.id).filter { !lacking.contains($0) }
        let row = items.map { skipped.contains($0) ? "" : "\(value)" }.joined(separator: ";")
        let rows = String(repeating: row + ";\n", count: people)
        let file = items.joined(separator: ";") + ";x\n" + rows
        let answers = try FileAnswers(
            Array(file.utf8), name: "a.csv", of: instrument, map: .none, units: nil, words: Taken.words)
        return Side(
            try FileReport(answers, whole: "Iedereen", threshold: 8, isExact: false).report, asked: instrument)
    }

    private func changed(_ change: (Item) -> Item, _ scale: (Scale) -> Scale = { $0 }) -> Instrument {
        let asked = Taken.instrument
        return Instrument(
            id: asked.id, version: "2", hash: "", languages: asked.languages, title: asked.title, why: asked.why,
            minutes: 1, scales: asked.scales.map(scale),
            themes: asked.themes.map { theme in
                Theme(
                    id: theme.id, name: theme.name, caption: nil, lead: theme.lead, items: theme.items.map(change),
                    answeredShare: theme.answeredShare, isOutcome: false, lowerIsBetter: false)
            })
    }

    private func item(_ old: Item, revision: Int? = nil, wording: LocalText? = nil, isReversed: Bool? = nil) -> Item {
        guard old.id == "joy" else { return old }
        return Item(
            id: old.id, revision: revision ?? old.revision, wording: wording ?? old.wording, scale: old.scale,
            isReversed: isReversed ?? old.isReversed)
    }

    @Test func `what was asked in the same way stands as each tells it`() throws {
        let comparison = Comparison(
            try side(Taken.instrument, value: 4), beside: try side(Taken.instrument, people: 30, value: 2))
        #expect(comparison.leftOut.isEmpty)
        #expect(comparison.pairs.map(\.first.id) == ["support", "joy"])
        let joy = try #require(comparison.pairs.last)
        #expect((joy.first.mean?.value, joy.second.mean?.value) == (4, 2))
        #expect((joy.first.n?.value, joy.second.n?.value) == (20, 30))
    }

    @Test func `a question that changed leaves its theme out, and no other`() throws {
        let others = [
            changed({ item($0, revision: 2) }), changed({ item($0, isReversed: true) }),
            changed({ item($0, wording: LocalText(nl: "Ik werk hier graag.", en: "joy")) }),
        ]
        for other in others {
            let comparison = Comparison(try side(Taken.instrument), beside: try side(other))
            #expect(comparison.pairs.map(\.first.id) == ["support"])
            #expect(comparison.leftOut.map(\.theme.id) == ["joy"])
            #expect(comparison.leftOut.map(\.reason) == [.changed])
        }
    }

    @Test func `a language more is no other question, other answers are`() throws {
        let further = changed { item($0, wording: LocalText([.dutch: $0.wording[.dutch], .french: "joie"])) }
        #expect(Comparison(try side(Taken.instrument), beside: try side(further)).leftOut.isEmpty)
        let shorter = changed({ $0 }, { Scale(id: $0.id, values: Array($0.values.prefix(4))) })
        let comparison = Comparison(try side(Taken.instrument), beside: try side(shorter))
        #expect(comparison.pairs.isEmpty && comparison.leftOut.map(\.reason) == [.changed, .changed])
    }

    @Test func `what a file lacks, what was not asked and what is hidden are each said`() throws {
        let lacking = try side(Taken.instrument, without: ["alone"])
        #expect(Comparison(lacking, beside: try side(Taken.instrument)).leftOut.map(\.reason) == [.notInFile(.first)])
        #expect(Comparison(try side(Taken.instrument), beside: lacking).leftOut.map(\.reason) == [.notInFile(.second)])

        let short = Taken.instrument.keeping(Array(Taken.instrument.themes.prefix(1)))
        #expect(
            Comparison(try side(short), beside: try side(Taken.instrument)).leftOut.map(\.reason) == [.notAsked(.first)]
        )
        #expect(
            Comparison(try side(Taken.instrument), beside: try side(short)).leftOut.map(\.reason) == [
                .notAsked(.second)
            ])

        let few = try side(Taken.instrument, people: 5)
        let comparison = Comparison(few, beside: try side(Taken.instrument))
        #expect(comparison.pairs.isEmpty && comparison.leftOut.map(\.reason) == [.hidden(.first), .hidden(.first)])
    }

    @Test func `a theme that nobody answered has no answers, not too few`() throws {
        let joyless = try side(Taken.instrument, skipping: try #require(Taken.instrument.themes.last).items.map(\.id))
        let full = try side(Taken.instrument)
        #expect(Comparison(joyless, beside: full).leftOut.map(\.reason) == [.noAnswers(.first)])
        #expect(Comparison(full, beside: joyless).leftOut.map(\.reason) == [.noAnswers(.second)])
    }
}
