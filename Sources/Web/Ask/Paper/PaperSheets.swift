import Core
import Methods
import Store
import Surveys

/// The forms of a block as they are printed: a slip for the box, and for each form its pages.
struct PaperSheets {
    /// The words of the page around the forms, and of the slip.
    let screen: Speech
    /// The words on the forms.
    let say: Speech
    let organisation: Organisation
    let wave: Wave
    let terms: Manifest.Terms
    /// The batch that these are; nil for all forms of the block.
    let batch: String?
    /// Whether the block has forms that were made later.
    let hasLater: Bool
    let decision: Decision
    let instrument: Instrument
    let languages: [Language]
    let pile: Store.Pile
    let pages: Pages

    func page() -> Page {
        let laidOut = laidOut
        let questions = questions(laidOut)
        let count = ["count": "\(pile.codes.count)", "block": screen.name(of: pile.block)]
        return Page(
            "ask/forms", room: .ask,
            [
                "crumbs": PaperPiles.crumbs(wave, screen) + [
                    ["path": Paths.wave(wave.id, "paper"), "name": screen("paper.here")]
                ],
                "here": screen.name(of: pile.block), "heading": screen("paper.pile_heading", count),
                "lead": screen.count("paper.pile_lead", questions.count), "who_sees": screen("paper.who_sees"),
                "print": screen("paper.print"), "languages": links,
                "warning": batch == nil && hasLater ? screen("paper.whole_again") : "",
                "slip": slip(isOfSheets: laidOut.sheets > 1).values,
                "lang": say.language.rawValue,
                "forms": pile.codes.map { form($0, questions, laidOut.text.size.rawValue) },
                // Printed on both sides, each form begins on a sheet of its own; a form of one page is printed on one.
                "back": Paths.wave(wave.id, "paper"), "slip_blank": questions.count > 1 ? say("form.blank") : "",
            ])
    }

    private func slip(isOfSheets: Bool) -> BoxSlip {
        BoxSlip(say: screen, wave: wave, decision: decision, pile: pile, isOfSheets: isOfSheets)
    }

    private var links: [[String: Any]] {
        languages.map {
            [
                "path": "?forms=\($0.rawValue)" + (batch.map { "&batch=\($0)" } ?? ""), "code": $0.rawValue,
                "name": say.words("page.own_name", in: $0), "more": $0 != languages.last,
            ]
        }
    }

    private func form(_ code: EntryCode, _ questions: [String], _ size: String) -> [String: Any] {
        [
            "blank": questions.count > 1 && !questions.count.isMultiple(of: 2) ? say("form.blank") : "",
            "pages": questions.enumerated().map { place, finished in
                [
                    "code": "\(code)", "size": size, "words": say.tree, "organisation_name": organisation.name,
                    "questions": finished,
                    "place": say("form.page", ["number": "\(place + 1)", "total": "\(questions.count)"]),
                    "opening": place == 0 ? opening(code) as Any : false,
                ] as [String: Any]
            },
        ]
    }

    private func opening(_ code: EntryCode) -> [String: Any] {
        let address = pages.configuration.baseURL + Paths.answering(wave.slug) + "#\(code)"
        let drawn = QRCode(address)
        return [
            "title": instrument.title[say.language], "wave": wave.title, "code": "\(code)",
            "qr": drawn.map { ["box": $0.viewBox, "path": $0.path] } as Any? ?? false, "lines": lines,
        ]
    }

    /// How to fill it in, what becomes of it, and who sees what.
    private var lines: [String] {
        let least = BlockPlan.least(threshold: terms.threshold)
        return [
            say("form.how"),
            say(
                decision.agreed.contains(.council) ? "form.what" : "form.what_meeting",
                ["closes": say.shortDate(wave.closesOn)]),
            say(
                wave.isResearch ? "form.who_research" : "form.who",
                [
                    "least": "\(least)", "threshold": "\(terms.threshold)", "results": say.shortDate(wave.resultsOn),
                    "sharing": say("form.sharing.\(wave.toldSharing)"),
                ]),
            say("form.phone", ["address": pages.configuration.shortBase + Paths.answering(wave.slug)]),
        ]
    }

    /// What stands on which page, worked out once: every form of a pile has the same.
    private var laidOut: PaperPages {
        let form = PaperForm(instrument, isResearch: wave.isResearch)
        let text = FormText(say: say, form: form, instrument: instrument)
        let room = (FormText.width - 32) * 0.98
        let told = lines.reduce(0) { $0 + LetterWidths.lines($1, points: FormText.points, width: room) }
        let title = LetterWidths.lines(instrument.title[say.language], points: 17, width: room, isBold: true)
        // The title, the code, the lines with a millimetre between them, and what lies below.
        let opening = Double(title) * 7.2 + 8.5 + Double(told) * FormText.line + Double(lines.count + 1) + 4
        return PaperPages.onFewestSheets(form, text, opening: opening)
    }

    private func questions(_ laidOut: PaperPages) -> [String] {
        laidOut.pages.map { page in
            let parts = page.parts.map { FormPart(text: laidOut.text, part: $0).values }
            return pages.part("ask/_form-questions", ["parts": parts])
        }
    }
}
