import Disclosure
import Methods
import Surveys
import Testing

@Suite struct ReportTests {
    private let linde = Linde().answering(2, 12, [4, 2, 5]).answering(3, 14, [2, 4, 1]).answering(4, 3, [3, 3, 3])

    @Test func `a reader finds the groups of the scope, each below the nearest that may be seen`() throws {
        let all = try linde.report()
        #expect(all.below(0) == [1, 4])
        #expect(all.below(1) == [2, 3])
        #expect(all.path(to: 3) == [0, 1, 3])
        #expect(all.blocks(below: 0) == [2, 3, 4])

        let leader = try linde.report(for: .groups([3]))
        #expect(leader.below(0) == [3])
        #expect(leader.above(3) == 0)
        for hidden in [1, 2, 4, 99, -1] {
            #expect(!leader.holds(hidden))
            #expect(leader.themes(of: hidden).isEmpty && leader.means(of: hidden).isEmpty)
            #expect(leader.respondents(of: hidden) == nil && leader.below(hidden).isEmpty)
        }
    }

    @Test func `a row of the table says what the page of the group says`() throws {
        let report = try linde.report()
        for group in 0..<5 {
            let (themes, means) = (report.themes(of: group), report.means(of: group))
            #expect(means.map(\.id) == themes.map(\.id))
            #expect(means.map(\.visibility) == themes.map(\.visibility))
            #expect(means.map(\.mean) == themes.map(\.mean))
        }
    }

    @Test func `what is hidden counts in the nearest group that shows something`() throws {
        // Five in the north are too few; they are hidden with the south, and count in the part that holds both.
        let report = try Linde().answering(2, 5, [4, 2, 5]).answering(3, 24, [2, 4, 1]).report()
        #expect([0, 1].allSatisfy { !report.isHidden($0) })
        for group in [2, 3] {
            #expect(report.isHidden(group))
            #expect(report.shownAbove(group) == 1)
        }
        #expect(report.isHidden(4) && report.shownAbove(4) == 0)
    }

    @Test func `of a team nobody reads that it has no answers, of the whole everybody does`() throws {
        let report = try Linde().answering(2, 25, [4, 2, 5]).answering(3, 3, [2, 4, 1]).report()
        for (few, none) in [(report.themes(of: 3), report.themes(of: 4))] {
            #expect(few == none && none.allSatisfy { $0.visibility == .tooFew })
        }
        #expect(report.means(of: 3) == report.means(of: 4))
        let document = ResultsDocument(report, name: \.label)
        let untold = document.units.filter { [3, 4].contains($0.group) }.map { $0.themes.map(\.reason) }
        #expect(untold == [["hidden", "hidden"], ["hidden", "hidden"]])
        let nobody = try Linde().report()
        #expect(nobody.themes(of: 0).allSatisfy { $0.visibility == .noAnswers })
        // Then it holds of every team, and hides nobody.
        #expect(nobody.themes(of: 1).allSatisfy { $0.visibility == .noAnswers && $0.reason == "no-answers" })
    }

    @Test func `own questions are told one by one, and stand out as no theme`() throws {
        // All agree with both; the second runs the other way, so that together they would be a middle.
        var linde = Linde().answering(2, 30, [5, 5, 4])
        linde.instrument = .small(first: Tailoring.theme)
        let report = try linde.report()
        let own = try #require(report.themes(of: 0).first)
        #expect(own.visibility.isShown && own.mean == nil && own.distribution == nil && own.alpha == nil)
        #expect(own.items.map { $0.distribution?.favourable?.value } == [95, 5])
        #expect(report.means(of: 0).map { $0.mean == nil } == [true, false])
        let highlights = Highlights(of: report.themes(of: 0), in: linde.instrument)
        #expect((highlights.strengths + highlights.concerns).map(\.id) == ["joy"])
        // The same questions as a theme of a questionnaire have their mean.
        linde.instrument = .small
        #expect(try linde.report().themes(of: 0).first?.mean?.value == 3)
    }

    @Test func `how many took part is exact of the whole and in fives below`() throws {
        let report = try linde.report()
        #expect(report.respondents(of: 0) == Shown(29, .exact))
        #expect(report.respondents(of: 3) == Shown(15, .about))
        #expect(report.respondents(of: 4) == nil)
    }
}
