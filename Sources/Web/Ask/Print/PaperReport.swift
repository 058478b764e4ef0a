import Core
import Methods
import Surveys

/// A report as one document for paper, with all that its reader may see and no link.
struct PaperReport {
    let found: FoundReport

    private var say: Speech { found.say }

    private var view: ReportView {
        ReportView(
            report: found.report, pages: found.pages, say: say, whole: found.organisation.name, place: .file)
    }

    var page: String {
        let address = found.pages.configuration.baseURL + Paths.share(found.wave.slug)
        let page = ReportPage(found: found, shareAddress: address).values
        let own: [String: Any] = [
            "crumb": "\(found.organisation.name) · \(found.wave.title)",
            "validation": found.instrument.isValidated ? "" : say("ask.not_validated"),
            "made": say("files.made", ["version": found.instrument.version, "id": found.instrument.id]),
        ]
        let values = page.merging(ReportBody(view: view).values) { $1 }.merging(own) { $1 }
        return found.pages.alone("ask/exports/paper", values, styles: found.pages.assets.text(of: "file.css"), say)
    }
}
