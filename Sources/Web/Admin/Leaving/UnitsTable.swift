import Core
import Files

/// Units as a list that Weefsel reads back, with what ties them to other files: ids, parents, and when they were archived.
struct UnitsTable {
    private let tree: UnitTree

    init(_ tree: UnitTree) {
        self.tree = tree
    }

    var sheet: Sheet {
        let paths = tree.units.map { (path: tree.path(of: $0), unit: $0) }
        let rows = paths.sorted { $0.path.lexicographicallyPrecedes($1.path) }.map { path, unit -> [Sheet.Value] in
            [
                .text(path.joined(separator: Unit.separator)), .number(Double(unit.headcount)), .text("\(unit.id)"),
                .text(unit.parent.map { "\($0)" } ?? ""), .text(unit.archivedOn.map { "\($0)" } ?? ""),
            ]
        }
        return Sheet(name: "units", heads: UnitsFile.written, rows: rows)
    }
}
