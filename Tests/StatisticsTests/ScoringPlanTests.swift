import Statistics
import Testing

@Suite struct ScoringPlanTests {
    private let item = ScoringPlan.Item(minimum: 1, maximum: 5)

    @Test(arguments: [
        ([ScoringPlan.Item(minimum: 3, maximum: 3)], [], ScoringPlan.Fault.itemHasNoRange),
        ([.init(minimum: 1, maximum: 255)], [], .itemHasNoRange),
        ([.init(minimum: -1, maximum: 5)], [], .itemHasNoRange),
        ([.init(minimum: 1, maximum: 5)], [ScoringPlan.Theme(items: [])], .themeHasNoItems),
        ([.init(minimum: 1, maximum: 5)], [.init(items: [1])], .themeHasStrangeItems),
        ([.init(minimum: 1, maximum: 5)], [.init(items: [0, 0])], .themeHasStrangeItems),
        ([.init(minimum: 1, maximum: 5), .init(minimum: 0, maximum: 5)], [.init(items: [0, 1])], .themeMixesScales),
        ([.init(minimum: 1, maximum: 5)], [.init(items: [0], answeredShare: 0)], .shareIsOutside),
        ([.init(minimum: 1, maximum: 5)], [.init(items: [0], answeredShare: 1.1)], .shareIsOutside),
    ])
    func `a plan that cannot be scored is refused`(
        items: [ScoringPlan.Item], themes: [ScoringPlan.Theme], fault: ScoringPlan.Fault
    ) {
        #expect(throws: fault) { try ScoringPlan(items: items, themes: themes) }
    }

    @Test func `a unit makes every mean of enough answers a whole number`() throws {
        #expect(try ScoringPlan.themes([1, 2, 3, 6]).units == [1, 2, 6, 60])
        #expect(try ScoringPlan.themes([15]).units == [360_360])
    }

    @Test func `a theme of 23 items is scored to a millionth`() throws {
        let plan = try ScoringPlan.themes([23])
        // 13 answers that sum to 42.
        let row = (0..<23).map { $0 < 13 ? ($0 < 3 ? UInt8(4) : 3) : Tallying.none }
        let mean = try #require(Tallies(plan, row).blocks[0].scores[0].mean)
        #expect(abs(mean - 42.0 / 13) < 2e-6)
    }
}
