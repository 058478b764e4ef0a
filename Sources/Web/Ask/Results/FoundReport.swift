import Core
import Disclosure
import Methods
import Store
import Surveys

/// The report of a wave, made ready for one reader: what it tells, and where each group is found.
struct FoundReport {
    let wave: Wave
    let organisation: Organisation
    let report: Report
    let pages: Pages
    let say: Speech
    let today: Day
    /// What its reader may follow from here.
    var rights: Set<Right> = []
    /// The group that the page is about; 0 is the whole.
    var group = 0
    /// Whether the page is the one for everybody, which has an address of its own.
    var isShared = false

    /// The same as figures on a page.
    var view: ReportView {
        ReportView(
            report: report, pages: pages, say: say, whole: organisation.name,
            place: isShared ? .shared(wave.slug) : .wave(wave.id), group: group)
    }

    var instrument: Instrument { report.instrument }
    var isWhole: Bool { group == 0 }
    /// Whether everybody should have had these results by now.
    var isLate: Bool { wave.isLate(on: today) }
    var text: FigureText { FigureText(say: say) }
    var reason: HiddenReason { view.reason }
    var themes: [ThemeView] { view.themes }
    var highlights: Highlights { view.highlights }
    var respondents: Int { view.respondents }

    func name(of group: Int) -> String { view.name(of: group) }

    func path(of group: Int, by order: HeatOrder? = nil) -> String { view.path(of: group, by: order) }

    /// Who reads this, and from when.
    var who: String { say.readers(of: wave, on: today) }
}

extension Speech {
    /// Who reads the results of a wave that is over, and from when.
    func readers(of wave: Wave, on today: Day) -> String {
        let read = self("results.who.\(wave.toldSharing)")
        guard wave.state == .closed else { return read }
        guard !wave.isImported else { return self("results.who_now_import") + " " + read }
        let key = wave.isLate(on: today) ? "results.who_late" : "results.who_now"
        return self(key, ["day": date(wave.resultsOn)]) + " " + read
    }
}
