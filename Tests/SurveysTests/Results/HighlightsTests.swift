import Core
import Disclosure
import Methods
@testable import Surveys
import Testing

@Suite struct HighlightsTests {
    /// Whole groups of people of one block, who all give the first theme one answer and the second another.
    private func highlights(_ people: [(count: Int, support: UInt8, joy: UInt8)]) throws -> Highlights {
        var linde = Linde()
        for said in people {
            linde = linde.answering(2, said.count, [said.support, 6 - said.support, said.joy])
        }
        return Highlights(of: try linde.report().themes(of: 2), in: .small)
    }

    private func names(_ highlights: Highlights) -> (strengths: [String], concerns: [String]) {
        (highlights.strengths.map(\.id), highlights.concerns.map(\.id))
    }

    @Test func `sixty percent favourable is a strength, and a step less is none`() throws {
        // Of forty persons a percentage is told in steps of five where a part is near an end, else by two and a half.
        let at = try highlights([(24, 4, 3), (8, 3, 3), (8, 2, 3)])
        #expect(names(at).strengths == ["support"])
        let below = try highlights([(22, 4, 3), (9, 3, 3), (9, 2, 3)])
        #expect(names(below).strengths == [])
    }

    @Test func `a quarter unfavourable is a concern, also where most are favourable`() throws {
        let split = try highlights([(26, 4, 3), (2, 3, 3), (12, 2, 3)])
        #expect(names(split).strengths == ["support"])
        #expect(names(split).concerns == ["support"])
        #expect(names(try highlights([(30, 4, 3), (4, 3, 3), (6, 2, 3)])).concerns == [])
    }

    @Test func `under twenty persons the mean decides`() throws {
        let few = try highlights([(12, 4, 3)])
        // A mean of four is three quarters of the way from one to five, and three is half of it.
        #expect(names(few) == (["support"], ["joy"]))
        let between = try highlights([(6, 4, 4), (6, 3, 4)])
        #expect(names(between) == (["joy"], []))
    }

    @Test func `of many that are told as the same none is left out, and of others three are named`() throws {
        let scale = try #require(Instrument.small.scales.first)
        func theme(_ id: String) -> Theme {
            Theme(
                id: id, name: LocalText([:]), caption: nil, lead: LocalText([:]),
                items: [Item(id: "\(id)-1", revision: 1, wording: LocalText([:]), scale: scale.id, isReversed: false)],
                answeredShare: 0.5, isOutcome: false, lowerIsBetter: false)
        }
        let names = ["a", "b", "c", "d", "e"]
        let five = Instrument(
            id: "five", version: "1", hash: "", languages: [], title: LocalText([:]), why: LocalText([:]), minutes: 1,
            scales: [scale], themes: names.map(theme))
        func strengths(_ means: [Int]) -> [String] {
            let told = zip(names, means).map { name, mean in
                ThemeResult(
                    id: name, visibility: .shown, n: Shown(10, .about), mean: Shown(thousandths: mean, bound: .about),
                    deviation: nil, alpha: nil, distribution: nil, score: nil, band: nil, items: [])
            }
            return Highlights(of: told, in: five).strengths.map(\.id)
        }
        #expect(strengths([4000, 4500, 4000, 4500, 4500]) == ["b", "d", "e"])
        #expect(strengths([4000, 4500, 4000, 4500, 4000]) == ["b", "d", "a", "c", "e"])
        #expect(strengths([4000, 3500, 3500, 3500, 3500]) == ["a"])
    }
}
