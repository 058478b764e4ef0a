import Core
import Support
import Surveys
import Testing

@testable import Store

@Suite struct RemovalTests {
    @Test func `a draft goes with its address and its readings, and the log says so`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;30\n")
        let draft = try await house.draftWave("Proef")
        try await house.store.noteReading(of: draft.id, by: "Ria", account: nil, in: draft.organisation)
        try await house.store.removeDraft(draft.id, in: draft.organisation, since: 0)

        await #expect(throws: NotFound.self) { try await house.store.wave(draft.id, in: draft.organisation) }
        #expect(try await house.store.wave(slug: draft.slug) == nil)
        #expect(try await house.store.sharedWave(draft.slug) == nil)
        #expect(try await house.store.readings(of: draft.id, in: draft.organisation).isEmpty)
        let left = try await house.store.read { try $0.rows("SELECT slug FROM short_link").count }
        #expect(left == 0)
        let lines = try await house.store.auditLines(in: draft.organisation).filter { $0.act == .waveRemoved }
        #expect(lines.map(\.subject) == ["Proef"])
    }

    @Test func `what was opened is never removed, nor what somebody else changed`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;30\n")
        let open = try await house.openWave("Open")
        for version in 0...2 {
            await #expect(throws: Wave.Refusal.isNoDraft) {
                try await house.store.removeDraft(open.id, in: open.organisation, since: version)
            }
        }
        let draft = try await house.draftWave("Proef")
        try await house.store.change(draft.id, in: draft.organisation, since: 0, by: nil) { $0.title = "Anders" }
        await #expect(throws: Conflict.changedMeanwhile) {
            try await house.store.removeDraft(draft.id, in: draft.organisation, since: 0)
        }
        #expect(try await house.store.waves(in: draft.organisation).count == 2)
    }

    @Test func `a unit comes back with those that went along, and not with those that went before`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        try await house.addUnits("path;headcount\nZorg;3\nZorg > Hof;30\nZorg > Veld;20\n")
        let home = house.organisation.id
        func unit(_ name: String) async throws -> Core.Unit {
            try #require(try await house.store.units(in: home).units.first { $0.name == name })
        }
        try await house.store.archiveUnit(unit("Hof").id, by: nil, in: home)
        #expect(try await house.store.units(in: home).people(in: unit("Zorg")) == 23)
        time.pass(86_400)
        try await house.store.archiveUnit(unit("Zorg").id, by: nil, in: home)
        await #expect(throws: Core.Unit.Refusal.aboveIsArchived) {
            try await house.store.putBackUnit(unit("Veld").id, by: nil, in: home)
        }
        try await house.store.putBackUnit(unit("Zorg").id, by: nil, in: home)
        let there = try await house.store.units(in: home).units.filter { $0.archivedOn == nil }.map(\.name)
        #expect(there.sorted() == ["Veld", "Zorg"])
        try await house.store.putBackUnit(unit("Hof").id, by: nil, in: home)
        #expect(try await unit("Hof").archivedOn == nil)
        #expect(try await house.store.auditLines(in: home).count { $0.act == .unitPutBack } == 2)
    }

    @Test func `a unit whose name is taken by now stays archived`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;30\n")
        let home = house.organisation.id
        let old = try #require(try await house.store.units(in: home).units.first)
        try await house.store.archiveUnit(old.id, by: nil, in: home)
        try await house.store.addUnit("zorg", under: nil, headcount: 4, by: nil, in: home)
        await #expect(throws: Core.Unit.Refusal.nameIsTaken) {
            try await house.store.putBackUnit(old.id, by: nil, in: home)
        }
    }
}
