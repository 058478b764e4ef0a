import Methods
import Statistics
import Surveys

/// One line of output: a table of answers, and what Statistics makes of it.
struct TableLine: Encodable {
    let truth: Truth
    let themes: [ThemeLine]
    let pairs: [PairLine]

    struct ThemeLine: Encodable {
        let n: Int
        let mean: Double?
        let deviation: Double?
        let complete: Int
        let alpha: Double?
        let items: [ItemLine]
    }

    struct ItemLine: Encodable {
        let n: Int
        let mean: Double?
        let deviation: Double?
    }

    struct PairLine: Encodable {
        let first: Int
        let second: Int
        let n: Int
        let covariance: Double
        let correlation: Double?
    }

    init(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let instrument = Instrument.random(themes: 5, most: 10, &dice)
        let plan = try ScoringPlan(instrument)
        var workplace = Workplace.tree(&dice)
        workplace.answer(plan, response: 0.8, skips: [0, 0.03, 0.3][dice.roll(0...2)], &dice)
        var tallying = Tallying(plan, blocks: workplace.groups.count)
        for person in workplace.people { tallying.add(person.bytes, block: person.group) }
        let tallies = tallying.finished()
        let whole = tallies.merged(up: workplace.groups.map(\.parent))[0]

        truth = Truth(workplace, instrument, threshold: 0)
        themes = plan.themes.indices.map { ThemeLine($0, whole, tallies) }
        pairs = tallies.covariances.map {
            PairLine(
                first: $0.first, second: $0.second, n: $0.n, covariance: $0.value, correlation: $0.correlation)
        }
    }
}

extension TableLine.ThemeLine {
    fileprivate init(_ theme: Int, _ whole: Tally, _ tallies: Tallies) {
        let (score, reliability) = (whole.scores[theme], tallies.reliabilities[theme])
        let plan = tallies.plan
        self.init(
            n: score.n, mean: score.mean, deviation: score.standardDeviation, complete: reliability.n,
            alpha: reliability.alpha,
            items: plan.themes[theme].items.map { item in
                let moments = Moments(of: whole.histograms[item], from: plan.items[item].minimum)
                return .init(n: moments.n, mean: moments.mean, deviation: moments.standardDeviation)
            })
    }
}
