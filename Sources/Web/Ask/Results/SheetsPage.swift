import Core
import Disclosure
import Methods
import Surveys

/// Discussion sheets on paper: of each group what stands out, and five questions with room to write.
struct SheetsPage {
    let found: FoundReport
    let groups: [Int]

    private static let levels = ["individual", "group", "leader", "organisation"]
    private static let lines = 2

    private var say: Speech { found.say }

    var values: [String: Any] {
        [
            "title": say("sheet.title", ["count": "\(groups.count)"]), "report_path": found.path(of: found.group),
            "group": found.name(of: found.group), "wave": found.wave.title, "sheets": groups.map(sheet),
        ]
    }

    /// A group of which nothing is shown talks about the figures that its answers are part of, as far as everybody who
    /// holds the sheet may read them: where teams were promised to themselves, those of the whole.
    private func readable(by group: Int) -> Int {
        guard found.report.isHidden(group) else { return group }
        return found.wave.sharing == .units ? found.report.shownAbove(group) : 0
    }

    private func sheet(of group: Int) -> [String: Any] {
        let shown = readable(by: group)
        var own = found
        own.group = shown
        let (themes, highlights) = (own.themes, own.highlights)
        func names(_ kind: Highlight.Kind) -> [[String: String]] {
            Highlight.all(kind, in: highlights, themes, say).map {
                ["name": $0.theme.name, "figure": $0.figure, "asked_of": $0.theme.askedOf]
            }
        }
        return [
            "name": found.name(of: group), "wave": found.wave.title, "response": response(of: shown),
            "counted": counted(group, with: shown), "has_figures": !found.report.isHidden(shown),
            "strengths": names(.strength), "concerns": names(.concern), "means": themes.flatMap(means),
            "scale": ScaleNote(themes: themes, instrument: found.instrument, say: say).range, "untold": untold(themes),
            "questions": questions,
        ]
    }

    /// Whose figures a group reads where it has none of its own, and why.
    private func counted(_ group: Int, with shown: Int) -> String {
        let means = found.report.means(of: group)
        if found.report.isHidden(shown) { return found.reason.text(of: means, isWhole: group == 0) }
        guard shown != group else { return "" }
        let key = means.isOfTheWholeOnly ? "sheet.counted_whole_only" : "sheet.counted_with"
        return say(key, ["name": found.name(of: shown)])
    }

    /// Themes without figures under the reason why, which is read once.
    private func untold(_ themes: [ThemeView]) -> [[String: Any]] {
        let hidden = themes.filter { !$0.result.visibility.isShown }
        let reasons = hidden.map(\.hidden).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return reasons.map { reason in
            let themes = hidden.filter { $0.hidden == reason }
            return ["reason": reason, "themes": themes.map { ["name": $0.name, "asked_of": $0.askedOf] }]
        }
    }

    /// A theme is a line; questions that are told one by one have one each.
    private func means(_ view: ThemeView) -> [[String: String]] {
        guard view.result.visibility.isShown else { return [] }
        guard view.theme.isLoose else { return [mean(view)] }
        return view.result.items.map { told in
            let wording = view.theme.items.first { $0.id == told.id }?.wording[say.language] ?? ""
            return [
                "name": wording, "mean": found.text.mean(told.mean), "reading": "", "asked_of": "",
                "score": "", "band": "",
            ]
        }
    }

    private func mean(_ view: ThemeView) -> [String: String] {
        [
            "name": view.name, "reading": view.result.mean == nil ? "" : view.reading,
            "mean": found.text.mean(view.result.mean), "asked_of": view.askedOf, "score": view.score ?? "",
            "band": view.band ?? "",
        ]
    }

    private func response(of group: Int) -> String {
        found.report.respondents(of: group).map {
            say("results.response_group", ["count": group == 0 ? "\(Int($0.value))" : found.text.count($0)])
        } ?? ""
    }

    /// The last question is asked on each level on which something can be done.
    private var questions: [[String: Any]] {
        let all = TeamQuestion.all(say)
        return all.enumerated().map { number, question in
            let isLast = number == all.count - 1
            return [
                "number": number + 1, "name": question.name, "text": question.text,
                "lines": isLast ? [] : Array(repeating: true, count: Self.lines),
                "levels": isLast ? Self.levels.map { say("sheet.level_\($0)") } : [],
            ]
        }
    }
}
