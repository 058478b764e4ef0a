import Disclosure
import Files
import Methods
import Surveys

/// The figures of a report as rows, each with the same columns.
struct FigureTable {
    let report: Report
    private let reader: TableReader
    private let places: [GroupPlace]
    private let themes: [ThemeText]
    private let columns: FigureColumns
    /// Those of a workbook.
    private let marked: FigureColumns

    /// - Parameter whole: what everybody together is called where that is no unit.
    init(_ report: Report, whole: String, for reader: TableReader) {
        self.report = report
        self.reader = reader
        places = GroupPlace.all(of: report.groups, whole: whole, for: reader)
        themes = report.instrument.themes.map { ThemeText($0, in: report, for: reader) }
        columns = FigureColumns(for: reader, of: report.instrument)
        marked = FigureColumns(for: reader, of: report.instrument, isMarked: true, isExact: report.isExact)
    }

    func place(of group: Int) -> GroupPlace { places[group] }

    /// A row for each theme and each question of the whole and of every group of the reader.
    func all(named name: String) -> Sheet { sheet(name, columns.all, [0] + report.below, of: Self.themeWithItems) }
    /// The same of the groups alone.
    func groups(named name: String) -> Sheet { sheet(name, marked.ofGroups, report.below, of: Self.themeWithItems) }
    func themes(named name: String) -> Sheet { sheet(name, marked.ofThemes, [0]) { [$0] } }
    func items(named name: String) -> Sheet { sheet(name, marked.ofItems, [0], of: Self.items) }

    /// The keys of the columns of sheets, each once, with what stands above it; those aside last.
    var heads: [(key: String, head: String)] {
        var seen: Set<String> = []
        let all = marked.ofThemes + marked.ofItems + marked.ofGroups
        return (all.filter { !$0.isAside } + all.filter(\.isAside)).filter { seen.insert($0.key).inserted }
            .map { ($0.key, $0.heads[0]) }
    }

    private func sheet(
        _ name: String, _ columns: [FigureColumn], _ groups: [Int], of lines: (FigureLine) -> [FigureLine]
    ) -> Sheet {
        let heads = columns.flatMap(\.heads)
        var rows: [[Sheet.Value]] = []
        for group in groups where report.holds(group) {
            for (theme, told) in zip(themes, report.themes(of: group)) {
                for line in lines(FigureLine(place: places[group], theme: theme, told: told)) {
                    rows.append(row(of: line, columns, heads.count))
                }
            }
        }
        let aside = columns.reversed().prefix(while: \.isAside).count
        return Sheet(
            name: name, heads: heads, rows: rows, aside: aside,
            decimals: columns.flatMap { column in column.heads.map { _ in column.decimals } })
    }

    private func row(of line: FigureLine, _ columns: [FigureColumn], _ count: Int) -> [Sheet.Value] {
        var row: [Sheet.Value] = []
        row.reserveCapacity(count)
        for column in columns { column.add(line, &row) }
        return row
    }

    /// Of a theme that is hidden one line tells all there is to say.
    private static func themeWithItems(_ line: FigureLine) -> [FigureLine] {
        line.told.visibility.isShown ? [line] + items(line) : [line]
    }

    private static func items(_ line: FigureLine) -> [FigureLine] {
        var told = line.told.items[...]
        return line.theme.items.map { text in
            let toldItem = told.first?.id == text.item.id ? told.removeFirst() : nil
            return FigureLine(
                place: line.place, theme: line.theme, told: line.told, item: text, toldItem: toldItem)
        }
    }
}
