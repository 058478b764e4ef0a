import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

/// A team that belongs somewhere else from now on.
@Suite struct MovingUnitsTests {
    private static let list = """
        path;headcount
        De Linde > Zorg > Lindehof;34
        De Linde > Zorg > Lindehof > Nacht;12
        De Linde > Hulp > Nacht;22
        De Linde > Hulp;11
        """

    private func house() async throws -> House {
        let house = try await House()
        try await house.addUnits(Self.list)
        return house
    }

    private func tree(_ house: House) async throws -> UnitTree {
        try await house.store.units(in: house.organisation.id)
    }

    private func unit(_ house: House, _ path: String...) async throws -> Core.Unit {
        try #require(try await tree(house).unit(at: ["De Linde"] + path))
    }

    private func fields(_ unit: Core.Unit, under parent: Core.Unit.ID?, version: Int? = nil) -> [(String, String)] {
        [
            ("name", unit.name), ("headcount", "\(unit.headcount)"), ("version", "\(version ?? unit.version)"),
            ("parent", parent.map { "\($0)" } ?? ""),
        ]
    }

    @Test func `it moves with all that is below it, the log says so, and an open wave keeps its groups`() async throws {
        let house = try await house()
        let (hr, council) = (try await house.visitor(.hr), try await house.visitor(.council))
        let wave = try await house.openWave("Meting")
        let groups = try await house.store.groups(of: wave.id, in: wave.organisation)
        let (ward, help) = (try await unit(house, "Zorg", "Lindehof"), try await unit(house, "Hulp"))
        try await house.test { client async throws in
            let page = try await hr.get("/admin/units/\(ward.id)", client).text
            #expect(page.contains("<option value=\"\(help.id)\">De Linde &gt; Hulp</option>"))
            #expect(page.contains("\" selected>De Linde &gt; Zorg</option>"))
            // Neither itself nor what is below it is there to choose.
            #expect(!page.contains("Lindehof</option>") && !page.contains("Lindehof &gt; Nacht</option>"))
            let moved = try await hr.post("/admin/units/\(ward.id)", fields(ward, under: help.id), client)
            #expect(moved.status == .seeOther)
            let log = try await council.get("/admin/log", client).text
            #expect(log.contains("<b>Team op een andere plek gezet</b><span>Lindehof</span>"))
            #expect(!log.contains("<b>Team toegevoegd of gewijzigd</b><span>Lindehof</span>"))
        }
        #expect(try await tree(house).unit(at: ["De Linde", "Hulp", "Lindehof", "Nacht"])?.headcount == 12)
        #expect(try await tree(house).unit(at: ["De Linde", "Zorg", "Lindehof"]) == nil)
        #expect(try await house.store.groups(of: wave.id, in: wave.organisation) == groups)
    }

    @Test func `it goes to the top, and stays where it is when nobody says otherwise`() async throws {
        let house = try await house()
        let hr = try await house.visitor(.hr)
        let ward = try await unit(house, "Zorg", "Lindehof")
        try await house.test { client async throws in
            let plain = [("name", "Lindehof"), ("headcount", "35"), ("version", "0")]
            #expect(try await hr.post("/admin/units/\(ward.id)", plain, client).status == .seeOther)
            #expect(try await tree(house)[ward.id]?.parent == ward.parent)
            let up = fields(ward, under: nil, version: 1)
            #expect(try await hr.post("/admin/units/\(ward.id)", up, client).status == .seeOther)
        }
        #expect(try await tree(house).unit(at: ["Lindehof"])?.id == ward.id)
    }

    @Test func `it never comes below itself, below what is not there, or beside its own name`() async throws {
        let house = try await house()
        let hr = try await house.visitor(.hr)
        let ward = try await unit(house, "Zorg", "Lindehof")
        let below = try await unit(house, "Zorg", "Lindehof", "Nacht")
        let (help, gone) = (try await unit(house, "Hulp"), try await unit(house, "Hulp", "Nacht"))
        let before = try await tree(house).units
        let trials: [(unit: Core.Unit, parent: Core.Unit.ID, told: String)] = [
            (ward, ward.id, "Een team kan niet onder zichzelf staan"),
            (ward, below.id, "Een team kan niet onder zichzelf staan"),
            (ward, .random(), "Dit team bestaat niet, of is gearchiveerd"),
            (below, help.id, "Op deze plek is al een team met deze naam"),
        ]
        try await house.test { client async throws in
            for trial in trials {
                let path = "/admin/units/\(trial.unit.id)"
                let page = try await hr.post(path, fields(trial.unit, under: trial.parent), client)
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains(trial.told), "\(trial.told)")
            }
            #expect(try await tree(house).units == before)
            try await house.store.archiveUnit(gone.id, by: nil, in: house.organisation.id)
            let page = try await hr.post("/admin/units/\(ward.id)", fields(ward, under: gone.id), client)
            #expect(page.text.contains("Dit team bestaat niet, of is gearchiveerd"))
        }
    }

    @Test func `of two tabs the second sees where the first put it, and keeps its own choice`() async throws {
        let house = try await house()
        let hr = try await house.visitor(.hr)
        let (ward, help) = (try await unit(house, "Zorg", "Lindehof"), try await unit(house, "Hulp"))
        try await house.test { client async throws in
            let path = "/admin/units/\(ward.id)"
            #expect(try await hr.post(path, fields(ward, under: help.id), client).status == .seeOther)
            let second = try await hr.post(path, fields(ward, under: nil), client)
            #expect(second.status == .conflict)
            #expect(second.text.contains("Lindehof, 34 mensen direct in dit team. Hoort bij: De Linde &gt; Hulp"))
            #expect(!second.text.contains("\" selected>"))
            let version = try #require(second.text.between("name=\"version\" value=\"", "\""))
            let again = fields(ward, under: nil, version: Int(version))
            #expect(try await hr.post(path, again, client).status == .seeOther)
        }
        #expect(try await tree(house)[ward.id]?.parent == nil)
    }

    @Test func `two that go below each other at once do not both go`() async throws {
        let house = try await house()
        let (care, help) = (try await unit(house, "Zorg"), try await unit(house, "Hulp"))
        let store = house.store
        func move(_ unit: Core.Unit, under parent: Core.Unit.ID) async -> Bool {
            do {
                try await store.changeUnit(
                    unit.id, name: unit.name, under: parent, headcount: unit.headcount, since: unit.version, by: nil,
                    in: house.organisation.id)
                return true
            } catch { return false }
        }
        async let first = move(care, under: help.id)
        async let second = move(help, under: care.id)
        let moved = await [first, second]
        #expect(moved.count { $0 } == 1)
        let now = try await tree(house)
        #expect(now.roots.map(now.people) == [79])
    }
}
