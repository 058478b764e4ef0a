import Core
import Foundation
import Methods
import Support
import Surveys
import Testing

@testable import Web

/// What is printed on which page of a form.
@Suite struct PaperPagesTests {
    private let words: Words

    init() throws {
        words = try Words(House.root.appendingPathComponent("Locales"))
    }

    private func pages(_ pack: String, _ language: Language, isResearch: Bool = false) throws -> (
        PaperForm, [PaperPages.Page]
    ) {
        let folder = pack == "asking" ? "Tests/Packs/asking" : "Packs/\(pack)"
        let instrument = try Instrument(pack: PackFolder(House.root.appendingPathComponent(folder).path).files())
        let form = PaperForm(instrument, isResearch: isResearch)
        let text = FormText(say: Speech(words: words, language: language), form: form, instrument: instrument)
        return (form, PaperPages.onFewestSheets(form, text, opening: 80).pages)
    }

    private func rows(_ page: PaperPages.Page) -> [PaperPages.Row] {
        page.parts.flatMap { part in
            switch part {
            case .table(_, let rows): rows
            case .alone(let row): [row]
            }
        }
    }

    private func numbers(_ page: PaperPages.Page) -> [Int] {
        rows(page).compactMap { if case .question(let question) = $0 { question.number } else { nil } }
    }

    @Test(arguments: [
        ("staff-survey-care", Language.dutch), ("staff-survey-care", .english),
    ])
    func `forty-two questions fit on the two sides of a sheet, in order`(pack: String, language: Language) throws {
        let (form, pages) = try pages(pack, language)
        #expect(form.questions.count == 42 && pages.count == 2)
        #expect(pages.flatMap(numbers) == form.questions.map(\.number))
    }

    @Test(arguments: [Language.dutch, .english])
    func `a longer questionnaire is set a little smaller, so that it stays one sheet`(language: Language) throws {
        let (form, pages) = try pages("staff-survey-education", language)
        #expect(form.questions.count > 42 && pages.count == 2)
    }

    @Test func `letters are as large as the sheets allow, and never under nine points`() throws {
        let instrument = try Instrument(
            pack: PackFolder(House.root.appendingPathComponent("Packs/staff-survey-education").path).files())
        let form = PaperForm(instrument, isResearch: false)
        let text = FormText(say: Speech(words: words, language: .dutch), form: form, instrument: instrument)
        let plain = PaperPages(form, text, opening: 80)
        let best = PaperPages.onFewestSheets(form, text, opening: 80)
        #expect(plain.pages.count == 3 && best.pages.count == 2 && best.text.size != .plain)
        #expect(best.text.points >= 9)
        // On a sheet of its own anyway: nothing is gained by smaller letters.
        #expect(PaperPages.onFewestSheets(form, text, opening: 0).text.size.share >= best.text.size.share)
    }

    @Test(arguments: ["pulse", "basic-needs", "work-ability", "policy-scan", "staff-survey-education", "asking"])
    func `every question of every pack is on one page, and none twice`(pack: String) throws {
        for language in Language.answering {
            let (form, pages) = try pages(pack, language, isResearch: true)
            #expect(pages.flatMap(numbers) == form.questions.map(\.number), "\(language)")
        }
    }

    @Test func `no page ends with the name of a theme, and each table bears its digits`() throws {
        let (_, pages) = try pages("staff-survey-care", .dutch)
        for page in pages {
            if case .name = rows(page).last { Issue.record("a name stands apart from its questions") }
            for case .table(let answers, _) in page.parts { #expect(answers.map(\.key) == ["1", "2", "3", "4", "5"]) }
        }
    }

    @Test func `wide letters take more room than narrow ones, and a long word goes on below`() {
        #expect(LetterWidths.width(of: "mmm", points: 11) > LetterWidths.width(of: "iii", points: 11))
        #expect(LetterWidths.width(of: "é", points: 11) == LetterWidths.width(of: "e", points: 11))
        #expect(LetterWidths.lines("een twee", points: 11, width: 100) == 1)
        #expect(LetterWidths.lines("een twee", points: 11, width: 10) == 2)
        #expect(LetterWidths.lines(String(repeating: "m", count: 20), points: 11, width: 20) >= 3)
        #expect(LetterWidths.lines("", points: 11, width: 20) == 1)
    }
}
