import Core
import HTTPTypes
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@testable import Web

/// Answers as nobody expects them: every page still says what is true, and nothing that is not.
@Suite struct OddAnswersTests {
    private static let joy = "Plezier in het werk"
    private static let work = "Goed kunnen werken"

    @Test func `a theme that nobody answered has no figure anywhere, and says why`() async throws {
        let odd = try await OddWave { [4, 4, 3, $0 % 2 == 0 ? 5 : 2, nil] }
        try await odd.look { all throws in
            let joy = try #require(try all.told().themes.first { $0.id == "joy" })
            #expect(!joy.shown && joy.reason == "no-answers" && joy.mean == nil && joy.n == nil)
            for page in [all.report, all.share] {
                #expect(page.texts.contains("Niemand gaf hier antwoord op."))
                #expect(page.texts.contains(Self.joy))
                #expect(page.texts.contains { $0.hasPrefix("120 van de 120 collega’s") })
            }
            // One theme is no comparison: no sentence names a strongest or a weakest.
            #expect(!all.report.texts.contains { $0.contains("grootste sterkte") && $0.contains(Self.joy) })
            // On the slides it stands where what is not shown stands, with why.
            let (slides, why) = (all.slides.texts, "Niemand gaf hier antwoord op.")
            let place = try #require(slides.firstIndex(of: "Niet te zien"))
            #expect(slides.firstIndex(of: Self.joy) == place + 1 && slides.firstIndex(of: why) == place + 2)
            #expect(all.sheet.texts.contains(Self.joy) && all.sheet.texts.contains(why))
            #expect(all.tables.allSatisfy { $0.contains("joy") })
            #expect(all.question("pulse-joy").texts.contains(why))
            // What holds of everybody holds of each team, and hides nobody there.
            #expect(try all.told().units.allSatisfy { $0.themes.contains { $0.reason == "no-answers" } })
            #expect(!all.report.texts.contains("Verborgen om herkenning te voorkomen"))
        }
    }

    @Test func `own questions stand one by one, and no page says that they lack what they would have together`()
        async throws
    {
        let house = try await House()
        try await house.addUnits(OddWave.units)
        let draft = try await house.draftWave("Meting") { $0.sharing = .units }
        let (hr, version) = (try await house.visitor(.hr), "\(draft.version)")
        try await house.test { client in
            let own = [
                ("own-nl-1", "Ik fiets."), ("own-en-1", "I cycle."), ("own-nl-2", "Ik loop."), ("own-en-2", "I walk."),
            ]
            let path = "/waves/\(draft.id)/questions/fit"
            let answer = try await hr.post(path, [("theme", "joy"), ("version", version)] + own, client)
            #expect(answer.status == .seeOther)
        }
        try await house.store.open(draft.id, in: house.organisation.id)
        let wave = try await house.store.wave(draft.id, in: house.organisation.id)
        let odd = try await OddWave(wave, in: house) { _ in [4, 4, 2] }
        try await odd.look { all throws in
            for page in [all.report, all.share] {
                #expect(!page.texts.contains { $0.contains("Hier zijn het er minder") })
                #expect(page.texts.contains { $0.contains("In de balk") })
            }
            #expect(all.tables[0].contains("Losse vragen: lees ze elk apart."))
            #expect(!all.tables[0].contains("Hier zijn het er minder"))
        }
    }

    @Test(arguments: [1, 3, 5])
    func `where everybody says the same, each figure is that answer, without spread or coherence`(value: Int)
        async throws
    {
        let odd = try await OddWave { _ in Array(repeating: value, count: 5) }
        try await odd.look { all throws in
            let told = try all.told()
            // An end of the scale is never told exactly: it would say what every single person answered.
            let expected = [1: 1.1, 3: 3, 5: 4.9][value]
            let bound = [1: "at-most", 3: "about", 5: "at-least"][value]
            for theme in told.themes {
                #expect((theme.mean?.value, theme.mean?.bound) == (expected, bound), "\(theme.id)")
            }
            #expect(all.document.contains("\"alpha\":null"))
            let shown = try #require([1: "≤ 1,1", 3: "3,0", 5: "≥ 4,9"][value])
            #expect(all.report.texts.contains(shown))
            let lead = try #require(all.report.texts.first { $0.hasPrefix("120 van de 120 collega’s") })
            #expect(lead.contains(Self.joy) && lead.contains(Self.work))
        }
    }

    @Test func `a question that all skipped hides its theme, and the other themes stay`() async throws {
        let odd = try await OddWave { [4, 4, nil, 4, $0 % 3 + 2] }
        try await odd.look { all throws in
            let themes = try all.told().themes
            #expect(themes.map(\.shown) == [false, true])
            #expect(themes[0].mean == nil && themes[1].mean?.value == 3)
            let why = "Te weinig antwoorden. Dit thema laten we zien vanaf 8 antwoorden op elke vraag."
            #expect(all.report.texts.contains(why))
            let slides = all.slides.texts
            let place = try #require(slides.firstIndex(of: "Niet te zien"))
            #expect(slides.contains(Self.joy) && slides.firstIndex(of: Self.work) == place + 1)
            #expect(slides[place + 2] == why)
        }
    }

    @Test func `who skipped everything counts as taking part nowhere, and a wave of them tells nothing`() async throws {
        let odd = try await OddWave { _ in Array(repeating: nil, count: 5) }
        try await odd.look { all throws in
            #expect(try all.told().respondents?.value ?? 0 == 0)
            #expect(all.report.headings == ["Niemand heeft antwoord gegeven"])
            #expect(try all.told().themes.allSatisfy { !$0.shown && $0.mean == nil })
        }
    }

    @Test func `one person of each team who answers one question gives nobody away`() async throws {
        let odd = try await OddWave { [$0 % 60 == 0 ? 1 : nil, nil, nil, nil, nil] }
        try await odd.look { all throws in
            #expect(try all.told().themes.allSatisfy { !$0.shown && $0.mean == nil && $0.n == nil })
            #expect(all.report.texts.contains { $0.contains("Er zijn te weinig antwoorden om thema’s te laten zien.") })
            #expect(!all.report.source.contains("class=\"lik\""))
        }
    }
}
