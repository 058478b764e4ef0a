import Core
import Foundation
import Methods
import Support
import Surveys
import Testing

@testable import Store

@Suite struct SchemaTests {
    @Test func `every table is classed as personal, anonymous or plain`() async throws {
        let house = try await House()
        let query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        let tables = try await house.store.read { try Set($0.rows(query).map { try $0["name"] as String }) }
        let classed = Migration.all.flatMap(\.tables.keys) + ["migration"]
        #expect(tables == Set(classed))
        #expect(classed.count == Set(classed).count)
    }

    @Test func `a table that leads to a person by an id is personal, and no other is`() async throws {
        let house = try await House()
        let leading: Set = ["person_id", "account_id", "about_id", "asked_by_id", "giver_id", "member_id"]
        for (table, kind) in Migration.all.flatMap(\.tables) where !["person", "account"].contains(table) {
            let (columns, persons) = try await house.store.read { transaction in
                (
                    try transaction.rows("SELECT name FROM pragma_table_info('\(table)')")
                        .map { try $0["name"] as String },
                    try transaction.rows(
                        """
                        SELECT "from" AS name FROM pragma_foreign_key_list('\(table)')
                        WHERE "table" IN ('person', 'account', 'member') AND "from" <> 'organisation_id'
                        """
                    ).map { try $0["name"] as String }
                )
            }
            let leads = !leading.isDisjoint(with: columns) || !persons.isEmpty
            #expect((kind == .personal) == leads, "\(table)")
        }
    }

    @Test func `every table of an organisation says which organisation`() async throws {
        let ofInstallation: Set = [
            "installation", "organisation", "person", "account", "sign_in", "migration", "pack_file",
            "departure", "second_factor", "recovery_code",
        ]
        let house = try await House()
        for table in Migration.all.flatMap(\.tables.keys) where !ofInstallation.contains(table) {
            let columns = try await house.store.read { transaction in
                try transaction.rows("SELECT name, \"notnull\" AS is_needed FROM pragma_table_info('\(table)')")
                    .map { try ($0["name"] as String, $0["is_needed"] as Int) }
            }
            #expect(columns.contains { $0 == ("organisation_id", 1) }, "\(table)")
        }
    }

    @Test func `the committed schema is the one that the steps make`() async throws {
        let house = try await House()
        let query =
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'migration' ORDER BY type DESC, name"
        let made = try await house.store.read { try $0.rows(query).map { try $0["sql"] as String } }
        let text = made.joined(separator: ";\n\n") + ";\n"
        let file = House.root.appendingPathComponent("Sources/Store/schema.sql")
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "write the new schema with bin/schema")
    }

    @Test func `of a decision of before the questionnaire is known that its wave has now`() async throws {
        let house = try await House()
        let wave = try await house.draftWave("Onderzoek")
        let home = house.organisation.id
        let day = Day(2026, 10, 1)
        for kind in [Decision.Kind.rawExport, .paper] {
            let decision = try Decision(
                id: .random(), kind: kind, subject: kind.rawValue, askedBy: .named("Noor"),
                agreements: [.init(role: .hr, day: day)], decidedOn: day, text: "Zo.", language: .dutch,
                typists: [.named("Joke")], waves: [.init(wave)])
            try await house.store.write { try $0.add(decision, in: home) }
        }
        let step = try #require(Migration.all.first { $0.name == "2026-11-29-note-questionnaire" })
        try await house.store.write { transaction in
            for column in ["pack", "pack_title", "pack_version", "asked"] {
                try transaction.run("ALTER TABLE decision_wave DROP COLUMN \(column)")
            }
            try transaction.execute(step.sql)
        }
        let kept = try await house.store.decisions(in: home)
        let raw = try #require(kept.first { $0.kind == .rawExport }?.waves.first?.questionnaire)
        #expect(raw == .init(pack: wave.pack, title: wave.pack, version: "", asked: nil))
        #expect(kept.first { $0.kind == .paper }?.waves.first?.questionnaire == nil)
    }

    @Test func `a database from a newer version is refused`() async throws {
        let house = try await House()
        await #expect(throws: StartProblem.isFromNewerVersion) {
            try await house.store.write { try $0.migrate(Array(Migration.all.dropLast())) }
        }
    }

    @Test func `writing is durable from the start`() async throws {
        let house = try await House()
        let level = try await house.store.write { try $0.row("PRAGMA synchronous")?["synchronous"] as Int? }
        #expect(level == 2)
    }
}

@Suite struct UpgradeTests {
    @Test func `what was tied to a wave before decisions named theirs stays tied, with its title`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;40\n")
        let (one, two) = (try await house.openWave("Een"), try await house.openWave("Twee"))
        let home = house.organisation.id
        let decision = Decision.ID.random()
        try await house.store.write { transaction in
            try transaction.execute("DROP TABLE decision_wave; ALTER TABLE decision DROP COLUMN withdrawn_on")
            try transaction.run(
                "DELETE FROM migration WHERE name BETWEEN $1 AND $2", Migration.createDecisionWave.name,
                "2026-11-29-note-questionnaire")
            for step in [Migration.createPaper, .createRawExport] {
                let tables = step.sql.split(separator: ";").filter { $0.contains("CREATE TABLE") }
                for table in tables { try transaction.execute(String(table)) }
            }
            let insert = "INSERT INTO decision VALUES ($1, $2, 'paper', 'x', $2, 0, 'y', 'nl')"
            try transaction.run(insert, home, decision)
            try transaction.run("INSERT INTO decision_agreement VALUES ($1, $2, 'hr', NULL, 0)", home, decision)
            for wave in [one, two] {
                try transaction.run("INSERT INTO wave_paper VALUES ($1, $2, $3, 1)", home, wave.id, decision)
            }
            try transaction.run("INSERT INTO raw_export VALUES ($1, $2, $3)", home, decision, one.id)
            try transaction.migrate()
        }
        let found = try await house.store.decision(decision, in: home)
        #expect(found.waves.map(\.title) == ["Een", "Twee"] && found.names(one.id) && found.names(two.id))
        #expect(found.withdrawnOn == nil)
    }

    @Test func `units in which members worked before are counted as they were`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;0\nNacht;22\n")
        try await house.addMember("Anna", ["Zorg"])
        try await house.store.write { transaction in
            for column in ["unit.typed_headcount", "staff_import_unit.is_made", "staff_import_unit.is_begun"] {
                let parts = column.split(separator: ".")
                try transaction.execute("ALTER TABLE \(parts[0]) DROP COLUMN \(parts[1])")
            }
            try transaction.execute(Migration.noteTypedHeadcount.sql)
        }
        let tree = try await house.store.units(in: house.organisation.id)
        #expect(tree.units.filter(\.isCounted).map(\.name) == ["Zorg"])
        #expect(try await house.headcount("Nacht") == 22)
    }

    @Test func `before a schema changes a copy is made beside it`() async throws {
        let house = try await House()
        try await house.store.write {
            try $0.run("DELETE FROM migration WHERE name = $1", Migration.createRelease.name)
        }
        try await house.store.core.copyBeforeUpgrade(into: house.store.folder.backups)
        let copies = try FileManager.default.contentsOfDirectory(atPath: house.store.folder.backups.path)
        #expect(copies == ["core-before-step-\(Migration.all.count).sqlite"])
    }

    @Test func `a wave keeps its questionnaire when the pack changes`() async throws {
        let house = try await House()
        let open = try await OpenHouse(house)
        let before = try await house.store.instrument(of: open.wave)
        let rows = try await house.store.read {
            try $0.rows("SELECT name FROM pack_file").map { try $0["name"] as String }
        }
        #expect(Set(rows).isSuperset(of: ["method.yaml", "questions.yaml", "scoring.yaml", "nl.yaml", "en.yaml"]))
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("weefsel-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: house.folder, to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        var options = Store.Options()
        options.clock = Clock { House.morning }
        let reopened = try await Store(try DataFolder(copy.path), options)
        #expect(reopened.pack(open.wave.pack, for: house.organisation.id) == nil)
        #expect(try await reopened.instrument(of: open.wave) == before)
    }
}
