import Core
import Disclosure
import Files
import Methods
import Surveys

/// How to read the sheets, for whoever gets them without the pages: what they are of, what each column means, and what is
/// hidden.
struct ReadingGuide {
    let report: Report
    let subject: ResultsSheets.Subject
    let say: Speech
    let columns: [(key: String, head: String)]

    private var instrument: Instrument { report.instrument }

    var sheet: Sheet {
        let notes = (report.isExact ? [say("files.exact")] : []) + subject.notes
        let rows = origin + notes.map { (say("files.about"), $0) } + sheets + meanings + bounds + hidden
        return Sheet(
            name: say("exports.sheet.guide"), heads: [say("exports.guide.what"), say("exports.guide.meaning")],
            rows: rows.filter { !$0.1.isEmpty }.map { [.text($0.0), .text($0.1)] })
    }

    private var origin: [(String, String)] {
        let pack = ["title": instrument.title[say.language], "version": instrument.version, "id": instrument.id]
        return [
            (say("exports.guide.wave"), subject.title), (say("exports.guide.whole"), subject.whole),
            (say("exports.guide.closed"), subject.closedOn.map { say.date($0) } ?? ""),
            (say("exports.guide.pack"), say("exports.guide.pack_text", pack)),
            (
                say("exports.guide.validation"),
                say(instrument.isValidated ? "exports.guide.validated" : "ask.not_validated")
            ),
            (say("exports.guide.readers"), subject.readers),
        ]
    }

    private var sheets: [(String, String)] {
        ["themes", "items", "groups", "response"].map {
            let isOther = report.isExact && $0 == "groups"
            return (say("exports.sheet.\($0)"), say("exports.sheet_text\(isOther ? "_exact" : "").\($0)"))
        }
    }

    private var meanings: [(String, String)] {
        let response = ["invited", "respondents"].map { ($0, say("exports.head.\($0)")) }
        return (columns.map { ($0.key, $0.head) } + response).map { key, head in
            let isOther = report.isExact && Self.otherWhenExact.contains(key)
            return (head, say("exports.about\(isOther ? "_exact" : "").\(key)"))
        } + bands
    }

    /// What a column means depends on whether the rules hold.
    private static let otherWhenExact: Set = ["n", "sd", "alpha", "respondents"]

    /// Who drew the borders of the bands.
    private var bands: [(String, String)] {
        var sources: [String] = []
        for theme in instrument.themes {
            guard let source = theme.bands?.source[say.language], !sources.contains(source) else { continue }
            sources.append(source)
        }
        return sources.map { (say("exports.guide.bands"), $0) }
    }

    private var bounds: [(String, String)] {
        guard !report.isExact else { return [(say("exports.guide.rounding"), say("exports.guide.not_rounded"))] }
        return [(say("exports.guide.rounding"), say("exports.guide.rounding_text"))]
            + [("±", "about"), ("≥", "at_least"), ("≤", "at_most")].map { ($0, say("exports.bound_text.\($1)")) }
    }

    private var hidden: [(String, String)] {
        guard !report.isExact else { return [] }
        let reason = HiddenReason(instrument: instrument, threshold: report.threshold, say: say)
        return [
            (say("exports.guide.threshold"), say("exports.guide.threshold_text", ["threshold": "\(report.threshold)"])),
            (say("results.why"), reason.why),
        ]
    }
}
