import Core
import Disclosure
import Methods
import Surveys

/// The table of groups by themes, the whole on top; hidden rows last, alphabetical, with where they count.
struct HeatView {
    let document: ResultsDocument
    let instrument: Instrument
    let groups: [Group]
    let whole: String
    let say: Speech

    /// Whether some groups have figures for some themes and not for others.
    var hasMarks: Bool {
        document.themes.contains { !$0.visibility.isShown }
            || document.units.contains { !$0.isHidden && $0.themes.contains { !$0.visibility.isShown } }
    }

    var hasHidden: Bool { hasMarks || document.units.contains(where: \.isHidden) }

    var values: [String: Any] {
        ["heads": instrument.themes.map { $0.short[say.language] }, "rows": [top] + rows(below: 0, depth: 1)]
    }

    private var text: FigureText { FigureText(say: say) }

    private var top: [String: Any] {
        row(
            name: whole, n: text.count(document.respondents), style: "all",
            cells: document.themes.map { cell($0, hidden: "") })
    }

    private func rows(below parent: Int, depth: Int) -> [[String: Any]] {
        let units = document.units.filter { shownAbove($0) == parent }
            .map { (unit: $0, name: say.name(of: groups[$0.group])) }
            .sorted { ($0.unit.isHidden ? 1 : 0, $0.name) < ($1.unit.isHidden ? 1 : 0, $1.name) }
        return units.flatMap { unit, name in
            [row(of: unit, name: name, depth: depth)] + rows(below: unit.group, depth: depth + 1)
        }
    }

    /// The nearest group above that stands in the table: a leader's team may hang straight below the whole.
    private func shownAbove(_ unit: UnitResult) -> Int {
        var parent = groups[unit.group].parent ?? 0
        while parent != 0, !document.units.contains(where: { $0.group == parent }) {
            parent = groups[parent].parent ?? 0
        }
        return parent
    }

    private func row(of unit: UnitResult, name: String, depth: Int) -> [String: Any] {
        let above = say.name(shownAbove: unit, in: document, groups, whole: whole)
        let style = depth > 1 ? "sub" : ""
        guard !unit.isHidden else {
            var row = row(name: name, n: "", style: style, cells: [])
            row["all_hidden"] = say("results.counts_with", ["name": above])
            row["span"] = instrument.themes.count
            return row
        }
        let hidden = say("results.counts_with", ["name": above])
        return row(name: name, n: text.count(unit.n), style: style, cells: unit.themes.map { cell($0, hidden: hidden) })
    }

    private func row(name: String, n: String, style: String, cells: [[String: Any]]) -> [String: Any] {
        ["name": name, "n": n, "style": style, "cells": cells, "all_hidden": "", "span": 0]
    }

    private func cell(_ theme: ThemeResult, hidden: String) -> [String: Any] {
        guard theme.visibility.isShown, let mean = theme.mean else {
            return ["style": "hid", "value": "", "hidden": hidden.isEmpty ? say("results.hidden") : hidden]
        }
        return ["style": "h\(heat(of: mean, theme.id))", "value": text.mean(mean), "hidden": ""]
    }

    /// One to five over the scale, blue the better way.
    private func heat(of mean: Shown, _ id: String) -> Int {
        guard let theme = instrument.themes.first(where: { $0.id == id }), let item = theme.items.first,
            let scale = instrument.scale(of: item)
        else { return 3 }
        let share = (mean.value - Double(scale.minimum)) / Double(scale.maximum - scale.minimum)
        let good = theme.lowerIsBetter ? 1 - share : share
        return [0.4, 0.5, 0.62, 0.75].count { good >= $0 } + 1
    }
}

extension UnitResult {
    /// Nothing of it is shown, in no theme.
    var isHidden: Bool { !themes.contains { $0.visibility.isShown } }
}

extension Speech {
    /// The nearest group above that shows something: there a hidden group's answers count.
    fileprivate func name(shownAbove unit: UnitResult, in document: ResultsDocument, _ groups: [Group], whole: String)
        -> String
    {
        var parent = groups[unit.group].parent
        while let position = parent, position != 0 {
            if let above = document.units.first(where: { $0.group == position }), !above.isHidden {
                return name(of: groups[position])
            }
            parent = groups[position].parent
        }
        return whole
    }
}
