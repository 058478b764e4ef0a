import Disclosure
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
        // The document tells them apart.
        let document = ResultsDocument(report, name: \.label)
        #expect(document.units.last?.themes.map(\.visibility) == [.noAnswers, .noAnswers])
        let nobody = try Linde().report()
        #expect(nobody.themes(of: 0).allSatisfy { $0.visibility == .noAnswers })
        #expect(nobody.themes(of: 1).allSatisfy { $0.visibility == .tooFew })
    }

    @Test func `how many took part is exact of the whole and in fives below`() throws {
        let report = try linde.report()
        #expect(report.respondents(of: 0) == Shown(29, .exact))
        #expect(report.respondents(of: 3) == Shown(15, .about))
        #expect(report.respondents(of: 4) == nil)
    }
}
