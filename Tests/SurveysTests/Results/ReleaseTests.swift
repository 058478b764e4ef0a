import Disclosure
import Methods
import Statistics
import Surveys
import Testing

@Suite struct ReleaseTests {
    private func visibilities(_ release: Release, _ theme: String = "support") -> [Visibility] {
        release.verdicts.filter { $0.theme == theme }.map(\.visibility)
    }

    @Test func `a release keeps the answers of every group that is large enough`() throws {
        let release = try Linde().answering(2, 10, [4, 2, 5]).answering(3, 9, [2, 4, 1]).release()
        let support = try #require(release.figures.first { $0.group == 1 && $0.theme == "support" && $0.item == nil })

        #expect(visibilities(release) == [.shown, .shown, .shown, .shown, .noAnswers])
        #expect((support.n, support.unit) == (19, 2))
        // Ten scores of 4 and nine of 2, in halves.
        #expect((support.sum, support.squares) == (10 * 8 + 9 * 4, 10 * 64 + 9 * 16))
        #expect(support.histogram == [0, 18, 0, 20, 0])
        #expect(release.figures.count == 4 * 5)
    }

    @Test func `nothing is kept of a theme in a group that the rules hide`() throws {
        let release = try Linde().answering(2, 10, [4, 2, 5]).answering(3, 4, [2, 4, 1]).answering(4, 12, [3, 3, 3])
            .release()

        #expect(visibilities(release) == [.shown, .shown, .protectsAnother, .tooFew, .shown])
        #expect(Set(release.figures.map(\.group)) == [0, 1, 4])
        #expect(release.responses.map(\.respondents) == [26, 14, nil, nil, 12])
    }

    @Test func `a theme hides by its least answered item, another theme of the group does not`() throws {
        let release = try Linde().answering(2, 5, [4, Linde.none, 5]).answering(2, 7, [4, 2, 5])
            .answering(3, 20, [4, 2, 5]).release()

        #expect(visibilities(release, "support")[2] == .tooFew)
        #expect(visibilities(release, "support")[3] == .protectsAnother)
        #expect(visibilities(release, "joy") == [.shown, .shown, .shown, .shown, .noAnswers])
    }

    @Test func `how many took part in all is told even when nothing else is`() throws {
        let release = try Linde().answering(2, 3, [4, 2, 5]).release()
        #expect(release.responses.map(\.respondents) == [3, nil, nil, nil, nil])
        #expect(visibilities(release) == [.tooFew, .tooFew, .tooFew, .noAnswers, .noAnswers])
        #expect(release.figures.isEmpty)
    }

    @Test func `a wave without answers says so`() throws {
        let release = try Linde().release()
        #expect(visibilities(release).allSatisfy { $0 == .noAnswers })
        #expect(release.responses[0] == .init(group: 0, visibility: .noAnswers, respondents: 0))
    }

    @Test func `alpha and covariance are kept of the whole from a hundred persons`() throws {
        let fewer = Linde().answering(2, 50, [4, 1, 5]).answering(3, 49, [2, 4, 1])
        #expect(try fewer.release().alphas.isEmpty)
        #expect(try fewer.release().covariances.isEmpty)

        let release = try fewer.answering(4, 1, [2, 3, 3]).release()
        #expect(release.alphas.map(\.theme) == ["support"])
        #expect(release.alphas.map(\.n) == [100])
        #expect(release.covariances.map { [$0.first, $0.second] } == [["support", "joy"]])
        #expect(release.covariances.map(\.n) == [100])
    }

    @Test func `groups that are no tree are refused`() throws {
        let odd = [Group(position: 0, parent: 0, units: [], names: [], invited: 0, isBlock: true)]
        let tallies = Tallying(try ScoringPlan(.small), blocks: 1).finished()
        #expect(throws: ReportingTree.Fault.parentComesLater) {
            try Release(of: .small, groups: odd, threshold: 8, tallies: tallies)
        }
    }

    @Test func `a plan follows the questionnaire`() throws {
        let plan = try ScoringPlan(.small)
        #expect(plan.items.map(\.isReversed) == [false, true, false])
        #expect(plan.themes.map(\.items) == [[0, 1], [2]])
        #expect(plan.themes.map(\.isOutcome) == [false, true])
    }
}
