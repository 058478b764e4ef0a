import Core
import Disclosure
import Methods
import Surveys

/// The table of groups by themes: the group of the page on top, then those below it; what is hidden last.
struct HeatView {
    let found: ReportView
    /// The theme that rows are put in order by, and which way; by name where there is none.
    var order: HeatOrder?

    private var report: Report { found.report }
    private var say: Speech { found.say }
    private var text: FigureText { found.text }

    var isEmpty: Bool { report.below(found.group).isEmpty }

    var values: [String: Any] {
        let table = found.key(order?.name ?? "").map { found.pages.heat.part($0) { self.table } } ?? self.table
        return [
            "heads": heads, "rows": table.rows, "key": table.key, "has_hidden": table.hasHidden,
            "by_name": order == nil ? "" : found.path(of: found.group) + "#per-unit",
        ]
    }

    /// The rows, written.
    struct Table: Sendable {
        let rows: String
        /// What each sign in its cells means.
        let key: [[String: String]]
        let hasHidden: Bool
    }

    private var table: Table {
        let rows = rows.all(comesFirst)
        let signs = rows.filter { !$0.isHidden }.flatMap { row in columns.compactMap { sign($0, in: row) } }
        let key = found.reason.key(Set(signs))
        var cells: [Cell: String] = [:]
        var counted = CountedAbove(report: report)
        let values: [String: Any] = [
            "rows": rows.map { self.values(of: $0, &cells, &counted) }, "columns": columns.count,
        ]
        return Table(
            rows: found.pages.part("ask/results/_rows", values), key: key,
            hasHidden: !key.isEmpty || rows.contains(where: \.isHidden))
    }

    /// The themes by their place in the questionnaire; questions that are told one by one have no mean to compare.
    private var columns: [Int] { found.instrument.themes.indices.filter { !theme($0).isLoose } }

    private func theme(_ place: Int) -> Theme { found.instrument.themes[place] }

    private typealias Row = GroupRows.Row

    private var rows: GroupRows { GroupRows(found: found) }

    /// Hidden groups last, by name, whatever the order is: it must tell nothing of them.
    private func comesFirst(_ one: Row, _ other: Row) -> Bool {
        guard let order, let place = found.instrument.themes.firstIndex(where: { $0.id == order.theme }) else {
            return (one.isHidden ? 1 : 0, one.name) < (other.isHidden ? 1 : 0, other.name)
        }
        guard let first = one.means[place].mean, let second = other.means[place].mean else {
            return (one.means[place].mean == nil ? 1 : 0, one.name) < (
                other.means[place].mean == nil ? 1 : 0, other.name
            )
        }
        let (low, high) = order.isLowFirst ? (first, second) : (second, first)
        return low == high ? one.name < other.name : low.thousandths < high.thousandths
    }

    /// One group has no order.
    private var isOneRow: Bool { report.below(found.group).count == 1 }

    private var heads: [[String: Any]] {
        columns.map(theme).map { theme in
            let isOwn = order?.theme == theme.id
            let next = HeatOrder(theme: theme.id, isLowFirst: isOwn ? order?.isLowFirst == false : true)
            return [
                "id": theme.id, "name": theme.short[say.language],
                "reading": found.instrument.reading(of: theme, say).joined(separator: " · "),
                "path": found.isOnePage || isOneRow ? "" : found.path(of: found.group, by: next) + "#by-\(theme.id)",
                "sorted": !isOwn ? "" : order?.isLowFirst == true ? "ascending" : "descending",
                "mark": !isOwn ? "" : order?.isLowFirst == true ? "▲" : "▼",
            ]
        }
    }

    private func values(
        of row: Row, _ cells: inout [Cell: String], _ counted: inout CountedAbove
    ) -> [String: Any] {
        let n = row.group == 0 ? "\(found.respondents)" : text.count(report.respondents(of: row.group))
        let isLinked = row.depth > 0 && (!row.isHidden || !report.below(row.group).isEmpty)
        let values = [
            "name": row.name, "n": row.isHidden ? "" : n, "style": row.style,
            "path": isLinked ? found.path(of: row.group) : "", "all_hidden": "", "cells": "",
        ]
        guard !row.isHidden else { return values.merging(["all_hidden": reason(of: row, &counted)]) { $1 } }
        let shown = columns.map { place in
            guard let sign = sign(place, in: row) else { return cell(theme(place), row.means[place]) }
            let hidden = found.reason.text(
                theme(place), row.means[place].visibility, isWhole: row.group == 0,
                orElse: rows.hidden([place], in: row, &counted))
            return Cell(style: "hid", value: "", hidden: hidden, mark: found.reason.mark(sign))
        }
        return values.merging(["cells": shown.map { html($0, &cells) }.joined()]) { $1 }
    }

    /// Nil where the theme is told.
    private func sign(_ place: Int, in row: Row) -> HiddenReason.Sign? {
        let visibility = row.means[place].visibility
        guard !visibility.isShown else { return nil }
        return found.reason.sign(theme(place), visibility, isWhole: row.group == 0)
    }

    /// Of a group of which no theme is told; what is told of the whole alone is no reason of its own.
    private func reason(of row: Row, _ counted: inout CountedAbove) -> String {
        guard !row.means.isOfTheWholeOnly else { return say("results.all_whole_only") }
        return rows.hidden(row.means.indices.filter { row.means[$0].visibility != .wholeOnly }, in: row, &counted)
    }

    /// What a cell shows. A table of hundreds of groups has a few dozen kinds, of which each is rendered once.
    private struct Cell: Hashable {
        let style: String
        let value: String
        let hidden: String
        let mark: String
    }

    private func html(_ cell: Cell, _ cells: inout [Cell: String]) -> String {
        if let known = cells[cell] { return known }
        let values = ["style": cell.style, "value": cell.value, "hidden": cell.hidden, "mark": cell.mark]
        let html = found.pages.part("ask/results/_cell", values).trimmed
        cells[cell] = html
        return html
    }

    private func cell(_ theme: Theme, _ result: ThemeMean) -> Cell {
        let style = result.mean.map { "h\(heat(of: $0, theme))" } ?? ""
        return Cell(style: style, value: text.mean(result.mean), hidden: "", mark: "")
    }

    /// One to five over the scale, blue the better way.
    private func heat(of mean: Shown, _ theme: Theme) -> Int {
        guard let scale = theme.items.first.flatMap(found.instrument.scale) else { return 3 }
        let share = (mean.value - Double(scale.minimum)) / Double(scale.maximum - scale.minimum)
        let good = theme.lowerIsBetter ? 1 - share : share
        return [0.4, 0.5, 0.62, 0.75].count { good >= $0 } + 1
    }
}

/// By which theme a table is put in order: `workload`, or `-workload` with the highest first.
struct HeatOrder: Equatable {
    let theme: String
    let isLowFirst: Bool

    var name: String { (isLowFirst ? "" : "-") + theme }

    init(theme: String, isLowFirst: Bool) {
        (self.theme, self.isLowFirst) = (theme, isLowFirst)
    }

    /// Nil for a theme that the questionnaire does not have.
    init?(_ name: String?, in instrument: Instrument) {
        guard let name else { return nil }
        let theme = name.hasPrefix("-") ? String(name.dropFirst()) : name
        guard instrument.themes.contains(where: { $0.id == theme }) else { return nil }
        self.init(theme: theme, isLowFirst: !name.hasPrefix("-"))
    }
}
