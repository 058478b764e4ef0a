import Core
import Store
import Support
import Testing

@Suite struct StaffImportTests {
    private static let first = """
        nummer;naam;e-mail;functie;pad
        1;Anna Zwart;anna@linde.example;zorg;Linde > Zorg
        2;Bram Wit;;keuken;Linde > Keuken
        3;Cees Grijs;;zorg;Linde > Zorg

        """

    private func house() async throws -> House {
        let house = try await House()
        try await house.addUnits("path;headcount\nLinde > Zorg;9\n")
        try await house.importStaff(Self.first)
        return house
    }

    /// Everybody here, with the units of now, as lines.
    private func lines(_ house: House) async throws -> [String] {
        let (home, today) = (house.organisation, House.morning.day(in: house.organisation.zone))
        let tree = try await house.store.units(in: home.id)
        return try await house.store.allMembers(in: home.id).map { member in
            let units = member.places.filter { $0.holds(on: today) }.compactMap { tree[$0.unit]?.name }
            let told = [member.number, member.name, member.email, member.functionGroup].map { $0 ?? "" }
            return (told + [units.joined(separator: "+"), member.isHere(on: today) ? "" : "left"]).joined(
                separator: ",")
        }
    }

    @Test func `a list makes members, the units that it names, and their numbers`() async throws {
        let house = try await house()
        #expect(
            try await lines(house) == [
                "1,Anna Zwart,anna@linde.example,zorg,Zorg,", "2,Bram Wit,,keuken,Keuken,", "3,Cees Grijs,,zorg,Zorg,",
            ])
        #expect(try await house.headcount("Linde", "Zorg") == 2)
        #expect(try await house.headcount("Linde", "Keuken") == 1)
        let last = try #require(try await house.store.lastStaffImport(in: house.organisation.id))
        #expect((last.joined, last.changed, last.left) == (3, 0, 0))
        #expect(
            try await house.store.staffColumns(in: house.organisation.id)
                == [.number: "nummer", .name: "naam", .email: "e-mail", .functionGroup: "functie", .unit: "pad"])
    }

    private static let second = """
        nummer;naam;e-mail;functie;pad
        1;Anna Zwart-Wit;;zorg;Linde > Nacht > West
        3;Cees Grijs;cees@linde.example;zorg;Linde > Zorg
        4;Dirk Blauw;;;Linde > Zorg

        """

    @Test func `nobody leaves unless somebody says so, and many only when that is said as well`() async throws {
        let house = try await house()
        await #expect(throws: StaffImport.Refusal.leaversAreUnsure) { try await house.importStaff(Self.second) }
        await #expect(throws: StaffImport.Refusal.manyAreLeaving) {
            try await house.importStaff(Self.second, leavers: .go(areMany: false))
        }
        #expect(try await lines(house).count == 3)
        try await house.importStaff(Self.second, leavers: .stay)
        #expect(try await lines(house).contains("2,Bram Wit,,keuken,Keuken,"))
        try await house.importStaff(Self.second, leavers: .go(areMany: true))
        #expect(try await lines(house).contains("2,Bram Wit,,keuken,Keuken,left"))
        #expect(try await house.headcount("Linde", "Keuken") == 0)
    }

    @Test func `a last day that was typed and is to come stays, and who comes back has none`() async throws {
        let house = try await house()
        let (home, today) = (house.organisation, House.morning.day(in: house.organisation.zone))
        for (number, day) in [("1", today + 30), ("2", today), ("3", today - 1)] {
            var member = try #require(try await house.store.allMembers(in: home.id).first { $0.number == number })
            member.leftOn = day
            try await house.store.change(member, by: nil, in: home.id)
        }
        try await house.importStaff(Self.first.replacing("zorg;", with: "leiding;").replacing("keuken", with: "kok"))
        let now = try await house.store.allMembers(in: home.id)
        #expect(now.map(\.functionGroup) == ["leiding", "kok", "leiding"])
        #expect(now.map(\.leftOn) == [today + 30, today, nil])
    }

    @Test func `whose last day stands in the list left on that day, and who is missing yesterday`() async throws {
        let house = try await house()
        let (home, today) = (house.organisation, House.morning.day(in: house.organisation.zone))
        try await house.importStaff(
            "nummer;naam;tot\n1;Anna Zwart;1-9-2026\n2;Bram Wit;31-12-2026\n", leavers: .go(areMany: true))
        let days = try await house.store.allMembers(in: home.id).map(\.leftOn)
        #expect(days == [Day(2026, 9, 1), Day(2026, 12, 31), today - 1])
        try await house.undoStaffImport()
        #expect(try await house.store.allMembers(in: home.id).map(\.leftOn) == [nil, nil, nil])
    }

    @Test func `undone, all is as before but for names, and what the list made is gone`() async throws {
        let house = try await house()
        let before = try await lines(house)
        try await house.importStaff(Self.second, leavers: .go(areMany: true))
        #expect(
            try await lines(house) == [
                "1,Anna Zwart-Wit,,zorg,West,", "2,Bram Wit,,keuken,Keuken,left",
                "3,Cees Grijs,cees@linde.example,zorg,Zorg,", "4,Dirk Blauw,,,Zorg,",
            ])
        #expect(try await house.undoStaffImport().isEmpty)
        #expect(try await lines(house) == before.map { $0.replacing("Anna Zwart,", with: "Anna Zwart-Wit,") })
        #expect(try await house.headcount("Linde", "Zorg") == 2)
        #expect(try await house.headcount("Linde", "Keuken") == 1)
        let tree = try await house.store.units(in: house.organisation.id)
        #expect(tree.units.filter { $0.archivedOn != nil }.map(\.name).sorted() == ["Nacht", "West"])
        await #expect(throws: StaffImport.Refusal.isUndone) { try await house.undoStaffImport() }
    }

    @Test func `undoing brings nobody back who was erased`() async throws {
        let house = try await house()
        try await house.importStaff(Self.second, leavers: .go(areMany: true))
        try await house.store.erasePerson("Bram Wit")
        try await house.store.erasePerson("Cees Grijs")
        try await house.undoStaffImport()
        #expect(try await lines(house).map { $0.split(separator: ",")[1] } == ["Anna Zwart-Wit"])
    }

    @Test func `whoever was changed since, or is needed elsewhere, stays`() async throws {
        let house = try await house()
        try await house.importStaff(Self.second, leavers: .stay)
        let home = house.organisation.id
        var anna = try #require(try await house.store.allMembers(in: home).first { $0.number == "1" })
        anna.functionGroup = "leiding"
        try await house.store.change(anna, by: nil, in: home)
        let decision = try Decision(
            id: .random(), kind: .absenceData, subject: "Cijfers", askedBy: .named("Dirk Blauw"),
            agreements: [.init(role: .hr, day: House.morning.day(in: house.organisation.zone))],
            decidedOn: House.morning.day(in: house.organisation.zone), text: "Tot de zomer.", language: .dutch)
        try await house.store.record(decision, by: nil, in: home)
        #expect(try await house.undoStaffImport().map(\.name) == ["Anna Zwart-Wit", "Dirk Blauw"])
        // Three were touched by the list.
        let log = try await house.store.auditLines(in: home, skipping: 0, most: 100)
        #expect(log.first { $0.act == .staffImported }?.subject == "3")
        #expect(log.first { $0.act == .staffImportUndone }?.subject == "1")
        let now = try await lines(house)
        #expect(now.contains("1,Anna Zwart-Wit,,leiding,West,") && now.contains("4,Dirk Blauw,,,Zorg,"))
        // The unit in which she works stays as well.
        #expect(try await house.headcount("Linde", "Nacht", "West") == 1)
    }

    @Test func `what was changed meanwhile is looked at again`() async throws {
        let house = try await house()
        let (home, today) = (house.organisation.id, House.morning.day(in: house.organisation.zone))
        let words = try StaffFile(
            StaffTable(Array(Self.second.utf8), name: "a", house.staffWords),
            StaffColumns(["nummer", "naam", "e-mail", "functie", "pad"], house.staffWords), name: "a")
        let shown = StaffChanges(
            of: try await house.store.allMembers(in: home), in: try await house.store.units(in: home), by: words,
            on: today)
        try await house.addMember("Els")
        await #expect(throws: Conflict.changedMeanwhile) {
            try await house.store.importStaff(
                words, headings: [:], expecting: shown, leavers: .stay, by: nil, in: home)
        }
    }

    @Test func `undoing is of the list that was shown, and of the own organisation`() async throws {
        let house = try await house()
        let first = try #require(try await house.store.lastStaffImport(in: house.organisation.id))
        try await house.importStaff(Self.second, leavers: .stay)
        await #expect(throws: Conflict.changedMeanwhile) {
            try await house.store.undoStaffImport(first.id, by: nil, in: house.organisation.id)
        }
        let other = try await house.store.addOrganisation("els", name: "De Els").id
        await #expect(throws: NotFound.self) { try await house.store.undoStaffImport(first.id, by: nil, in: other) }
        #expect(try await house.store.lastStaffImport(in: other) == nil)
    }
}
