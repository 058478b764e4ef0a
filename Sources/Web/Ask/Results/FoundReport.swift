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

    var instrument: Instrument { report.instrument }
    var isWhole: Bool { group == 0 }
    /// Whether everybody should have had these results by now.
    var isLate: Bool { wave.isLate(on: today) }
    var text: FigureText { FigureText(say: say) }
    var reason: HiddenReason { HiddenReason(instrument: instrument, threshold: report.threshold, say: say) }

    func name(of group: Int) -> String { group == 0 ? organisation.name : say.name(of: report.groups[group]) }

    /// The address of the report of a group, with its table in this order.
    func path(of group: Int, by order: HeatOrder? = nil) -> String {
        let sort = order.map { "sort=\($0.name)" }
        guard isShared else {
            return Paths.report(wave.id, group) + (sort.map { "?\($0)" } ?? "")
        }
        let asked = [group == 0 ? nil : "group=\(group)", sort].compactMap(\.self).joined(separator: "&")
        return Paths.share(wave.slug) + (asked.isEmpty ? "" : "?\(asked)")
    }

    /// Every theme with what is told of it, in the order of the questionnaire.
    var themes: [ThemeView] {
        zip(instrument.themes, report.themes(of: group)).map {
            ThemeView(theme: $0.0, result: $0.1, instrument: instrument, reason: reason, say: say)
        }
    }

    var highlights: Highlights { Highlights(of: report.themes(of: group), in: instrument) }

    /// Who reads this, and from when.
    var who: String {
        let read = say("results.who.\(wave.toldSharing)")
        guard wave.state == .closed else { return read }
        return say(isLate ? "results.who_late" : "results.who_now", ["day": say.date(wave.resultsOn)]) + " " + read
    }

    /// Persons who answered at least one question, as they are told.
    var respondents: Int { report.respondents(of: group).map { Int($0.value) } ?? 0 }
}
