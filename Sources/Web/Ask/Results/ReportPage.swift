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
    /// Waves that this one can be put beside.
    var others = OtherWaves()

    private var wave: Wave { found.wave }
    private var say: Speech { found.say }
    private var report: Report { found.report }

    var values: [String: Any] {
        let body = ReportBody(view: found.view, order: order).values
        var values: [String: Any] = [
            "title": headline, "wave": wave.title, "response": response, "who": found.who,
            "closed": wave.isImported ? say.imported(wave) : closed,
            "is_whole": found.isWhole, "group": found.isWhole ? "" : found.name(of: found.group), "crumbs": crumbs,
            "waves_path": Paths.waves, "files_path": Paths.wave(wave.id, "results/files"),
            "wave_path": isFor(WaveRoutes.readers) ? Paths.wave(wave.id) : "",
            "manifest_path": isFor(ManifestRoutes.readers) ? Paths.wave(wave.id, "manifest") : "",
            "beside": others.comparable.map { ["path": Paths.beside(wave.id, $0.id), "title": $0.title] },
            "own": found.isWhole
                ? report.ownGroups.map { ["name": found.name(of: $0), "path": found.path(of: $0)] } : [],
            "has_others": !others.isAlone, "has_beside": !others.comparable.isEmpty,
            "account": account?.values as Any? ?? false,
        ]
        values["next"] = NextSteps(found: found, shareAddress: shareAddress, makesWaves: isFor([.changeWaves])).values
        return values.merging(body) { own, _ in own }
    }

    private var closed: String { wave.closedOn.map { say("results.closed_on", ["day": say.date($0)]) } ?? "" }

    private func isFor(_ readers: Set<Right>) -> Bool { !found.rights.isDisjoint(with: readers) }

    private var account: CardAccount? { found.isWhole ? CardAccount(report, say) : nil }

    private var headline: String {
        guard found.isWhole else { return say("results.title_group", ["name": found.name(of: found.group)]) }
        let count = found.respondents
        return count == 0 ? say("results.title_empty") : say("results.title", ["count": "\(count)"])
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
        guard !wave.isImported else { return say.count("import.response", found.respondents) }
        let invited = report.invited ?? 0
        let share = invited == 0 ? 0 : Int((Double(found.respondents) / Double(invited) * 100).rounded())
        let values = ["respondents": "\(found.respondents)", "invited": "\(invited)", "percent": "\(share)"]
        return say("results.response", values)
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
        // Questions that are told one by one have none together.
        let none =
            shown.contains { $0.result.distribution == nil && !$0.theme.isLoose } ? [say("results.no_percentages")] : []
        return ([range] + bars + none).joined(separator: " ")
    }
}
