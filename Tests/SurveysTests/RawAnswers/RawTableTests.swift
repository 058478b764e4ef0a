import Core
import Files
import Methods
import Surveys
import Testing

@Suite struct RawTableTests {
    private let scale = Scale(
        id: "agreement",
        values: [
            .init(1, .unfavourable, .init(nl: "=Oneens", en: "Disagree, \"no\"")),
            .init(2, .neutral, .init(nl: "T", en: "B")),
            .init(3, .favourable, .init(nl: "Eens", en: "Agree")),
        ])

    private func theme(_ id: String, _ items: [Item], onlyFor: [String] = [], onlyIf: Theme.Condition? = nil) -> Theme {
        Theme(
            id: id, name: .init(nl: id, en: id), caption: nil, lead: .init([:]), items: items, answeredShare: 0.5,
            isOutcome: false, lowerIsBetter: false, onlyIf: onlyIf, onlyFor: onlyFor)
    }

    private func item(_ id: String, isReversed: Bool = false) -> Item {
        Item(
            id: id, revision: 1, wording: .init(nl: "\(id)?", en: "\(id)?"), scale: "agreement", isReversed: isReversed)
    }

    private var instrument: Instrument {
        Instrument(
            id: "x", version: "1", hash: "", languages: [.dutch], title: .init([:]), why: .init([:]), minutes: 1,
            scales: [scale],
            themes: [
                theme("one", [item("a"), item("b", isReversed: true)]),
                theme("stove", [item("c")], onlyFor: ["kitchen"]),
                theme("night", [item("d")], onlyIf: .init(item: "a", answers: [3])),
            ],
            staffGroups: [.init(id: "kitchen", name: .init(nl: "Keuken", en: "Kitchen"))],
            background: [
                .init(
                    id: "years", revision: 1, wording: .init(nl: "Jaren?", en: "Years?"),
                    answers: [
                        .init(id: "few", label: .init(nl: "Kort", en: "Short")),
                        .init(id: "many", label: .init(nl: "Lang", en: "Long")),
                    ])
            ])
    }

    @Test func `a line holds values and codes, and nothing for what was not answered or only some were asked`() {
        let table = RawTable(instrument)
        let none = Layout.none
        var bytes = table.head
        for row: [UInt8] in [[1, 2, none, none, 0], [3, 3, none, 1, 1], [none, none, none, none, none]] {
            table.append(row[...], to: &bytes)
        }
        #expect(String(decoding: bytes, as: UTF8.self) == "a,b,d,years\r\n1,2,,few\r\n3,3,1,many\r\n,,,\r\n")
        #expect(table.leftOut.map(\.id) == ["stove"] && table.width == 5)
        #expect((table.numberOfItems, table.numberOfBackground) == (3, 1))
    }

    @Test func `a decision covers what asks nothing else, in the same words and with the same answers`() {
        func changed(_ text: String, _ other: String) -> Instrument {
            var themes = instrument.themes
            themes[0] = theme("one", [item("a"), item(text)])
            return Instrument(
                id: other, version: "2", hash: "", languages: [.dutch], title: .init([:]), why: .init([:]), minutes: 1,
                scales: [scale], themes: themes, staffGroups: instrument.staffGroups,
                background: instrument.background)
        }
        let asked = Decision.Questionnaire(instrument, in: .dutch)
        #expect(asked.covers(instrument))
        // How a question is scored is no other question, and fewer are no more.
        #expect(asked.covers(changed("b", "own-x")))
        #expect(!asked.covers(changed("b2", "x")))
        let fewer = Instrument(
            id: "own-x", version: "1", hash: "", languages: [.dutch], title: .init([:]), why: .init([:]), minutes: 1,
            scales: [scale], themes: [theme("one", [item("a")])])
        #expect(asked.covers(fewer) && !Decision.Questionnaire(fewer, in: .dutch).covers(instrument))
        // Finer answers about oneself tell more of who somebody is.
        let finer = Instrument(
            id: "x", version: "1", hash: "", languages: [.dutch], title: .init([:]), why: .init([:]), minutes: 1,
            scales: [scale], themes: instrument.themes, staffGroups: instrument.staffGroups,
            background: instrument.background.map {
                .init(
                    id: $0.id, revision: 1, wording: $0.wording,
                    answers: $0.answers + [.init(id: "most", label: .init(nl: "Langst", en: "Longest"))])
            })
        #expect(!asked.covers(finer))
    }

    @Test func `the codebook has a row for each answer, and no formula`() {
        let text = String(decoding: DelimitedText.forAnalysis.bytes(of: RawTable(instrument).codebook), as: UTF8.self)
        let lines = text.split(separator: "\r\n")
        #expect(lines.count == 1 + 3 * 3 + 2)
        #expect(lines[1] == "a,item,a?,a?,1,'=Oneens,\"Disagree, \"\"no\"\"\",no,one,empty")
        #expect(lines[4].hasPrefix("b,item,b?,b?,1,") && lines[4].hasSuffix(",yes,one,empty"))
        #expect(lines[7].hasSuffix(",no,night,empty-or-not-asked"))
        #expect(lines[11] == "years,background,Jaren?,Years?,many,Lang,Long,no,,empty")
    }
}
