import Disclosure
import Testing

@Suite struct PrecisionLawTests {
    private func mean(_ sum: Int, _ n: Int, _ scale: ClosedRange<Int> = 1...5) -> Shown? {
        PrecisionLaw.mean(sum: sum, n: n, on: scale)
    }

    @Test(
        arguments: [
            (3, nil), (4, 10), (7, 10), (8, 5), (19, 5), (20, 2), (39, 2), (40, 1), (100_000, 1),
        ] as [(Int, Int?)])
    func `the step of a mean fits the number of persons`(n: Int, step: Int?) {
        #expect(PrecisionLaw.meanStep(n: n) == step)
    }

    @Test(arguments: [(19, nil), (20, 5), (49, 5), (50, 2), (99, 2), (100, 1)] as [(Int, Int?)])
    func `the step of a percentage fits the number of persons`(n: Int, step: Int?) {
        #expect(PrecisionLaw.percentStep(n: n) == step)
    }

    @Test func `means are told on the grid of their group`() {
        // 27 of 8 is 3.375, 68 of 20 is 3.4, 137 of 40 is 3.425.
        #expect(mean(27, 8) == Shown(thousandths: 3_500, bound: .about))
        #expect(mean(68, 20) == Shown(thousandths: 3_400, bound: .about))
        #expect(mean(137, 40) == Shown(thousandths: 3_400, bound: .about))
        #expect(mean(12, 4) == Shown(3, .about))
        #expect(mean(9, 3) == nil)
    }

    @Test func `a half rounds up`() {
        #expect(mean(26, 8) == Shown(thousandths: 3_500, bound: .about))
        #expect(mean(30, 8) == Shown(thousandths: 4_000, bound: .about))
    }

    @Test func `what rounds to an end is told as the point before it`() {
        #expect(mean(40, 8) == Shown(thousandths: 4_500, bound: .atLeast))
        #expect(mean(38, 8) == Shown(thousandths: 4_500, bound: .atLeast))
        #expect(mean(37, 8) == Shown(thousandths: 4_500, bound: .about))
        #expect(mean(8, 8) == Shown(thousandths: 1_500, bound: .atMost))
        #expect(mean(200, 40) == Shown(thousandths: 4_900, bound: .atLeast))
        #expect(mean(20, 4) == Shown(4, .atLeast))
    }

    @Test func `grids start at the minimum of the scale`() {
        #expect(mean(20, 10, 0...10) == Shown(thousandths: 2_500, bound: .about))
        #expect(mean(0, 10, 0...10) == Shown(thousandths: 1_250, bound: .atMost))
        #expect(mean(100, 40, 1...4) == Shown(thousandths: 2_500, bound: .about))
        #expect(mean(101, 40, 1...4) == Shown(thousandths: 2_500, bound: .about))
        #expect(mean(102, 40, 1...4) == Shown(thousandths: 2_575, bound: .about))
    }

    @Test func `the unit of a sum changes nothing`() {
        for sum in 20...100 {
            #expect(PrecisionLaw.mean(sum: sum * 60, unit: 60, n: 20, on: 1...5) == mean(sum, 20))
        }
    }

    @Test(arguments: [(7, 5), (8, 10), (12, 10), (13, 15), (148, 150), (0, 0), (2, 0), (3, 5)])
    func `a group's number is told in fives, the whole's exactly`(n: Int, told: Int) {
        #expect(PrecisionLaw.count(n, isWhole: false) == Shown(told, .about))
        #expect(PrecisionLaw.count(n, isWhole: true) == Shown(n, .exact))
    }

    @Test func `parts are told in whole percents from a hundred persons`() {
        #expect(
            PrecisionLaw.shares([48, 24, 28], n: 100)
                == [Shown(48, .about), Shown(24, .about), Shown(28, .about)])
        #expect(PrecisionLaw.shares([9, 4, 6], n: 19) == nil)
        #expect(PrecisionLaw.shares([0, 0], n: 40) == nil)
    }

    @Test func `where one part stands at an end the others are told in fives`() {
        #expect(
            PrecisionLaw.shares([3, 43, 54], n: 100)
                == [Shown(5, .atMost), Shown(45, .about), Shown(55, .about)])
        #expect(PrecisionLaw.shares([97, 3], n: 100) == [Shown(95, .atLeast), Shown(5, .atMost)])
        #expect(
            PrecisionLaw.shares([100, 0, 0], n: 100)
                == [Shown(95, .atLeast), Shown(5, .atMost), Shown(5, .atMost)])
        #expect(
            PrecisionLaw.shares([0, 6, 94], n: 100)
                == [Shown(5, .atMost), Shown(5, .atMost), Shown(95, .atLeast)])
    }

    @Test func `deviation and alpha are told from a hundred persons`() {
        #expect(PrecisionLaw.deviation(1.04, n: 100, on: 1...5) == Shown(1, .about))
        #expect(PrecisionLaw.deviation(0.02, n: 100, on: 1...5) == Shown(thousandths: 400, bound: .atMost))
        #expect(PrecisionLaw.deviation(1.04, n: 99, on: 1...5) == nil)
        #expect(PrecisionLaw.alpha(0.8449, n: 100) == Shown(thousandths: 840, bound: .about))
        #expect(PrecisionLaw.alpha(0.8449, n: 99) == nil)
        #expect(PrecisionLaw.alpha(.nan, n: 100) == nil)
    }
}
