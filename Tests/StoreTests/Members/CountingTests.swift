import Core
import Store
import Support
import Testing

@Suite struct `People of a unit, typed or counted` {
    private static let list = """
        nummer;naam;pad
        1;Anna Zwart;Linde > Zorg
        2;Bram Wit;Linde > Tuin

        """

    private func house() async throws -> House {
        let house = try await House()
        try await house.addUnits("path;headcount\nLinde > Zorg;34\nLinde > Nacht;22\nLinde > Keuken;0\n")
        return house
    }

    private func unit(_ name: String, _ house: House) async throws -> Unit {
        let tree = try await house.store.units(in: house.organisation.id)
        return try #require(tree.unit(at: ["Linde", name]))
    }

    private func type(_ headcount: Int, _ name: String, _ house: House) async throws {
        let unit = try await unit(name, house)
        try await house.store.changeUnit(
            unit.id, name: unit.name, under: unit.parent, headcount: headcount, since: unit.version, by: nil,
            in: house.organisation.id)
    }

    private func leave(_ number: String, _ house: House) async throws {
        let home = house.organisation
        var member = try #require(try await house.store.allMembers(in: home.id).first { $0.number == number })
        member.leftOn = House.morning.day(in: home.zone) - 1
        try await house.store.change(member, by: nil, in: home.id)
    }

    @Test func `somebody who is added by hand leaves alone what was typed, and counts where nothing was`() async throws
    {
        let house = try await house()
        try await house.addMember("Anna", ["Linde", "Zorg"])
        try await house.addMember("Bram", ["Linde", "Keuken"])
        #expect(try await house.headcount("Linde", "Zorg") == 34)
        #expect(try await house.headcount("Linde", "Keuken") == 1)
        let (care, kitchen) = (try await unit("Zorg", house), try await unit("Keuken", house))
        #expect(!care.isCounted && care.isTyped && care.hasMembers && kitchen.isCounted && !kitchen.isTyped)
        try await house.store.recountUnits()
        try await house.store.erasePerson("Anna")
        #expect(try await house.headcount("Linde", "Zorg") == 34)
    }

    @Test func `the first list undone, each unit has the number that was typed`() async throws {
        let house = try await house()
        try await house.importStaff(Self.list)
        #expect(try await house.headcount("Linde", "Zorg") == 1)
        #expect(try await house.headcount("Linde", "Tuin") == 1)
        #expect(try await house.headcount("Linde", "Nacht") == 22)
        try await house.undoStaffImport()
        #expect(try await house.headcount("Linde", "Zorg") == 34)
        try await house.store.recountUnits()
        try await type(35, "Zorg", house)
        #expect(try await house.headcount("Linde", "Zorg") == 35)
    }

    @Test func `a unit that an earlier list counts is counted on when a later one is undone`() async throws {
        let house = try await house()
        try await house.importStaff(Self.list)
        try await house.importStaff(Self.list + "3;Cees Grijs;Linde > Nacht\n4;Dirk Blauw;Linde > Zorg\n")
        #expect(try await house.headcount("Linde", "Zorg") == 2)
        try await house.undoStaffImport()
        #expect(try await house.headcount("Linde", "Zorg") == 1)
        #expect(try await house.headcount("Linde", "Nacht") == 22)
    }

    @Test func `a list counts also those whom it leaves as they are`() async throws {
        let house = try await house()
        try await house.addMember("Anna Zwart", number: "1", ["Linde", "Zorg"])
        #expect(try await house.headcount("Linde", "Zorg") == 34)
        try await house.importStaff("nummer;naam;pad\n1;Anna Zwart;Linde > Zorg\n")
        #expect(try await house.headcount("Linde", "Zorg") == 1)
        try await house.undoStaffImport()
        #expect(try await house.headcount("Linde", "Zorg") == 34)
    }

    @Test func `where nobody works any more the number can be typed, and is of whoever typed it`() async throws {
        let house = try await house()
        try await house.importStaff(Self.list)
        try await type(30, "Zorg", house)
        #expect(try await house.headcount("Linde", "Zorg") == 1)
        try await leave("1", house)
        #expect(try await house.headcount("Linde", "Zorg") == 0)
        try await type(30, "Zorg", house)
        try await house.store.recountUnits()
        #expect(try await house.headcount("Linde", "Zorg") == 30)
        try await house.undoStaffImport()
        #expect(try await house.headcount("Linde", "Zorg") == 30)
    }

    @Test func `where the counting found somebody who stays after undoing, and nothing was typed, they count`()
        async throws
    {
        let house = try await house()
        try await house.importStaff(Self.list)
        try await house.addMember("Els", ["Linde", "Tuin"])
        try await house.addMember("Fien", ["Linde", "Zorg"])
        try await house.undoStaffImport()
        #expect(try await house.headcount("Linde", "Tuin") == 1)
        #expect(try await house.headcount("Linde", "Zorg") == 34)
    }
}
