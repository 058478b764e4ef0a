/// What a file of units changes in a tree; people see it before anything is stored.
public struct UnitChanges: Equatable, Sendable {
    public struct Addition: Equatable, Sendable {
        public let path: [String]
        public let headcount: Int
    }

    public struct Change: Equatable, Sendable {
        public let unit: Unit
        public let path: [String]
        public let headcount: Int
    }

    public struct Departure: Equatable, Sendable {
        public let unit: Unit
        public let path: [String]
    }

    /// A unit of which the list of staff says how many people there are, and what the file says is passed over.
    public struct Counted: Equatable, Sendable {
        public let path: [String]
        public let headcount: Int
    }

    /// Those above come before those below.
    public let additions: [Addition]
    public let changes: [Change]
    public let departures: [Departure]
    public let counted: [Counted]
    public let unchanged: Int

    public var isEmpty: Bool { additions.isEmpty && changes.isEmpty && departures.isEmpty }
}

extension UnitTree {
    /// What makes this tree as the file has it. Capitals do not make another unit, but are taken over.
    public func changes(by file: UnitsFile) -> UnitChanges {
        let present = units.filter { $0.archivedOn == nil }.map { (path: path(of: $0), unit: $0) }
        let known = Dictionary(present.map { (Self.key($0.path), $0.unit) }, uniquingKeysWith: { first, _ in first })
        let wanted = Self.wanted(by: file)
        var additions: [UnitChanges.Addition] = []
        var changes: [UnitChanges.Change] = []
        var counted: [UnitChanges.Counted] = []
        let told = Set(file.lines.map { Self.key($0.path) })
        for line in wanted {
            guard let unit = known[Self.key(line.path)] else {
                additions.append(.init(path: line.path, headcount: line.headcount))
                continue
            }
            let headcount = unit.isCounted ? unit.headcount : line.headcount
            if headcount != line.headcount, told.contains(Self.key(line.path)) {
                counted.append(.init(path: line.path, headcount: headcount))
            }
            guard unit.headcount != headcount || unit.name != line.path.last else { continue }
            changes.append(.init(unit: unit, path: line.path, headcount: headcount))
        }
        let kept = Set(wanted.map { Self.key($0.path) })
        let departures = present.filter { !kept.contains(Self.key($0.path)) }
        return UnitChanges(
            additions: additions, changes: changes,
            departures: departures.map { .init(unit: $0.unit, path: $0.path) }.sorted {
                $0.path.lexicographicallyPrecedes($1.path)
            }, counted: counted, unchanged: wanted.count - additions.count - changes.count)
    }

    /// How one path is told from another.
    public static func key(_ path: [String]) -> [String] { path.map { $0.lowercased() } }

    /// All units of a file. It may name one without those above it; these have nobody directly in them.
    private static func wanted(by file: UnitsFile) -> [UnitsFile.Line] {
        let counts = Dictionary(
            file.lines.map { (key($0.path), $0.headcount) }, uniquingKeysWith: { first, _ in first })
        // A unit is spelled as on its own line, else as on the first line that passes through it.
        let spelled =
            file.lines.map(\.path) + file.lines.flatMap { line in line.path.indices.map { Array(line.path[..<$0]) } }
        var seen = Set<[String]>()
        let paths = spelled.filter { !$0.isEmpty && seen.insert(key($0)).inserted }
        return paths.map { UnitsFile.Line(path: $0, headcount: counts[key($0)] ?? 0) }
            .sorted { key($0.path).lexicographicallyPrecedes(key($1.path)) }
    }
}
