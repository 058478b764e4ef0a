import Core
import Testing

@Suite struct UnitChangesTests {
    private func file(_ lines: String...) throws -> UnitsFile {
        try UnitsFile(Array((["path;headcount"] + lines).joined(separator: "\n").utf8), name: "")
    }

    /// De Linde (0) with Zorg (3), in it Nacht (22), and an archived Keuken (9).
    private let tree: UnitTree = {
        let root = Unit(id: .random(), parent: nil, name: "De Linde", headcount: 0)
        let care = Unit(id: .random(), parent: root.id, name: "Zorg", headcount: 3)
        let night = Unit(id: .random(), parent: care.id, name: "Nacht", headcount: 22)
        let kitchen = Unit(
            id: .random(), parent: root.id, name: "Keuken", headcount: 9, archivedOn: Day(2026, 1, 1))
        return UnitTree([root, care, night, kitchen])
    }()

    @Test func `the same list changes nothing`() throws {
        let changes = tree.changes(by: try file("De Linde > Zorg > Nacht;22", "De Linde > Zorg;3"))
        #expect(changes.isEmpty)
        #expect(changes.unchanged == 3)
    }

    @Test func `units above come along, before those below, without people of their own`() throws {
        let changes = tree.changes(
            by: try file("De Linde > Zorg > Nacht;22", "De Linde > Zorg;3", "De Wilg > Hof > Oost;4"))
        #expect(changes.additions.map(\.path) == [["De Wilg"], ["De Wilg", "Hof"], ["De Wilg", "Hof", "Oost"]])
        #expect(changes.additions.map(\.headcount) == [0, 0, 4])
    }

    @Test func `capitals make no other unit, but are taken over`() throws {
        let changes = tree.changes(by: try file("de linde > ZORG > nacht;22", "de linde > ZORG;3"))
        #expect(changes.additions.isEmpty && changes.departures.isEmpty)
        #expect(changes.changes.map { $0.path.last } == ["de linde", "ZORG", "nacht"])
    }

    @Test func `two spellings of one unit above are one unit`() throws {
        let changes = UnitTree([]).changes(by: try file("De Wilg > Oost;4", "de wilg > West;5"))
        #expect(changes.additions.map(\.path.first) == ["De Wilg", "De Wilg", "de wilg"])
        #expect(changes.additions.count { $0.path.count == 1 } == 1)
    }

    @Test func `what the list does not name goes, unless it went before`() throws {
        let changes = tree.changes(by: try file("De Linde > Zorg;5"))
        #expect(changes.departures.map(\.path) == [["De Linde", "Zorg", "Nacht"]])
        #expect(changes.changes.map(\.headcount) == [5])
    }

    @Test func `what a file says of a unit that is counted is passed over, and told`() throws {
        let root = Unit(id: .random(), parent: nil, name: "De Linde", headcount: 2, isCounted: true)
        let care = Unit(id: .random(), parent: root.id, name: "Zorg", headcount: 3, isCounted: true)
        let night = Unit(id: .random(), parent: root.id, name: "Nacht", headcount: 4, isCounted: true)
        let changes = UnitTree([root, care, night]).changes(
            by: try file("De Linde > Zorg;40", "De Linde > Nacht;4"))
        #expect(changes.isEmpty && changes.unchanged == 3)
        #expect(changes.counted.map(\.path) == [["De Linde", "Zorg"]] && changes.counted.map(\.headcount) == [3])
    }

    @Test func `an archived unit that is named again is a new one`() throws {
        let changes = tree.changes(
            by: try file("De Linde > Zorg > Nacht;22", "De Linde > Zorg;3", "De Linde > Keuken;9"))
        #expect(changes.additions.map(\.path) == [["De Linde", "Keuken"]])
    }
}
