import Disclosure
import Surveys

/// The rows of a table of groups: the group of the page on top, then those below it at their depth.
struct GroupRows {
    struct Row {
        let group: Int
        let depth: Int
        let name: String
        let means: [ThemeMean]

        var isHidden: Bool { !means.contains { $0.visibility.isShown } }
        /// How a table shows where it stands.
        var style: String { depth == 0 ? "all" : depth > 1 ? "sub" : "" }
    }

    let found: ReportView

    /// As many rows are read at once. Where there are more, the first level stands alone and each leads on.
    private static let mostRows = 40

    private var report: Report { found.report }

    /// - Parameter comesFirst: which of two groups right below the same one stands above the other.
    func all(_ comesFirst: (Row, Row) -> Bool) -> [Row] {
        let isAll = found.isOnePage || count(below: found.group, to: Self.mostRows) <= Self.mostRows
        return [row(found.group, depth: 0)] + rows(below: found.group, depth: 1, isAll: isAll, comesFirst)
    }

    private func count(below group: Int, to most: Int) -> Int {
        report.below(group).reduce(0) { $0 > most ? $0 : $0 + 1 + count(below: $1, to: most) }
    }

    private func rows(below group: Int, depth: Int, isAll: Bool, _ comesFirst: (Row, Row) -> Bool) -> [Row] {
        let rows = report.below(group).map { row($0, depth: depth) }.sorted(by: comesFirst)
        guard isAll else { return rows }
        return rows.flatMap { [$0] + self.rows(below: $0.group, depth: depth + 1, isAll: true, comesFirst) }
    }

    private func row(_ group: Int, depth: Int) -> Row {
        Row(group: group, depth: depth, name: found.name(of: group), means: report.means(of: group))
    }

    /// That themes are hidden, and where their answers count: only where all of them are told there.
    func hidden(_ themes: [Int], in row: Row, _ counted: inout CountedAbove) -> String {
        guard row.depth > 0, let above = counted.group(telling: themes, above: row.group) else {
            return found.say("results.hidden")
        }
        return found.say("results.counts_with", ["name": found.name(of: above)])
    }
}
