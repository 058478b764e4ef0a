import Foundation
import Methods
import Statistics
import Surveys

/// Times the figures of a large wave: counting, scoring, alpha, covariances, disclosure.
struct Speed {
    private let people = 100_000
    private let blocks = 500

    func run() throws {
        var dice = Dice(seed: 1)
        let instrument = large()
        let plan = try ScoringPlan(instrument)
        let rows = (0..<people * plan.items.count).map { _ in
            dice.happens(0.03) ? Tallying.none : UInt8(dice.roll(1...5))
        }
        let homes = (0..<people).map { _ in 51 + dice.roll(0...blocks - 1) }
        for _ in 0..<5 { try time(instrument, plan, rows, homes) }
    }

    /// Twelve themes of five items.
    private func large() -> Instrument {
        var dice = Dice(seed: 2)
        let drawn = Instrument.random(themes: 1, most: 1, &dice)
        let themes = (0..<12).map { theme in
            Theme(
                id: "t\(theme)", name: .empty, caption: nil, lead: .empty,
                items: (0..<5).map { item in
                    Item(
                        id: "t\(theme)-\(item)", revision: 1, wording: .empty, scale: drawn.scales[0].id,
                        isReversed: item == 4)
                }, answeredShare: 0.5, isOutcome: theme == 0, lowerIsBetter: false)
        }
        return Instrument(
            id: "large", version: "1", hash: "", languages: [], title: .empty, why: .empty, minutes: 1,
            scales: drawn.scales, themes: themes)
    }

    private func time(_ instrument: Instrument, _ plan: ScoringPlan, _ rows: [UInt8], _ homes: [Int]) throws {
        // The whole, fifty parts, and ten blocks in each.
        let parents = [nil] + (0..<50).map { _ in 0 } + (0..<blocks).map { 1 + $0 / 10 }
        let groups = parents.enumerated().map { position, parent in
            Group(
                position: position, parent: parent, units: [], names: [], invited: 0, isBlock: position > 50)
        }
        let (clock, length) = (ContinuousClock(), plan.items.count)
        let (start, busy) = (clock.now, Self.busySeconds)
        var tallying = Tallying(plan, blocks: groups.count)
        rows.withUnsafeBufferPointer { rows in
            for (person, home) in homes.enumerated() {
                tallying.add(.init(rebasing: rows[person * length..<(person + 1) * length]), block: home)
            }
        }
        let counted = clock.now
        let release = try Release(of: instrument, groups: groups, threshold: 8, tallies: tallying.finished())
        let (counting, all) = (counted - start, clock.now - start)
        print(
            "\(release.figures.count) figures: \(counting) counting, \(all) in all, \(Self.busySeconds - busy) s busy")
    }

    private static var busySeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
