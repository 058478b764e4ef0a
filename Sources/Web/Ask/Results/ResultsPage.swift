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
            "scale": scale, "has_bars": hasBars, "spread": spread, "has_units": !document.units.isEmpty,
            "waves_path": Paths.waves,
            "wave_path": isFor(WaveRoutes.readers) ? Paths.wave(wave.id) : "",
            "manifest_path": isFor(ManifestRoutes.readers) ? Paths.wave(wave.id, "manifest") : "",
            "why_hidden": say("results.why_hidden", ["threshold": "\(document.threshold)"]), "next": next,
            "account": CardAccount(document, say)?.values as Any? ?? false, "share": share,
        ]
        let heat = HeatView(
            document: document, instrument: instrument, groups: groups, whole: organisation.name, say: say)
        (values["heat"], values["has_hidden"], values["has_marks"]) = (heat.values, heat.hasHidden, heat.hasMarks)
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

    var headline: String {
        respondents == 0 ? say("results.title_empty") : say("results.title", ["count": "\(respondents)"])
    }

    /// The highest and the lowest themes, in words.
    var lead: String { FirstSentence(themes: themes, say: say).text }

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
        let read = say("results.who.\(wave.agreedSharing.rawValue)")
        guard wave.state == .closed else { return read }
        return say("results.who_now", ["day": say.date(wave.resultsOn)]) + " " + read
    }

    private var hasBars: Bool { document.themes.contains { $0.distribution != nil } }

    /// How to read the figures, and why there are no percentages where there are none.
    private var scale: String {
        guard let item = instrument.items.first, let scale = instrument.scale(of: item) else { return "" }
        let mean = say("results.scale", ["minimum": "\(scale.minimum)", "maximum": "\(scale.maximum)"])
        let shown = document.themes.filter(\.visibility.isShown)
        let bars = hasBars ? [say("results.scale_bar")] : []
        let none = shown.contains { $0.distribution == nil } ? [say("results.no_percentages")] : []
        return ([mean] + bars + none).joined(separator: " ")
    }

    /// How answers spread and hang together is for who studies them: it stands apart, folded.
    private var spread: Any {
        let known = themes.filter { $0.result.deviation != nil }
        return known.isEmpty ? false : ["rows": known.map(\.spread)] as [String: Any]
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
