import Core
import Disclosure
import Methods
import Statistics
@testable import Surveys
import Testing

@Suite struct ScoreTests {
    /// The small questionnaire with one theme of one question, told in this way, on this scale.
    private func told(
        _ measure: Theme.Measure, answers: [(value: UInt8, count: Int)], scale values: ClosedRange<Int> = 1...5,
        items: Int = 1, bands: Bands? = nil
    ) throws -> ThemeResult {
        let kinds: (Int) -> Scale.Kind = { value in
            let share = Double(value - values.lowerBound) / Double(values.count - 1)
            // Nought to six, seven and eight, nine and ten on a scale to ten; 1–2, 3, 4–5 on one to five.
            if values.count == 11 { return value >= 9 ? .favourable : value >= 7 ? .neutral : .unfavourable }
            return share > 0.5 ? .favourable : share < 0.5 ? .unfavourable : .neutral
        }
        let scale = Scale(id: "scale", values: values.map { Scale.Value($0, kinds($0), LocalText([:])) })
        let theme = Theme(
            id: "theme", name: LocalText([:]), caption: nil, lead: LocalText([:]),
            items: (0..<items).map {
                Item(id: "item-\($0)", revision: 1, wording: LocalText([:]), scale: "scale", isReversed: false)
            }, answeredShare: 0.5, isOutcome: false, lowerIsBetter: false, measure: measure, bands: bands)
        let instrument = Instrument(
            id: "one", version: "1", hash: "", languages: [], title: LocalText([:]), why: LocalText([:]), minutes: 1,
            scales: [scale], themes: [theme])
        let groups = [Group(position: 0, parent: nil, units: [], names: [], invited: 500, isBlock: true)]
        var tallying = Tallying(try ScoringPlan(instrument), blocks: 1)
        for answer in answers {
            for _ in 0..<answer.count { tallying.add(Array(repeating: answer.value, count: items), block: 0) }
        }
        let release = try Release(of: instrument, groups: groups, threshold: 8, tallies: tallying.finished())
        return try #require(Report(release, of: instrument, groups: groups, for: .totals).themes(of: 0).first)
    }

    @Test func `from nought to a hundred is the same cell as the mean`() throws {
        // 30 of 4 and 20 of 3 are 3.6, which is 65 of the way from one to five in hundredths.
        let result = try told(.index, answers: [(4, 30), (3, 20)])
        #expect(result.mean == Shown(thousandths: 3_600, bound: .about))
        #expect(result.score?.shown == Shown(thousandths: 65_000, bound: .about))
        // Everybody says five: "at least 4.9", which is 97.5.
        #expect(try told(.index, answers: [(5, 50)]).score?.shown == Shown(thousandths: 97_500, bound: .atLeast))
    }

    @Test func `a sum is the mean times the questions`() throws {
        let result = try told(.sum, answers: [(4, 30), (3, 20)], items: 3)
        #expect(result.score?.shown == Shown(thousandths: 10_800, bound: .about))
    }

    @Test func `eNPS is the told percentages less each other, and a bound where one is a bound`() throws {
        // Of two hundred: 90 give nine or ten, 60 seven or eight, 50 six or less: 45 less 25.
        let told = try told(.net, answers: [(9, 50), (10, 40), (8, 60), (6, 30), (0, 20)], scale: 0...10)
        #expect(told.score?.shown == Shown(20, .about))
        let nobody = try self.told(.net, answers: [(9, 100), (8, 100)], scale: 0...10)
        #expect(nobody.score?.shown == Shown(40, .atLeast))
        let everybody = try self.told(.net, answers: [(6, 100)], scale: 0...10)
        #expect(everybody.score?.shown == Shown(-85, .atMost))
        #expect(try self.told(.net, answers: [(9, 15)], scale: 0...10).score == nil)
    }

    @Test func `what eNPS says is true of every way in which people can answer`() throws {
        let kinds: [Scale.Kind] = [.unfavourable, .neutral, .favourable]
        let scale = Scale(id: "mark", values: kinds.enumerated().map { Scale.Value($0, $1, LocalText([:])) })
        let item = Item(id: "mark", revision: 1, wording: LocalText([:]), scale: "mark", isReversed: false)
        let theme = Theme(
            id: "theme", name: LocalText([:]), caption: nil, lead: LocalText([:]), items: [item], answeredShare: 0.5,
            isOutcome: false, lowerIsBetter: false, measure: .net)
        var wrong: [String] = []
        for n in Array(20...60) + [99, 100, 101] {
            for (low, high) in (0...n).flatMap({ low in (0...(n - low)).map { (low, $0) } }) {
                let told = Distribution([([low, n - low - high, high], scale)], n: n)
                let score = try #require(Score(of: theme, on: 0...2, mean: nil, told))
                let step = try #require(score.step)
                // In thousandths, times n: whole numbers on both sides.
                let (truth, figure) = ((high - low) * 100_000, score.shown.thousandths * n)
                let holds =
                    switch score.shown.bound {
                    case .atLeast: truth >= figure
                    case .atMost: truth <= figure
                    case .about: abs(truth - figure) <= step * 1000 * n
                    case .exact: false
                    }
                if !holds { wrong.append("\(low) and \(high) of \(n): \(score.shown)") }
            }
        }
        #expect(wrong == [])
        let few = Distribution([([5, 21, 2], scale)], n: 28)
        #expect(Score(of: theme, on: 0...2, mean: nil, few)?.shown == Shown(-10, .atMost))
    }

    @Test func `a band is that of the mean as it is told`() throws {
        let bands = Bands(
            source: LocalText([:]),
            all: [("low", 1_000), ("middle", 2_590), ("high", 3_020)].map {
                Bands.Band(id: $0.0, from: $0.1, name: LocalText([:]))
            })
        #expect(try told(.mean, answers: [(3, 50)], bands: bands).band == "middle")
        #expect(try told(.mean, answers: [(4, 30), (2, 20)], bands: bands).band == "high")
        #expect(try told(.mean, answers: [(1, 50)], bands: bands).band == "low")
        #expect(try told(.mean, answers: [(3, 50)]).band == nil)
        #expect(try told(.mean, answers: [(3, 50)]).score == nil)
    }
}
