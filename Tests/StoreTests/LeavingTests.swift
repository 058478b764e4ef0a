import Core
import Foundation
import Methods
import Support
import Surveys
import Testing

@testable import Store
@testable import Web

/// Everything of an organisation goes, and nothing of another.
@Suite struct LeavingTests {
    private func decision(
        _ full: FullHouse, _ agreed: [Decision.Agreed] = [.hr, .council], kind: Decision.Kind = .leaving
    ) async throws -> Decision.ID {
        let day = Day(2026, 10, 1)
        let decision = try Decision(
            id: .random(), kind: kind, subject: "Weg", askedBy: .named("Ria Zwart"),
            agreements: agreed.map { Decision.Agreement(role: $0, day: day) }, decidedOn: day, text: "Wij gaan.",
            language: .dutch)
        try await full.house.store.record(decision, by: nil, in: full.house.organisation.id)
        return decision.id
    }

    private func ready() async throws -> FullHouse {
        let full = try await FullHouse(House())
        let home = try await full.house.store.organisation(full.house.organisation.id)
        try await full.house.store.change(home.id, since: home.version, by: nil) { $0.council = .worksCouncil }
        return full
    }

    private func withdrawOpen(_ full: FullHouse) async throws {
        let open = try #require(full.waves[.open])
        try await full.house.store.withdraw(open.id, in: open.organisation)
    }

    private func tables(_ store: Store) async throws -> [String] {
        let query = """
            SELECT DISTINCT found.name FROM sqlite_master AS found, pragma_table_info(found.name) AS part
            WHERE found.type = 'table' AND part.name = 'organisation_id' ORDER BY found.name
            """
        return try await store.read { try $0.rows(query).map { try $0["name"] } }
    }

    private func rows(of home: Organisation.ID, in store: Store) async throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for table in try await tables(store) {
            let query = "SELECT * FROM \(table) WHERE organisation_id = $1"
            found[table] = try await store.read { try $0.rows(query, home).map { "\($0.row)" }.sorted() }
        }
        return found
    }

    @Test func `a row of every table goes, and another organisation keeps each of its own`() async throws {
        let full = try await ready()
        let (store, home) = (full.house.store, full.house.organisation)
        try await withdrawOpen(full)
        _ = try await full.visitor(.hr)
        _ = try await full.neighbour(.hr)
        let before = try await rows(of: full.neighbours.id, in: store)
        let waves = try await store.waves(in: home.id).count
        let proof = try #require(try await store.remove(home.slug, by: decision(full), withoutExport: true))
        #expect(try await rows(of: full.neighbours.id, in: store) == before)
        #expect(try await rows(of: home.id, in: store).allSatisfy(\.value.isEmpty))
        #expect(try await store.organisations().map(\.slug) == ["esdoorn"])
        #expect(proof.removed["wave"] == waves && proof.removed["permission"] == 1 && proof.removed["account"] == 1)
        #expect(proof.search.isClean && proof.search.found.allSatisfy { $0.place == .others })
        // What nobody asks any more is gone; what the other asked stays.
        let asked = try await store.read {
            try $0.rows("SELECT DISTINCT folder FROM pack_file").map { try $0["folder"] as String }
        }
        #expect(asked == ["pulse"])
    }

    @Test func `it takes both, and no open wave`() async throws {
        let full = try await ready()
        let (store, slug) = (full.house.store, full.house.organisation.slug)
        let both = try await decision(full)
        await #expect(throws: LeavingPlan.Refusal.wavesAreOpen) {
            try await store.remove(slug, by: both, withoutExport: true)
        }
        try await withdrawOpen(full)
        await #expect(throws: LeavingPlan.Refusal.takesDecision) {
            try await store.remove(slug, by: nil, withoutExport: true)
        }
        for wrong in [
            try await decision(full, [.hr]), try await decision(full, [.hr, .staffMeeting]), full.decision.id,
            try await decision(full, kind: .dpia),
        ] {
            await #expect(throws: LeavingPlan.Refusal.takesTwo) {
                try await store.remove(slug, by: wrong, withoutExport: true)
            }
        }
        await #expect(throws: NotFound.self) { try await store.remove(slug, by: .random(), withoutExport: true) }
        #expect(try await store.remove("nobody", by: both, withoutExport: true) == nil)
        let plan = try await store.leavingPlan(of: full.house.organisation)
        #expect(plan.open.isEmpty && plan.waves[.withdrawn] == 2)
    }

    @Test func `what nobody took along since the last change goes only when somebody says so`() async throws {
        let full = try await ready()
        let (store, home) = (full.house.store, full.house.organisation)
        func taken() async throws -> Bool { try await store.leavingPlan(of: home).isTaken }
        try await withdrawOpen(full)
        // On the same day, and yet before the last agreement.
        try await store.noteExport(of: home.id, holding: store.exportMark(of: home.id))
        let today = store.clock.now.day(in: home.zone)
        let allowed = try await decision(full)
        // Whoever reads its day reads that it is too old, too.
        #expect(try await store.lastExport(of: home.id) == LastExport(day: today, isWhole: false))
        #expect(try await !taken())
        await #expect(throws: LeavingPlan.Refusal.nothingTaken) { try await store.remove(home.slug, by: allowed) }
        try await store.noteExport(of: home.id, holding: store.exportMark(of: home.id))
        #expect(try await taken())
        #expect(try await store.lastExport(of: home.id)?.isWhole == true)
        // What was shared since is in no export.
        _ = try await full.house.publish(#require(full.waves[.closed]))
        #expect(try await !taken())
        await #expect(throws: LeavingPlan.Refusal.nothingTaken) { try await store.remove(home.slug, by: allowed) }
        try await store.noteExport(of: home.id, holding: store.exportMark(of: home.id))
        #expect(try await taken())
        #expect(try await store.remove(home.slug, by: allowed) != nil)
    }

    @Test func `an export during which a wave closed is not noted`() async throws {
        let full = try await ready()
        let (store, home) = (full.house.store, full.house.organisation)
        let mark = try await store.exportMark(of: home.id)
        _ = try await full.house.close(#require(full.waves[.open]))
        await #expect(throws: LeavingPlan.Refusal.changedMeanwhile) {
            try await store.noteExport(of: home.id, holding: mark)
        }
        #expect(try await store.lastExport(of: home.id) == nil)
    }

    @Test func `every kind of row that goes has a name in both languages`() async throws {
        let house = try await House()
        let words = try Words(House.root.appendingPathComponent("Locales"))
        for kind in try await tables(house.store) + ["account", "decision_typist"] {
            for language in Language.spoken {
                #expect(words.keys(in: language).contains("departure.kind.\(kind)"), "\(kind)")
            }
        }
    }

    @Test func `who types is no person at a staff meeting, in the plan, the list of people and the proof`() async throws
    {
        let full = try await ready()
        let (store, home, day) = (full.house.store, full.house.organisation, Day(2026, 10, 1))
        let before = try await store.leavingPlan(of: home).removed["decision_witness"] ?? 0
        let open = try #require(full.waves[.open])
        let paper = try Decision(
            id: .random(), kind: .paper, subject: "Wie typt", askedBy: .named("Ria Zwart"),
            agreements: [.init(role: .council, day: day)], decidedOn: day, text: "Zij.", language: .dutch,
            typists: [.named("Wil"), .named("Noor")], waves: [.init(open)])
        try await store.record(paper, by: nil, in: home.id)
        let plan = try await store.leavingPlan(of: home)
        #expect(plan.removed["decision_typist"] == 2 && plan.removed["decision_witness"] == before)
        let known = try await store.knownPeople(in: home.id)
        #expect(known.first { $0.name == "Wil" }?.reasons == [.typist])
        try await withdrawOpen(full)
        let proof = try #require(try await store.remove(home.slug, by: decision(full), withoutExport: true))
        #expect(proof.removed["decision_typist"] == 2 && proof.removed["decision_witness"] == before)
    }

    @Test func `a proof that was changed is none`() async throws {
        let full = try await ready()
        try await withdrawOpen(full)
        let proof = try #require(try await full.house.store.remove("linde", by: decision(full), withoutExport: true))
        #expect(try DepartureProof(reading: proof.bytes) == proof)
        let forged = String(decoding: try proof.bytes, as: UTF8.self).replacing("linde", with: "linda")
        #expect(throws: StartProblem.isNoProof) { try DepartureProof(reading: Array(forged.utf8)) }
        #expect(throws: StartProblem.isNoProof) { try DepartureProof(reading: []) }
    }

    @Test func `texts are found wherever in a file they begin, also across its parts`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("weefsel-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        var bytes = [UInt8](repeating: 7, count: 4_194_304 - 3)
        bytes += Array("Populier".utf8) + [0, 1] + Array("zwart".utf8)
        try Data(bytes).write(to: file)
        let handles = OpenHandles()
        var search = ByteSearch(["Populier", "Zwart", "zwart", "populier"])
        #expect(try search.terms(in: file, path: "x", keeping: handles) == [0, 2])
        #expect(try search.terms(in: file, path: "a/Zwart/b", keeping: handles) == [0, 1, 2])
        #expect(search.files == 2 && search.bytes == 2 * bytes.count)
    }
}
