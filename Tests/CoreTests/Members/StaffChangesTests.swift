import Testing

@testable import Core

@Suite struct `What a list of people changes` {
    private let today = Day(2026, 11, 22)
    private let care = Unit(id: .random(), parent: nil, name: "Zorg", headcount: 0)
    private let kitchen = Unit(id: .random(), parent: nil, name: "Keuken", headcount: 0)
    private let south: Unit
    private let tree: UnitTree

    init() {
        south = Unit(id: .random(), parent: care.id, name: "Zuid", headcount: 0)
        tree = UnitTree([care, kitchen, south])
    }

    private func member(
        _ name: String, _ number: String? = nil, in places: [Member.Place] = [], email: String? = nil,
        leftOn: Day? = nil
    ) -> Member {
        Member(id: .random(), name: name, number: number, email: email, places: places, leftOn: leftOn)
    }

    private func changes(_ text: String, of members: [Member]) throws -> StaffChanges {
        let table = try StaffTable(Array(text.utf8), name: "p.csv", .real)
        let file = try StaffFile(table, StaffColumns(table.headings, .real), name: "p.csv")
        return StaffChanges(of: members, in: tree, by: file, on: today)
    }

    @Test func `the first list makes everybody new, and the units that are not there`() throws {
        let found = try changes(
            "Nr;Naam;Pad\n1;Ada;Zorg > Zuid\n2;Bo;Zorg > Noord > Nacht\n3;Cas;zuid\n4;Dee;\n", of: [])
        #expect(found.newcomers.map(\.name) == ["Ada", "Bo", "Cas", "Dee"])
        #expect(found.units == [["Zorg", "Noord"], ["Zorg", "Noord", "Nacht"]])
        let places = found.newcomers.map { $0.work?.map(\.place) ?? [] }
        #expect(places == [[.known(south.id)], [.made(["Zorg", "Noord", "Nacht"])], [.known(south.id)], []])
        #expect(found.leavers.isEmpty && !found.isManyLeaving)
    }

    @Test func `the same list again changes nothing`() throws {
        let members = [
            member("Ada", "1", in: [.init(unit: south.id, from: Day(2020, 1, 1))]), member("Bo", "2"),
        ]
        let found = try changes("Nr;Naam;Team;Vanaf\n1;Ada;Zuid;1-1-2020\n2;Bo;;\n", of: members)
        #expect(found.isEmpty)
        #expect(found.unchanged == 2)
    }

    @Test func `whoever moved keeps where they were, until yesterday`() throws {
        let before = Member.Place(unit: south.id, from: Day(2020, 1, 1))
        let found = try changes("Nr;Naam;Team\n1;Ada;Keuken\n", of: [member("Ada", "1", in: [before])])
        #expect(
            found.moves.map(\.work) == [
                [
                    .init(place: .known(kitchen.id), from: today, until: nil),
                    .init(place: .known(south.id), from: Day(2020, 1, 1), until: today - 1),
                ]
            ])
        #expect(found.changes.isEmpty)
    }

    @Test func `a second team is a move as well, and the first keeps its day`() throws {
        let before = Member.Place(unit: south.id, from: Day(2020, 1, 1))
        let found = try changes("Nr;Naam;Team\n1;Ada;Zuid\n1;Ada;Keuken\n", of: [member("Ada", "1", in: [before])])
        #expect(
            found.moves.first?.work == [
                .init(place: .known(south.id), from: Day(2020, 1, 1), until: nil),
                .init(place: .known(kitchen.id), from: today, until: nil),
            ])
    }

    @Test func `a column that is not there changes nothing, and an empty cell empties`() throws {
        let known = member("Ada", "1", in: [.init(unit: south.id)], email: "ada@linde.example")
        #expect(try changes("Nr;Naam\n1;Ada\n", of: [known]).isEmpty)
        let found = try changes("Nr;Naam;E-mail\n1;Ada de Wit;\n", of: [known])
        #expect(found.changes.map(\.name) == ["Ada de Wit"])
        #expect(found.changes.map(\.email) == [nil])
        #expect(found.changes.map(\.work) == [nil])
    }

    @Test func `somebody is known by number, else by address or name where these fit one only`() throws {
        let members = [
            member("Ada", "0042"), member("Bo", email: "bo@linde.example"), member("Cas"), member("Dee"), member("Dee"),
        ]
        let found = try changes(
            "Nr;Naam;E-mail\n42;Ada;\n7;Bo B.;BO@linde.example\n8;Cas;\n9;Dee;\n", of: members)
        #expect(found.newcomers.isEmpty)
        #expect(found.changes.compactMap(\.before?.name) == ["Ada", "Bo", "Cas"])
        #expect(found.wrong.map(\.key) == ["staff.name_is_of_several"])
        #expect(found.wrong.map(\.line) == [5])
        #expect(found.leavers.isEmpty, "whom a wrong row may be about has not left")
    }

    @Test func `an address that people share tells nobody from another`() throws {
        let known = member("Ada", email: "keuken@linde.example")
        let found = try changes(
            "Naam;E-mail\nBo;keuken@linde.example\nAda;Keuken@linde.example\n", of: [known])
        #expect(found.newcomers.map(\.name) == ["Bo"])
        #expect(found.unchanged + found.changes.count == 1)
        #expect(found.wrong.isEmpty && found.leavers.isEmpty)
    }

    @Test func `a number is never taken for somebody else's`() throws {
        let found = try changes("Nr;Naam\n43;Ada\n", of: [member("Ada", "42")])
        #expect(found.newcomers.map(\.name) == ["Ada"])
        #expect(found.leavers.map(\.member.number) == ["42"])
    }

    @Test func `who is not in the list has left, and more than a fifth at once is asked about`() throws {
        let members = (1...10).map { member("Mens \($0)", "\($0)") }
        func list(_ count: Int) -> String { "Nr;Naam\n" + (1...count).map { "\($0);Mens \($0)\n" }.joined() }
        let two = try changes(list(8), of: members)
        #expect(two.leavers.map(\.member.name) == ["Mens 9", "Mens 10"])
        #expect(!two.isManyLeaving)
        #expect(try changes(list(7), of: members).isManyLeaving)
    }

    @Test func `whose last day is past has left, and who never was here is not written down`() throws {
        let found = try changes(
            "Nr;Naam;Team;Tot\n1;Ada;Zuid;21-11-2026\n2;Bo;Zuid;22-11-2026\n3;Cas;Zuid;1-1-2020\n",
            of: [member("Ada", "1", in: [.init(unit: south.id)]), member("Bo", "2", in: [.init(unit: south.id)])])
        #expect(found.leavers.map(\.member.name) == ["Ada"])
        #expect(found.moves.map(\.name) == ["Bo"])
        #expect(found.newcomers.isEmpty)
    }

    @Test func `the last day that a list names is the one that counts, and yesterday of who is missing`() throws {
        let known = ["Ada", "Bo", "Cas", "Dee"].map { member($0) }
        let found = try changes(
            "Naam;Team;Tot\nAda;Zuid;1-10-2026\nAda;Keuken;15-10-2026\nBo;;31-10-2026\nCas;;31-12-2026\n", of: known)
        #expect(found.leavers.map(\.member.name) == ["Bo", "Dee"])
        #expect(found.leavers.map(\.lastDay) == [Day(2026, 10, 31), today - 1])
        // Two rows without number or address may be two people.
        #expect(found.wrong.map(\.key) == ["staff.name_is_twice"])
        #expect(found.changes.map(\.leftOn) == [Day(2026, 12, 31)])
        let both = try changes(
            "Nr;Naam;Team;Tot\n1;Ada;Zuid;1-10-2026\n1;Ada;Keuken;15-10-2026\n", of: [member("Ada", "1")])
        #expect(both.leavers.map(\.lastDay) == [Day(2026, 10, 15)])
    }

    @Test func `who comes back is the same person, and who left before does not leave again`() throws {
        let left = member("Ada", "1", leftOn: Day(2025, 1, 1))
        #expect(try changes("Nr;Naam\n2;Bo\n", of: [left]).leavers.isEmpty)
        let found = try changes("Nr;Naam\n1;Ada\n", of: [left])
        #expect(found.returns.compactMap(\.before?.id) == [left.id])
        #expect(found.newcomers.isEmpty)
    }

    @Test func `nobody has left whose row is wrong`() throws {
        let members = [member("Ada", "1"), member("Bo", "2"), member("Cas", email: "c@linde.example"), member("Dee")]
        let found = try changes(
            "Nr;Naam;E-mail\n1;;\n2;Bo;geen\n2;Anders;\n;Cas;c@linde.example\n;Cas;c@linde.example;\n;Dee;\n;Dee;\n",
            of: members)
        #expect(found.leavers.isEmpty)
        #expect(!found.wrong.isEmpty)
    }
}
