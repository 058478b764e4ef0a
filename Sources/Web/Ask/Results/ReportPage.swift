import Core
import Disclosure
import Methods
import Store
import Surveys

/// What a closed wave tells of a group to somebody who may know: a sentence first, then what stands out, themes,
/// groups, and what is hidden.
struct ReportPage {
    let found: FoundReport
    var order: HeatOrder?
    /// The address of the page for everybody as it stands on paper, with its scheme.
    var shareAddress = ""

    private var wave: Wave { found.wave }
    private var say: Speech { found.say }
    private var report: Report { found.report }

    var values: [String: Any] {
        let (themes, heat) = (themes, HeatView(found: found, order: order))
        let shown = themes.filter(\.result.visibility.isShown)
        var values: [String: Any] = [
            "title": headline, "lead": lead, "wave": wave.title, "response": response, "who": found.who,
            "closed": wave.closedOn.map { say("results.closed_on", ["day": say.date($0)]) } ?? "",
            "is_whole": found.isWhole, "group": found.isWhole ? "" : found.name(of: found.group), "crumbs": crumbs,
            "has_themes": !shown.isEmpty, "themes": themes.map(\.values),
            "theme_count": say("results.themes", ["count": "\(themes.count)"]),
            "scale": ScaleNote(themes: themes, instrument: found.instrument, say: say).text,
            "has_bars": shown.contains { $0.result.distribution != nil }, "spread": spread,
            "has_units": !heat.isEmpty, "heat": heat.isEmpty ? false as Any : heat.values,
            "waves_path": Paths.waves, "files_path": Paths.wave(wave.id, "results/files"),
            "wave_path": isFor(WaveRoutes.readers) ? Paths.wave(wave.id) : "",
            "manifest_path": isFor(ManifestRoutes.readers) ? Paths.wave(wave.id, "manifest") : "",
            "why_hidden": found.reason.why,
            "account": account?.values as Any? ?? false,
        ]
        values["highlights"] = shown.isEmpty ? false as Any : HighlightsView(found: found).values
        values["next"] = NextSteps(found: found, shareAddress: shareAddress, makesWaves: isFor([.changeWaves])).values
        return values
    }

    private func isFor(_ readers: Set<Right>) -> Bool { !found.rights.isDisjoint(with: readers) }

    private var account: CardAccount? { found.isWhole ? CardAccount(report, say) : nil }

    private var themes: [ThemeView] { found.themes.bestFirst }

    private var headline: String {
        guard found.isWhole else { return say("results.title_group", ["name": found.name(of: found.group)]) }
        let count = found.respondents
        return count == 0 ? say("results.title_empty") : say("results.title", ["count": "\(count)"])
    }

    /// How many took part, and what stands out most, in words.
    private var lead: String {
        guard !report.isHidden(found.group) else { return found.reason.text(of: report.means(of: found.group)) }
        return FirstSentence(all: found.themes, instrument: found.instrument, say: say).text
    }

    /// The groups above, each with its report.
    private var crumbs: [[String: String]] {
        report.path(to: found.group).dropLast().map { ["name": found.name(of: $0), "path": found.path(of: $0)] }
    }

    private var response: String {
        guard found.isWhole else {
            let n = report.respondents(of: found.group).map { FigureText(say: say).count($0) }
            return (n.map { say("results.response_group", ["count": $0]) } ?? say("results.response_hidden"))
        }
        let invited = report.groups.first?.invited ?? 0
        let share = invited == 0 ? 0 : Int((Double(found.respondents) / Double(invited) * 100).rounded())
        let values = ["respondents": "\(found.respondents)", "invited": "\(invited)", "percent": "\(share)"]
        return say("results.response", values)
    }

    /// How answers spread and hang together is for who studies them: it stands apart, folded.
    private var spread: Any {
        let known = themes.filter { $0.result.deviation != nil }
        return known.isEmpty ? false : ["rows": known.map(\.spread)] as [String: Any]
    }
}

/// How to read the figures, and why there are no percentages where there are none.
struct ScaleNote {
    let themes: [ThemeView]
    let instrument: Instrument
    let say: Speech

    /// From where to where means run.
    var range: String {
        guard let scale = instrument.range else { return say("results.scales") }
        return say("results.scale", ["minimum": "\(scale.lowerBound)", "maximum": "\(scale.upperBound)"])
    }

    var text: String {
        let shown = themes.filter(\.result.visibility.isShown)
        guard !shown.isEmpty else { return "" }
        let bars = shown.contains { $0.result.distribution != nil } ? [say("results.scale_bar")] : []
        let none = shown.contains { $0.result.distribution == nil } ? [say("results.no_percentages")] : []
        return ([range] + bars + none).joined(separator: " ")
    }
}
