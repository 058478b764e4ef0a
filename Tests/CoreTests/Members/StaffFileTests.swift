import Testing

@testable import Core

@Suite struct `What a list says of people` {
    private func file(_ text: String, remembered: [StaffField: String] = [:]) throws -> StaffFile {
        let table = try StaffTable(Array(text.utf8), name: "p.csv", .real)
        return try StaffFile(table, StaffColumns(table.headings, .real, remembered: remembered), name: "p.csv")
    }

    @Test func `a name may stand in one column or in three`() throws {
        let three = try file("Roepnaam;Tussenvoegsel;Achternaam\nAda;van;Dijk\nBo;;Groen\n")
        #expect(three.people.map(\.name) == ["Ada van Dijk", "Bo Groen"])
        let both = try file("Naam;Roepnaam;Achternaam\nDijk, van, A.;Ada;van Dijk\n")
        #expect(both.people.map(\.name) == ["Ada van Dijk"])
        let one = try file("Naam;Voornaam\nDijk, Ada van;Ada\n")
        #expect(one.people.map(\.name) == ["Dijk, Ada van"])
    }

    @Test func `a unit is a path, or levels from the top down, without everybody's own organisation`() throws {
        #expect(try file("Naam;Pad\nAda;Zorg > Zuid\n").people[0].places == [.init(path: ["Zorg", "Zuid"])])
        let levels = try file(
            "Naam;Organisatie;Locatie;Afdeling;Team\nAda;De Linde;Huis A;Zorg;Zuid\nBo;De Linde;Huis A;;Keuken\n")
        #expect(
            levels.people.map { $0.places.map(\.path) } == [[["Huis A", "Zorg", "Zuid"]], [["Huis A", "Keuken"]]])
        let several = try file("Naam;Stichting;Team\nAda;De Linde;Zuid\nBo;De Es;Noord\n")
        #expect(several.people.map { $0.places[0].path } == [["De Linde", "Zuid"], ["De Es", "Noord"]])
    }

    @Test func `somebody who stands there for two teams is one`() throws {
        let text =
            "Nr;Naam;Team;Vanaf;Tot\n42;Ada;Zuid;1-1-2020;\n42;ada ;Keuken;2024-03-01;31-12-2026\n42;Ada;Zuid;1-1-2020;\n"
        let found = try file(text)
        #expect(found.wrong.isEmpty)
        #expect(found.people.map(\.line) == [2])
        #expect(
            found.people[0].places == [
                .init(path: ["Zuid"], from: Day(2020, 1, 1)),
                .init(path: ["Keuken"], from: Day(2024, 3, 1), until: Day(2026, 12, 31)),
            ])
    }

    @Test func `two people of one number are both left out, and so are two of one name without any`() throws {
        let numbers = try file("Nr;Naam;Team\n42;Ada;Zuid\n43;Bo;Zuid\n42;Cas;Zuid\n")
        #expect(numbers.people.map(\.name) == ["Bo"])
        #expect(numbers.wrong.map(\.key) == ["staff.number_is_twice"])
        #expect(numbers.wrong[0].values == ["name": "Cas", "number": "42", "first": "2", "other": "Ada"])
        #expect(numbers.wrong[0].line == 4)
        let names = try file("Naam;Team\nAda;Zuid\nada;Noord\n")
        #expect(names.people.isEmpty)
        #expect(names.wrong.map(\.key) == ["staff.name_is_twice"])
    }

    @Test func `row by row it is said what is wrong, and the others stay`() throws {
        let found = try file(
            """
            Nr;Naam;E-mail;Team;Vanaf
            1;Ada;ada@linde.example;Zuid;1-1-2020
            2;;b@linde.example;Zuid;
            3;Cas;cas(at)linde.example;Zuid;
            4;Dee;;Zuid;31-2-2020
            111222333;Evi;;Zuid;
            ;;;;
            """)
        #expect(found.people.map(\.name) == ["Ada"])
        #expect(
            found.wrong.map(\.key) == [
                "member.name_is_empty", "member.email_is_none", "member.day_is_none", "member.number_is_of_the_state",
            ])
        #expect(found.wrong.map(\.line) == [3, 4, 5, 6])
    }

    @Test func `what was chosen for a heading before counts more than what programs call it`() throws {
        let chosen = try file(
            "Kenmerk;Medewerker;Groep\n7;Ada;Zuid\n", remembered: [.number: "kenmerk", .functionGroup: "Groep"])
        #expect(chosen.people[0].number == "7")
        #expect(chosen.people[0].functionGroup == "Zuid")
        #expect(chosen.people[0].places.isEmpty)
    }

    @Test func `a list without names says which headings it has`() throws {
        let table = try StaffTable(Array("Kleur;Maat\nrood;3\n".utf8), name: "p.csv", .real)
        let wanted = Problems(Problem("staff.name_is_missing", ["found": "Kleur, Maat"], file: "p.csv"))
        #expect(throws: wanted) { try StaffFile(table, StaffColumns(table.headings, .real), name: "p.csv") }
    }
}
