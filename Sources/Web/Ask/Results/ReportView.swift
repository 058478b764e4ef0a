import Core
import Disclosure
import Methods
import Surveys

/// A report on its way to a page: its figures, what its groups are called, and where each has a page.
struct ReportView {
    /// Where the groups of a report are read.
    enum Place {
        case wave(Wave.ID)
        /// The page for everybody, of the wave with this slug.
        case shared(String)
        /// One page holds all of it, and leads nowhere.
        case file
    }

    let report: Report
    let pages: Pages
    let say: Speech
    /// What everybody together is called.
    let whole: String
    let place: Place
    /// The group that the page is about; 0 is the whole.
    var group = 0

    var instrument: Instrument { report.instrument }
    var isWhole: Bool { group == 0 }
    var text: FigureText { FigureText(say: say) }
    var reason: HiddenReason { HiddenReason(instrument: instrument, threshold: report.threshold, say: say) }

    func name(of group: Int) -> String { group == 0 ? whole : say.name(of: report.groups[group]) }

    /// The address of the report of a group, with its table in this order; empty where one page holds all.
    func path(of group: Int, by order: HeatOrder? = nil) -> String {
        let sort = order.map { "sort=\($0.name)" }
        switch place {
        case .file: return ""
        case .wave(let id): return Paths.report(id, group) + (sort.map { "?\($0)" } ?? "")
        case .shared(let slug):
            let asked = [group == 0 ? nil : "group=\(group)", sort].compactMap(\.self).joined(separator: "&")
            return Paths.share(slug) + (asked.isEmpty ? "" : "?\(asked)")
        }
    }

    /// A question has a page where its reader signed in.
    private func questionPath(_ item: String) -> String {
        guard case .wave(let id) = place else { return "" }
        return Paths.question(id, group, item)
    }

    /// What a part of the page is kept by; nil where the figures of a file are told, which are of no wave.
    func key(_ order: String = "") -> ReportKey? {
        let wave: String
        switch place {
        case .file: return nil
        case .wave(let id): wave = "\(id)"
        case .shared(let slug): wave = Paths.share(slug)
        }
        return ReportKey(
            wave: wave, group: group, seen: report.below, order: order, language: say.language, council: say.council,
            whole: whole)
    }

    var isOnePage: Bool { if case .file = place { true } else { false } }

    /// Every theme with what is told of it, in the order of the questionnaire.
    var themes: [ThemeView] {
        var counted = CountedAbove(report: report)
        return zip(instrument.themes.indices, report.themes(of: group)).map { place, result in
            let above = result.visibility.isShown ? nil : counted.group(telling: [place], above: group)
            return ThemeView(
                theme: instrument.themes[place], result: result, instrument: instrument, reason: reason, say: say,
                questionPath: questionPath, countsWith: above.map(name))
        }
    }

    var highlights: Highlights { Highlights(of: report.themes(of: group), in: instrument) }

    /// Persons who answered at least one question, as they are told.
    var respondents: Int { report.respondents(of: group).map { Int($0.value) } ?? 0 }
}

/// The part of a page that tells figures: what stands out, themes, and groups.
struct ReportBody {
    let view: ReportView
    var order: HeatOrder?

    private var say: Speech { view.say }

    var values: [String: Any] {
        let (themes, heat) = (view.themes.bestFirst, HeatView(found: view, order: order))
        let shown = themes.filter(\.result.visibility.isShown)
        let spread = themes.filter { $0.result.deviation != nil }
        let lacksAlpha = !view.report.isExact && spread.contains(where: \.result.lacksOnlyAlpha)
        return [
            "lead": lead, "has_themes": !shown.isEmpty, "themes": written(themes, isAlone: heat.isEmpty),
            "theme_count": say("results.themes", ["count": "\(themes.count)"]),
            "scale": ScaleNote(themes: themes, instrument: view.instrument, say: say).text,
            "has_bars": shown.contains { $0.result.distribution != nil },
            "spread": spread.isEmpty
                ? false : ["rows": spread.map(\.spread), "no_alpha": lacksAlpha] as [String: Any],
            "has_units": !heat.isEmpty, "heat": heat.isEmpty ? false as Any : heat.values,
            "why_hidden": view.reason.why,
            "per_unit": say(view.report.isExact ? "files.per_unit" : "results.per_unit_text"),
            "highlights": shown.isEmpty ? false as Any : HighlightsView(found: view).values,
        ]
    }

    /// The themes with their questions, as they stand on the page.
    private func written(_ themes: [ThemeView], isAlone: Bool) -> String {
        let make = {
            let values: [String: Any] = [
                "words": say.tree, "is_long": themes.contains(where: \.isLong), "themes": themes.map(\.values),
                "why_alone": !view.isWhole && isAlone && themes.contains(where: \.isUntold) ? view.reason.why : "",
            ]
            return view.pages.part("ask/results/_themes", values)
        }
        return view.key().map { view.pages.themes.part($0, make) } ?? make()
    }

    /// Where a hidden team's answers are part of what is told.
    private var countedAbove: [String] {
        let above = view.report.shownAbove(view.group)
        let isOther = !view.isWhole && !view.report.means(of: view.group).isOfTheWholeOnly
        guard isOther, !view.report.isHidden(above) else { return [] }
        return [say("results.too_few_team_counts", ["name": view.name(of: above)])]
    }

    /// What stands out most, in words.
    private var lead: String {
        guard !view.report.isHidden(view.group) else {
            let why = view.reason.text(of: view.report.means(of: view.group), isWhole: view.isWhole)
            return ([why] + countedAbove).joined(separator: " ")
        }
        return FirstSentence(all: view.themes, instrument: view.instrument, say: say).text
    }
}
