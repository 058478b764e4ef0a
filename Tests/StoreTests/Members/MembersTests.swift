import Core
import Store
import Support
import Testing

@Suite struct MembersTests {
    private static let units = "path;headcount\nLinde > Zorg;0\nLinde > Nacht;0\nLinde > Keuken;5"

    private func house() async throws -> House {
        let house = try await House()
        try await house.addUnits(Self.units)
        return house
    }

    private func names(_ search: MemberSearch, _ house: House) async throws -> [String] {
        try await house.store.members(search, in: house.organisation.id).members.map(\.name)
    }

    @Test func `somebody is found by a part of the name, the number or the address, in any case`() async throws {
        let house = try await house()
        try await house.addMember("Ömer Çelik", number: "A-0042")
        try await house.addMember("Jan de Boer", email: "J.deBoer@linde.example")
        try await house.addMember("Fatima el Idrissi")
        for (text, found) in [
            ("ÇEL", ["Ömer Çelik"]), ("a-004", ["Ömer Çelik"]), ("deboer@", ["Jan de Boer"]),
            (" idr ", ["Fatima el Idrissi"]),
            ("%", []), ("_", []), ("", ["Fatima el Idrissi", "Jan de Boer", "Ömer Çelik"]),
        ] as [(String, [String])] {
            #expect(try await names(MemberSearch(text: text), house) == found, "\(text)")
        }
    }

    @Test func `those of a unit are those who work there now or below it`() async throws {
        let house = try await house()
        let tree = try await house.store.units(in: house.organisation.id)
        let zorg = try #require(tree.unit(at: ["Linde", "Zorg"])).id
        let keuken = try #require(tree.unit(at: ["Linde", "Keuken"])).id
        let today = House.morning.day(in: house.organisation.zone)
        try await house.addMember("Anna", ["Linde", "Zorg"])
        try await house.addMember("Bram", ["Linde", "Nacht"], ["Linde", "Zorg"])
        for (name, from, until) in [("Cees", nil, today - 1), ("Dirk", today + 1, nil)] as [(String, Day?, Day?)] {
            let place = Member.Place(unit: zorg, from: from, until: until)
            let member = Member(id: .random(), name: name, places: [place])
            try await house.store.add(member, by: nil, in: house.organisation.id)
        }
        let linde = try #require(tree.unit(at: ["Linde"])).id
        #expect(try await names(MemberSearch(unit: zorg), house) == ["Anna", "Bram"])
        #expect(try await names(MemberSearch(unit: linde), house) == ["Anna", "Bram"])
        #expect(try await names(MemberSearch(text: "br", unit: linde), house) == ["Bram"])
        #expect(try await names(MemberSearch(unit: keuken), house) == [])
    }

    @Test func `who left stands apart, from the day after the last one`() async throws {
        let house = try await house()
        let today = House.morning.day(in: house.organisation.zone)
        try await house.addMember("Vandaag", leftOn: today)
        try await house.addMember("Gisteren", leftOn: today - 1)
        #expect(try await names(MemberSearch(), house) == ["Vandaag"])
        #expect(try await names(MemberSearch(isOfLeavers: true), house) == ["Gisteren"])
    }

    @Test func `a page holds so many, and says how many there are`() async throws {
        let house = try await house()
        for number in 0..<12 { try await house.addMember(number < 10 ? "Naam 0\(number)" : "Naam \(number)") }
        let found = try await house.store.members(in: house.organisation.id, skipping: 5, most: 3)
        #expect(found.members.map(\.name) == ["Naam 05", "Naam 06", "Naam 07"])
        #expect(found.count == 12)
    }

    @Test func `a unit counts those who work there, each in the first unit that holds`() async throws {
        let house = try await house()
        try await house.addMember("Anna", ["Linde", "Zorg"])
        try await house.addMember("Bram", ["Linde", "Nacht"], ["Linde", "Zorg"])
        let today = House.morning.day(in: house.organisation.zone)
        let gone = try await house.addMember("Cees", ["Linde", "Zorg"], leftOn: today - 1)
        #expect(try await house.headcount("Linde", "Zorg") == 1)
        #expect(try await house.headcount("Linde", "Nacht") == 1)
        // Nobody of the list works in the kitchen: what somebody typed stays.
        #expect(try await house.headcount("Linde", "Keuken") == 5)
        var back = try await house.store.member(gone, in: house.organisation.id)
        back.leftOn = nil
        try await house.store.change(back, by: nil, in: house.organisation.id)
        #expect(try await house.headcount("Linde", "Zorg") == 2)
    }

    @Test func `whoever begins or stops on a day counts from that day on, without anybody doing anything`() async throws
    {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        try await house.addUnits(Self.units)
        let today = House.morning.day(in: house.organisation.zone)
        let tree = try await house.store.units(in: house.organisation.id)
        let zorg = try #require(tree.unit(at: ["Linde", "Zorg"])).id
        for place in [
            Member.Place(unit: zorg, from: today + 1), .init(unit: zorg, until: today),
            .init(unit: zorg, until: today + 1),
        ] {
            try await house.store.add(
                Member(id: .random(), name: "Anna", places: [place]), by: nil, in: house.organisation.id)
        }
        try await house.addMember("Bram", ["Linde", "Zorg"], leftOn: today)
        try await house.store.recountUnits()
        #expect(try await house.headcount("Linde", "Zorg") == 3)
        time.pass(86_400)
        try await house.store.recountUnits()
        #expect(try await house.headcount("Linde", "Zorg") == 2)
        time.pass(86_400)
        try await house.store.recountUnits()
        #expect(try await house.headcount("Linde", "Zorg") == 1)
    }

    @Test func `nobody types how many work in a unit where members are counted`() async throws {
        let house = try await house()
        try await house.addMember("Anna", ["Linde", "Zorg"])
        let home = house.organisation.id
        let zorg = try #require(try await house.store.units(in: home).unit(at: ["Linde", "Zorg"]))
        try await house.store.changeUnit(
            zorg.id, name: "Zorg en wonen", under: zorg.parent, headcount: 30, since: zorg.version, by: nil, in: home)
        #expect(try await house.headcount("Linde", "Zorg en wonen") == 1)
        try await house.addUnits("path;headcount\nLinde > Zorg en wonen;40\nLinde > Nacht;7\nLinde > Keuken;5")
        #expect(try await house.headcount("Linde", "Zorg en wonen") == 1)
        #expect(try await house.headcount("Linde", "Nacht") == 7)
    }

    @Test func `who is erased counts no more, and is in no list`() async throws {
        let house = try await house()
        try await house.addMember("Anna Zwart", ["Linde", "Zorg"])
        try await house.addMember("Bram", ["Linde", "Zorg"])
        try await house.store.erasePerson("anna zwart", in: house.organisation.id)
        #expect(try await house.headcount("Linde", "Zorg") == 1)
        #expect(try await names(MemberSearch(), house) == ["Bram"])
    }

    @Test func `two people may share a name, and no two a number`() async throws {
        let house = try await house()
        try await house.addMember("Jan Smit", number: "7a")
        try await house.addMember("Jan Smit", number: "8")
        await #expect(throws: Member.Refusal.numberIsTaken) { try await house.addMember("Piet", number: " 7A") }
        let other = try await house.store.addOrganisation("els", name: "De Els")
        let stranger = Member(id: .random(), name: "Jan Smit", number: "7a")
        try await house.store.add(stranger, by: nil, in: other.id)
        #expect(try await names(MemberSearch(), house) == ["Jan Smit", "Jan Smit"])
    }

    @Test func `a member is there for the own organisation alone`() async throws {
        let house = try await house()
        let id = try await house.addMember("Anna", ["Linde", "Zorg"])
        let other = try await house.store.addOrganisation("els", name: "De Els").id
        await #expect(throws: NotFound.self) { try await house.store.member(id, in: other) }
        let known = try await house.store.member(id, in: house.organisation.id)
        await #expect(throws: NotFound.self) { try await house.store.change(known, by: nil, in: other) }
        let strange = Member(id: .random(), name: "Els", places: known.places)
        await #expect(throws: Member.Refusal.unitIsMissing) { try await house.store.add(strange, by: nil, in: other) }
        #expect(try await house.store.members(in: other).count == 0)
    }

    @Test func `of two who change somebody the second is told`() async throws {
        let house = try await house()
        let id = try await house.addMember("Anna")
        var (first, second) = (
            try await house.store.member(id, in: house.organisation.id), Member(id: id, name: "Anne")
        )
        first.functionGroup = "zorg"
        try await house.store.change(first, by: nil, in: house.organisation.id)
        second.email = "anne@linde.example"
        await #expect(throws: Conflict.self) {
            try await house.store.change(second, by: nil, in: house.organisation.id)
        }
        #expect(try await house.store.member(id, in: house.organisation.id).functionGroup == "zorg")
    }
}
