import Core
import Disclosure
import Methods
import Surveys

/// One question of a report: how a group answered it, and how each group below does.
struct QuestionPage {
    let found: FoundReport
    let question: AskedQuestion

    private var say: Speech { found.say }
    private var text: FigureText { found.text }
    private var dash: String { say("question.dash", ["count": "\(PrecisionLaw.percentagesFrom)"]) }
    private var theme: Theme { question.theme }
    private var item: Item { question.item }

    var values: [String: Any] {
        let rows = rows
        let told = told(of: found.group)
        var counted = CountedAbove(report: found.report)
        let above = told.item == nil ? counted.group(telling: [question.place], above: found.group) : nil
        let view = ThemeView(
            theme: theme, result: told.theme, instrument: found.instrument, reason: found.reason, say: say,
            countsWith: above.map(found.name))
        return [
            "title": wording(item), "theme": view.name, "wave": found.wave.title, "waves_path": Paths.waves,
            "crumbs": crumbs,
            "whole_path": found.path(of: 0), "who": found.who,
            "theme_path": found.path(of: found.group) + "#\(theme.id)", "reading": view.reading,
            "reversed": item.isReversed ? say("results.reversed") : "", "asked_of": view.askedOf,
            "is_shown": told.item != nil, "hidden": view.hidden, "mean": text.mean(told.item?.mean),
            "n": told.item.map { say("question.answers", ["count": text.count($0.n)]) } ?? "",
            "bar": told.item?.distribution.map { BarView(distribution: $0, say: say).values } as Any? ?? false,
            "no_bar": told.item != nil && told.item?.distribution == nil,
            "scale": ScaleNote(themes: [view], instrument: found.instrument, say: say).range,
            "rows": rows, "has_rows": !rows.isEmpty, "only_whole": found.isWhole ? onlyWhole ?? "" : "",
            "why": rows.contains { $0["is_told"] as? Bool == false } ? found.reason.why : "",
            "dash": rows.contains { $0["has_dash"] as? Bool == true } ? dash : "",
            "previous": link(to: question.previous), "next": link(to: question.next),
        ]
    }

    private func wording(_ item: Item) -> String { item.wording[say.language] }

    private func told(of group: Int) -> (theme: ThemeResult, item: ItemResult?) {
        let theme = found.report.theme(at: question.place, of: group)
        return (theme, theme.items.first { $0.id == item.id })
    }

    private var crumbs: [[String: String]] {
        found.report.path(to: found.group).dropFirst().map { ["name": found.name(of: $0), "path": found.path(of: $0)] }
    }

    /// Why no group below tells it, whoever answered; nil where a group can.
    private var onlyWhole: String? {
        let below = found.report.below(found.group).map { found.report.theme(at: question.place, of: $0).visibility }
        guard !below.isEmpty, below.allSatisfy({ $0 == .wholeOnly }) else { return nil }
        return found.reason.text(theme, .wholeOnly, isWhole: false, orElse: "")
    }

    /// The groups below, by name, those that tell nothing last.
    private var rows: [[String: Any]] {
        guard onlyWhole == nil else { return [] }
        let (rows, place) = (GroupRows(found: found.view), question.place)
        var counted = CountedAbove(report: found.report)
        let all = rows.all { one, other in
            let (first, second) = (one.means[place].visibility.isShown, other.means[place].visibility.isShown)
            return first == second ? one.name < other.name : first
        }
        return all.dropFirst().map { row in
            let told = told(of: row.group)
            let why = rows.hidden([place], in: row, &counted)
            return [
                "name": row.name, "style": row.style, "n": text.count(told.item?.n),
                "path": told.item == nil ? "" : Paths.question(found.wave.id, row.group, item.id),
                "is_told": told.item != nil, "has_dash": told.item != nil && told.item?.favourable == nil,
                "mean": text.mean(told.item?.mean),
                "favourable": text.share(told.item?.favourable),
                "hidden": told.item != nil
                    ? ""
                    : found.reason.text(
                        theme, told.theme.visibility, isWhole: false, orElse: why),
            ]
        }
    }

    private func link(to item: Item?) -> Any {
        guard let item else { return false }
        return ["name": wording(item), "path": Paths.question(found.wave.id, found.group, item.id)]
    }
}

/// A question at its place in a questionnaire.
struct AskedQuestion {
    /// Of its theme, among the themes.
    let place: Int
    let theme: Theme
    let item: Item
    let previous: Item?
    let next: Item?

    /// Nil where the questionnaire asks nothing of that id.
    init?(_ id: String?, of instrument: Instrument) {
        let all = instrument.themes.enumerated().flatMap { place, theme in theme.items.map { (place, theme, $0) } }
        guard let found = all.firstIndex(where: { $0.2.id == id }) else { return nil }
        (place, theme, item) = all[found]
        previous = found > 0 ? all[found - 1].2 : nil
        next = found + 1 < all.count ? all[found + 1].2 : nil
    }
}
