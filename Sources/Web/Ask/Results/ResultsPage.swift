import Core
import Disclosure
import Methods
import Store
import Surveys

/// What a closed wave tells to somebody who may know: a sentence first, then themes, groups, and what is hidden.
struct ResultsPage {
    let wave: Wave
    let organisation: Organisation
    let instrument: Instrument
    let groups: [Group]
    let document: ResultsDocument
    /// The address of the page for everybody as it stands on paper, with its scheme.
    let shareAddress: String
    let say: Speech
    /// What its reader may follow from here.
    var rights: Set<Right> = []

    var values: [String: Any] {
        var values: [String: Any] = [
            "title": headline, "lead": lead, "wave": wave.title, "response": response, "who": who,
            "themes": themes.map(\.values), "has_items": document.themes.contains { $0.visibility.isShown },
            "theme_count": say("results.themes", ["count": "\(themes.count)"]),
            "scale": scale, "has_units": !document.units.isEmpty, "waves_path": Paths.waves,
            "wave_path": isFor(WaveRoutes.readers) ? Paths.wave(wave.id) : "",
            "manifest_path": isFor(ManifestRoutes.readers) ? Paths.wave(wave.id, "manifest") : "",
            "why_hidden": say("results.why_hidden", ["threshold": "\(document.threshold)"]), "next": next,
            "account": CardAccount(document, say)?.values as Any? ?? false, "share": share,
        ]
        values["heat"] =
            HeatView(
                document: document, instrument: instrument, groups: groups, whole: organisation.name, say: say
            ).values
        return values
    }

    private func isFor(_ readers: Set<Right>) -> Bool { !rights.isDisjoint(with: readers) }

    /// For the noticeboard, once it is published.
    private var share: Any {
        guard wave.state == .published, let code = QRCode(shareAddress) else { return false }
        let short = shareAddress.split(separator: "://", maxSplits: 1).last.map(String.init) ?? shareAddress
        return ["address": short, "qr": ["box": code.viewBox, "path": code.path]] as [String: Any]
    }

    private var text: FigureText { FigureText(say: say) }

    var themes: [ThemeView] {
        // The best first; what is hidden last, in the order of the questionnaire.
        let views = zip(instrument.themes, document.themes).map { ThemeView(theme: $0.0, result: $0.1, say: say) }
        let (shown, hidden) = (views.filter { $0.result.mean != nil }, views.filter { $0.result.mean == nil })
        return shown.enumerated().sorted { ($1.element.height, $0.offset) < ($0.element.height, $1.offset) }
            .map(\.element) + hidden
    }

    private var respondents: Int { document.respondents.map { Int($0.value) } ?? 0 }

    var headline: String { say("results.title", ["count": "\(respondents)"]) }

    /// The highest and the lowest theme, in words.
    var lead: String {
        let ranked = themes.filter { $0.result.mean != nil && !$0.theme.lowerIsBetter }
            .sorted { ($0.result.mean?.value ?? 0, $1.theme.id) > ($1.result.mean?.value ?? 0, $0.theme.id) }
        guard let first = ranked.first, let last = ranked.last, ranked.count > 1 else { return say("results.too_few") }
        // Nothing is highest where all are told as the same.
        guard first.result.mean != last.result.mean else {
            return say("results.lead_same", ["mean": text.mean(first.result.mean)])
        }
        return say(
            "results.lead",
            [
                "high": first.theme.name[say.language], "high_mean": text.mean(first.result.mean),
                "low": last.theme.name[say.language], "low_mean": text.mean(last.result.mean),
            ])
    }

    var response: String {
        let invited = groups.first?.invited ?? 0
        let share = invited == 0 ? 0 : Int((Double(respondents) / Double(invited) * 100).rounded())
        return say(
            "results.response",
            [
                "respondents": "\(respondents)", "invited": "\(invited)", "percent": "\(share)",
                "day": wave.closedOn.map { say.date($0) } ?? "",
            ])
    }

    private var who: String {
        guard wave.state == .closed else { return say("results.who_published") }
        return say("results.who_closed", ["day": say.date(wave.resultsOn)])
    }

    private var scale: String {
        guard let item = instrument.items.first, let scale = instrument.scale(of: item) else { return "" }
        return say("results.scale", ["minimum": "\(scale.minimum)", "maximum": "\(scale.maximum)"])
    }

    private var next: [[String: Any]] {
        let day = say.date(wave.resultsOn)
        let key = wave.state == .published ? "results.next_shared" : "results.next_share"
        return [
            [
                "title": say(key, ["day": day]), "text": say("results.next_share_text"),
                "path": wave.state == .published ? Paths.share(wave.slug) : Paths.wave(wave.id),
                "button": say(wave.state == .published ? "results.to_share" : "results.to_wave"),
            ]
        ]
    }
}
