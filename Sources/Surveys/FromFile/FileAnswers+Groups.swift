import Methods
public import Statistics

extension FileAnswers {
    /// The units of the file as a tree: 0 is everybody, also who named no unit. Nobody knows how many were asked.
    ///
    /// - Parameter whole: what everybody together is called.
    public func groups(of whole: String) -> [Group] { tree(of: whole).groups }

    /// The answers counted, a tally for the own people of each group.
    public func tallies() throws(ScoringPlan.Fault) -> Tallies {
        let tree = tree(of: "")
        return try counted(units.enumerated().lazy.map { ($0, tree.place(of: $1)) }, blocks: tree.count)
    }

    func tree(of whole: String) -> FileTree { FileTree(paths, whole: whole) }

    /// The answers of some rows counted, as those of one group.
    func tallies(of rows: some Sequence<Int32>) throws(ScoringPlan.Fault) -> Tallies {
        try counted(rows.lazy.map { (row: Int($0), block: 0) }, blocks: 1)
    }

    private func counted(
        _ rows: some Sequence<(row: Int, block: Int)>, blocks: Int
    ) throws(ScoringPlan.Fault) -> Tallies {
        var tallying = Tallying(try ScoringPlan(instrument), blocks: blocks)
        let width = width
        bytes.withUnsafeBufferPointer { bytes in
            for (row, block) in rows {
                tallying.add(UnsafeBufferPointer(rebasing: bytes[row * width..<(row + 1) * width]), block: block)
            }
        }
        return tallying.finished()
    }
}

/// The tree of the units that a file names. Units that only their children name are there, too.
struct FileTree {
    private(set) var groups: [Group]
    /// For each path of the file the position of its group.
    private var positions: [Int] = []

    var count: Int { groups.count }

    init(_ paths: [[String]], whole: String) {
        groups = [Self.group(0, under: nil, .organisation(whole))]
        var found: [[String]: Int] = [[]: 0]
        // By name, so that nothing is told of who answered first.
        for path in Self.everyPath(paths) {
            guard let name = path.last else { continue }
            found[path] = groups.count
            groups.append(Self.group(groups.count, under: found[path.dropLast()] ?? 0, .unit(name)))
        }
        positions = paths.map { found[$0] ?? 0 }
        let parents = Set(groups.compactMap(\.parent))
        groups = groups.map {
            Group(
                position: $0.position, parent: $0.parent, units: [], names: $0.names, invited: 0,
                isBlock: !parents.contains($0.position))
        }
    }

    /// The group of a row, by the place of its unit.
    func place(of unit: Int32) -> Int { unit < 0 ? 0 : positions[Int(unit)] }

    private static func everyPath(_ paths: [[String]]) -> [[String]] {
        let all = Set(paths.flatMap { path in path.indices.map { Array(path[...$0]) } })
        return all.sorted { first, second in
            first.lexicographicallyPrecedes(second) { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
        }
    }

    private static func group(_ position: Int, under parent: Int?, _ name: Group.Name) -> Group {
        Group(position: position, parent: parent, units: [], names: [name], invited: 0, isBlock: false)
    }
}
