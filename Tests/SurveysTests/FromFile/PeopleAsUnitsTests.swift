import Core
import Methods
import Surveys
import Testing

/// A report with a team for each person would tell who took part.
@Suite struct `A column of people is none of teams` {
    private static func file(_ names: [String]) -> String {
        "team;joy;nr\n" + names.enumerated().map { "\($1);\(1 + $0 % 5);\($0)\n" }.joined()
    }

    private static func problems(_ names: [String]) throws -> [Problem] {
        guard case .failure(let problems) = try Taken.look(file(names), chosen: ColumnChoice(units: .column(0))).answers
        else { return [] }
        return problems.all
    }

    @Test func `addresses are people, and a sign alone is none`() throws {
        let addresses = (0..<12).map { "p\($0 / 2)@zorg.nl" }
        #expect(try Self.problems(addresses).map(\.key) == ["files.units_are_addresses"])
        #expect(try Self.problems(["a@zorg.nl", "b@zorg.nl", "c@zorg.nl", "Zorg", "Keuken"]).isEmpty == false)
        #expect(try Self.problems(["Team @ Home", "Team @ Work", "@Noord", "Zorg"]).isEmpty)
        #expect(try Self.problems(["Zorg", "Zorg", "Keuken", "Keuken", "p1@zorg.nl"]).isEmpty)
        #expect(Taken.keys(Self.file(addresses), units: "team") == ["files.units_are_addresses"])
    }

    @Test func `many names with one row each are people, and of a few teams each may have one`() throws {
        let names = (0..<10).map { "Naam \($0)" }
        let found = try Self.problems(names + ["Naam 1", "Naam 2"])
        #expect(found.map(\.key) == ["files.units_are_people"])
        #expect(found.first?.values == ["heading": "team", "count": "10", "single": "8"])
        #expect(try Self.problems(names + ["Naam 1", "Naam 2", "Naam 3"]).isEmpty)
        #expect(try Self.problems(["A", "A", "A", "B", "C", "D", "E", "F"]).isEmpty)
        #expect(try Self.problems(names.dropLast()).isEmpty)
    }

    @Test func `it is not proposed where nobody chose it, and is asked about where somebody did`() throws {
        let words = FileWords(none: [], units: ["team"], totals: [])
        func look(_ names: [String], _ map: ColumnMap = .none) throws -> FileLook {
            try FileLook(
                Array(Self.file(names).utf8), name: "a.csv", of: Taken.instrument, map: map,
                chosen: ColumnChoice(units: .likely), words: words)
        }
        let names = (0..<20).map { "Naam \($0)" }
        let found = try look(names)
        #expect(found.outline.units == nil)
        #expect(try found.answers.get().paths.isEmpty)
        #expect(try look(names.map { _ in "Zorg" }).outline.units == 0)
        let said = try look(names, ColumnMap(units: "team"))
        #expect(said.outline.units == 0 && isRefused(said))
    }

    private func isRefused(_ look: FileLook) -> Bool {
        if case .failure = look.answers { true } else { false }
    }
}
