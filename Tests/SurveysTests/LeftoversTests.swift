import Surveys
import Testing

@Suite struct LeftoversTests {
    private let made = [1: 38, 2: 26]

    @Test func `of no pile more can be left than was made for it`() throws {
        var leftovers = Leftovers()
        for wrong in [[1: 39], [1: -1], [3: 0], [1: 4, 2: 27]] {
            #expect(throws: Wave.Refusal.leftoversAreOutside) { try leftovers.count(wrong, made: made) }
        }
        #expect(leftovers.counts.isEmpty)
        try leftovers.count([1: 0, 2: 26], made: made)
        #expect(leftovers.counts == [1: 0, 2: 26])
    }

    @Test func `the total is known only when every pile was counted`() throws {
        var leftovers = Leftovers()
        #expect(leftovers.total(made: made) == nil)
        try leftovers.count([1: 3], made: made)
        #expect(leftovers.total(made: made) == nil)
        try leftovers.count([1: 3, 2: 0], made: made)
        #expect(leftovers.total(made: made) == 3)
        #expect(leftovers.total(made: [:]) == nil)
    }

    @Test(arguments: [(0, nil), (9, nil), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20)] as [(Int, Int?)])
    func `how often was replaced is kept no finer than it is told`(times: Int, about: Int?) {
        let replaced = Release.Replaced(times: times)
        #expect(replaced.about == about)
        #expect(Release.Replaced(kept: replaced.kept) == replaced)
    }
}
