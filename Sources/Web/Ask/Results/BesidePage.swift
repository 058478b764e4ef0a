import Core
import Methods
import Surveys

/// What two waves tell of the whole organisation, side by side, and what cannot be compared and why.
struct BesidePage {
    let first: FoundReport
    let second: FoundReport
    let comparison: Comparison

    private var say: Speech { first.say }

    var values: [String: Any] {
        let titles = ["first": first.wave.title, "second": second.wave.title]
        return [
            "heading": say("beside.heading", titles), "here": say("beside.here"), "lead": lead,
            "who_sees": say("beside.who"), "notice": "",
            "crumbs": [
                ["path": Paths.waves, "name": say("room.ask")],
                [
                    "path": Paths.wave(first.wave.id, "results"),
                    "name": say("exports.report", ["wave": first.wave.title]),
                ],
            ],
            "first": head(first), "second": head(second), "has_pairs": !comparison.pairs.isEmpty,
            "caption": say("beside.caption", titles),
            "rows": comparison.pairs.map(row), "scale": scale, "has_left": !comparison.leftOut.isEmpty,
            "left": comparison.leftOut.map {
                ["name": $0.theme.name[say.language], "reason": reason($0.reason)]
            },
        ]
    }

    private var lead: String {
        comparison.pairs.isEmpty ? say("beside.nothing") : say.count("beside.lead", comparison.pairs.count)
    }

    private func head(_ found: FoundReport) -> [String: String] {
        [
            "title": found.wave.title, "path": Paths.wave(found.wave.id, "results"),
            "closed": found.wave.isImported
                ? "" : found.wave.closedOn.map { say("beside.held", ["day": say.date($0)]) } ?? "",
            "n": say.count("beside.respondents", found.respondents),
            "origin": say.imported(found.wave),
        ]
    }

    private func row(_ pair: Comparison.Pair) -> [String: Any] {
        let (one, two) = (view(pair.first, first), view(pair.second, second))
        return [
            "name": one.name, "caption": one.caption, "reading": one.reading, "asked_of": one.askedOf,
            "first": cell(one), "second": cell(two),
        ]
    }

    private func view(_ result: ThemeResult, _ found: FoundReport) -> ThemeView {
        let theme = found.instrument.themes.first { $0.id == result.id }
        return ThemeView(
            theme: theme ?? found.instrument.themes[0], result: result, instrument: found.instrument,
            reason: found.reason, say: say)
    }

    /// As its own report tells it.
    private func cell(_ view: ThemeView) -> [String: String] {
        [
            "mean": first.text.mean(view.result.mean), "score": view.score ?? "",
            "n": first.text.count(view.result.n),
        ]
    }

    private var scale: String {
        let views = comparison.pairs.map { view($0.first, first) }
        return ScaleNote(themes: views, instrument: first.instrument, say: say).range
    }

    private func reason(_ reason: Comparison.Reason) -> String {
        switch reason {
        case .notAsked(let which): say("beside.not_asked", ["wave": title(which)])
        case .notInFile(let which): say("beside.not_in_file", ["wave": title(which)])
        case .changed: say("beside.changed")
        case .noAnswers(let which): say("beside.no_answers", ["wave": title(which)])
        case .hidden(let which): say("beside.hidden", ["wave": title(which)])
        }
    }

    private func title(_ which: Comparison.Which) -> String {
        switch which {
        case .first: first.wave.title
        case .second: second.wave.title
        }
    }
}
