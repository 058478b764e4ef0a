import Core
import Disclosure
import Methods
import Statistics
import Surveys
import Testing

@Suite struct SensitiveTests {
    /// The small questionnaire, of which the theme with one question is sensitive.
    private var instrument: Instrument {
        let small = Instrument.small
        let joy = small.themes[1]
        let item = Item(
            id: "joy", revision: 1, wording: LocalText([:]), scale: "agreement", isReversed: false, isSensitive: true)
        let sensitive = Theme(
            id: joy.id, name: joy.name, caption: nil, lead: joy.lead, items: [item], answeredShare: 0.5,
            isOutcome: true, lowerIsBetter: false)
        return Instrument(
            id: "small", version: "1", hash: "", languages: [], title: LocalText([:]), why: LocalText([:]), minutes: 1,
            scales: small.scales, themes: [small.themes[0], sensitive])
    }

    private func release(_ linde: Linde, threshold: Int = 8) throws -> Release {
        var tallying = Tallying(try ScoringPlan(instrument), blocks: linde.groups.count)
        for row in linde.rows { tallying.add(row.bytes, block: row.block) }
        return try Release(
            of: instrument, groups: linde.groups, threshold: threshold, tallies: tallying.finished())
    }

    private func reasons(_ release: Release, _ theme: String) -> [Visibility] {
        release.verdicts.filter { $0.theme == theme }.map(\.visibility)
    }

    @Test func `sensitive questions are told of the whole alone, however large a team is`() throws {
        let told = try release(Linde().answering(2, 25, [4, 2, 5]).answering(3, 20, [2, 4, 1]))
        #expect(reasons(told, "joy") == [.shown, .wholeOnly, .wholeOnly, .wholeOnly, .wholeOnly])
        #expect(reasons(told, "support") == [.shown, .shown, .shown, .shown, .noAnswers])
        #expect(Set(told.figures.filter { $0.theme == "joy" }.map(\.group)) == [0])
    }

    @Test func `under thirty answers nothing is told of them, though others are`() throws {
        let told = try release(Linde().answering(2, 15, [4, 2, 5]).answering(3, 15, [2, 4, Linde.none]))
        #expect(reasons(told, "joy")[0] == .tooFew)
        #expect(reasons(told, "support")[0] == .shown)
        #expect(told.figures.allSatisfy { $0.theme != "joy" })
        let nobody = try release(Linde().answering(2, 40, [4, 2, Linde.none]))
        #expect(reasons(nobody, "joy")[0] == .noAnswers)
    }

    @Test func `a threshold above thirty counts here too`() throws {
        #expect(WholeOnly.visibilities(of: [[34, 40], [34, 40]], from: 35) == [.tooFew, .wholeOnly])
        #expect(WholeOnly.visibilities(of: [[35, 40], [35, 40]], from: 35) == [.shown, .wholeOnly])
    }

    @Test func `what is not told is in no document`() throws {
        let told = try release(Linde().answering(2, 25, [4, 2, 5]).answering(3, 20, [2, 4, 1]))
        let document = ResultsDocument(
            Report(told, of: instrument, groups: Linde().groups, for: .all), name: \.label)
        for unit in document.units {
            #expect(unit.themes[1].visibility == .wholeOnly)
            #expect(unit.themes[1].mean == nil && unit.themes[1].items.isEmpty)
        }
        #expect(document.themes[1].mean != nil)
    }
}
