import Core
import Methods
import Statistics
import Surveys

extension Instrument {
    /// Two themes from 1 to 5: one of two items, the second turned round, and an outcome of one.
    static let small = small(first: "support")

    /// The same with another id for the theme of two items.
    static func small(first: String) -> Instrument {
        let scale = Scale(
            id: "agreement",
            values: [.unfavourable, .unfavourable, .neutral, .favourable, .favourable].enumerated().map {
                Scale.Value($0 + 1, $1, LocalText([:]))
            })
        func item(_ id: String, isReversed: Bool = false) -> Item {
            Item(id: id, revision: 1, wording: LocalText([:]), scale: scale.id, isReversed: isReversed)
        }
        func theme(_ id: String, _ items: [Item], isOutcome: Bool = false) -> Theme {
            Theme(
                id: id, name: LocalText([:]), caption: nil, lead: LocalText([:]), items: items, answeredShare: 0.5,
                isOutcome: isOutcome, lowerIsBetter: false)
        }
        return Instrument(
            id: "small", version: "1", hash: "", languages: [], title: LocalText([:]), why: LocalText([:]), minutes: 1,
            scales: [scale],
            themes: [
                theme(first, [item("help"), item("alone", isReversed: true)]),
                theme("joy", [item("joy")], isOutcome: true),
            ])
    }
}

/// A made-up wave: the whole, a part with two blocks, and a block beside it.
struct Linde {
    static let none = Tallying.none

    var instrument = Instrument.small
    var groups = [
        Group(position: 0, parent: nil, units: [], names: [.unit("De Linde")], invited: 90, isBlock: false),
        Group(position: 1, parent: 0, units: [], names: [.unit("Zorg")], invited: 60, isBlock: false),
        Group(position: 2, parent: 1, units: [], names: [.unit("Noord")], invited: 30, isBlock: true),
        Group(position: 3, parent: 1, units: [], names: [.unit("Zuid")], invited: 30, isBlock: true),
        Group(position: 4, parent: 0, units: [], names: [.unit("Keuken")], invited: 30, isBlock: true),
    ]
    var rows: [(block: Int, bytes: [UInt8])] = []

    /// As many people of a block, who all answer the same.
    func answering(_ block: Int, _ people: Int, _ bytes: [UInt8]) -> Linde {
        var linde = self
        linde.rows += Array(repeating: (block, bytes), count: people)
        return linde
    }

    func release(threshold: Int = 8) throws -> Release {
        var tallying = Tallying(try ScoringPlan(instrument), blocks: groups.count)
        for row in rows { tallying.add(row.bytes, block: row.block) }
        return try Release(of: instrument, groups: groups, threshold: threshold, tallies: tallying.finished())
    }

    func report(for scope: ResultsScope = .all) throws -> Report {
        Report(try release(), of: instrument, groups: groups, for: scope)
    }

    func document(for scope: ResultsScope = .all) throws -> ResultsDocument {
        ResultsDocument(try report(for: scope), name: \.label)
    }
}
