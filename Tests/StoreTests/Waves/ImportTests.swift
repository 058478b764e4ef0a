import Core
import Foundation
import Methods
import Support
import Surveys
import Testing

@testable import Store
@testable import Web

@Suite struct `Waves from a file are kept` {
    private func answers(in house: House, units: String? = "Team") throws -> FileAnswers {
        let pulse = try #require(house.store.pack("pulse", for: house.organisation.id))
        return try FileAnswers(
            Array(house.pulseFile.utf8), name: "a.csv", of: pulse, map: .none, units: units,
            words: FileWords(house.server.pages.words))
    }

    private let wish = ImportedWave.Wish(title: "Meting 2024", heldUntil: Day(2024, 11, 20), threshold: 8)

    @Test func `with all of it in one go, and no file of its own`() async throws {
        let house = try await House()
        let wave = try await house.store.importWave(try answers(in: house), wish, in: house.organisation)
        #expect(wave.state == .closed && wave.isImported && wave.version == 1)
        let waves = house.folder.appendingPathComponent("waves")
        #expect(try FileManager.default.contentsOfDirectory(atPath: waves.path).isEmpty)
        let report = try await house.store.report(of: wave, for: .all)
        #expect(report.cards == nil && report.invited == nil)
        #expect(report.below.map { report.groups[$0].label } == ["Kleintje", "Noord", "Zuid"])
        #expect(report.below.filter { !report.isHidden($0) }.isEmpty == false)
        let acts = try await house.store.auditLines(in: house.organisation.id)
        #expect(acts.contains { $0.act == .waveImported && $0.subject == "Meting 2024" })
        #expect(try await house.store.keptAnswers(in: house.organisation.id).isEmpty)
        #expect(try await house.store.keepPromises(isDry: true).isEmpty)
    }

    @Test func `a wave that could not be written to its end is not there at all`() async throws {
        let house = try await House()
        // The line of the log comes last.
        try await house.store.write {
            try $0.run(
                """
                CREATE TRIGGER refuse BEFORE INSERT ON audit WHEN NEW.act = 'wave_imported'
                BEGIN SELECT RAISE(ABORT, 'no'); END
                """)
        }
        let answers = try answers(in: house)
        await #expect(throws: (any Error).self) {
            try await house.store.importWave(answers, wish, in: house.organisation)
        }
        for table in ["wave", "wave_group", "release", "figure", "short_link", "pack_file"] {
            let count: Int? = try await house.store.read { try $0.row("SELECT COUNT(*) AS n FROM \(table)")?["n"] }
            #expect(count == 0, "\(table)")
        }
    }

    @Test func `an identifier comes into being once, and the second time changes nothing`() async throws {
        let house = try await House()
        let (id, answers) = (Wave.ID.random(), try answers(in: house))
        let results = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    (try? await house.store.importWave(answers, wish, id: id, in: house.organisation)) != nil
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(results.count { $0 } == 1)
        #expect(try await house.store.waves(in: house.organisation.id).count == 1)
        await #expect(throws: Wave.Refusal.isImported) {
            try await house.store.importWave(answers, wish, id: id, in: house.organisation)
        }
    }

    @Test func `the same answers become one wave, whatever their teams, threshold and title are`() async throws {
        let house = try await House()
        let first = try await house.store.importWave(try answers(in: house), wish, in: house.organisation)
        let other = ImportedWave.Wish(title: "Toen", heldUntil: Day(2023, 1, 1), threshold: 5)
        for units in ["Team", nil] {
            let answers = try answers(in: house, units: units)
            await #expect(throws: ImportObstacle.hasSameAnswers(first)) {
                try await house.store.importWave(answers, other, in: house.organisation)
            }
        }
        let neighbours = try await house.store.addOrganisation("esdoorn", name: "De Esdoorn")
        _ = try await house.store.importWave(try answers(in: house), wish, in: neighbours)
    }

    @Test(arguments: [[Decision.Agreed.hr], [.hr, .council]])
    func `a file that counts as a wave held here says nothing of it unless its raw answers went out`(
        agreed: [Decision.Agreed]
    ) async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;40\n")
        let open = try await house.openWave("Meting")
        try await house.fill(open, block: "Zorg", 24, value: 4)
        let closed = try await house.close(open)
        let day = Day(2026, 10, 1)
        let decision = try Decision(
            id: .random(), kind: .rawExport, subject: "x", askedBy: .named("Noor"),
            agreements: agreed.map { Decision.Agreement(role: $0, day: day) }, decidedOn: day, text: "Mag.",
            language: .dutch, waves: [.init(closed)])
        try await house.store.write { try $0.add(decision, in: closed.organisation) }
        let rows = (0..<24).map { _ in (team: "Zorg", value: 4) }
        let file = House.pulseFile(rows, items: house.pulseItems)
        if agreed.count == 1 {
            #expect(try await house.importedWave("Verzonnen", file).isImported)
        } else {
            await #expect(throws: ImportObstacle.hasSameAnswers(closed)) {
                try await house.importedWave("Terug", file)
            }
        }
    }

    @Test func `two waves of one title and day would be told apart by nobody`() async throws {
        let house = try await House()
        let first = try await house.importedWave("Meting 2024", house.earlierFile)
        let answers = try answers(in: house)
        let same = ImportedWave.Wish(title: " meting 2024", heldUntil: first.closesOn, threshold: 8)
        await #expect(throws: ImportObstacle.hasSameName(first)) {
            try await house.store.importWave(answers, same, in: house.organisation)
        }
    }

    @Test func `removed it leaves nothing but its line in the log, and can be read again`() async throws {
        let house = try await House()
        let wave = try await house.store.importWave(try answers(in: house), wish, in: house.organisation)
        await #expect(throws: Conflict.changedMeanwhile) {
            try await house.store.removeImported(wave.id, in: wave.organisation, since: wave.version + 1)
        }
        try await house.store.removeImported(wave.id, in: wave.organisation, since: wave.version)
        for table in [
            "wave", "wave_group", "release", "release_response", "release_verdict", "figure", "short_link",
            "pack_file",
        ] {
            let count: Int? = try await house.store.read { try $0.row("SELECT COUNT(*) AS n FROM \(table)")?["n"] }
            #expect(count == 0, "\(table)")
        }
        let acts = try await house.store.auditLines(in: house.organisation.id)
        #expect(acts.contains { $0.act == .importRemoved && $0.subject == "Meting 2024" })
        _ = try await house.store.importWave(try answers(in: house), wish, in: house.organisation)
    }

    @Test func `published or held here it stays, and a questionnaire that others stand on too`() async throws {
        let house = try await House()
        let (older, newer) = (
            try await house.importedWave("Toen", house.earlierFile), try await house.importedWave("Later")
        )
        try await house.store.removeImported(newer.id, in: newer.organisation, since: newer.version)
        #expect(try await house.store.instrument(of: older).id == "pulse")
        let published = try await house.publish(older)
        await #expect(throws: Wave.Refusal.isShared) {
            try await house.store.removeImported(published.id, in: published.organisation, since: published.version)
        }
        let draft = try await house.draftWave("Proef")
        await #expect(throws: Wave.Refusal.isNoDraft) {
            try await house.store.removeImported(draft.id, in: draft.organisation, since: draft.version)
        }
    }

    @Test func `three files of somebody rest at a time, and each says until when`() async throws {
        let house = try await House()
        let (hr, home) = (try await house.visitor(.hr).account, house.organisation.id)
        let ids = try (0..<3).map { _ in try house.keepImport(by: hr) }
        #expect(Set(house.store.restingImports(of: hr, in: home).map(\.id)) == Set(ids))
        #expect(throws: ImportFile.Refusal.areTooMany) { try house.keepImport(by: hr) }
        let other = try await house.visitor(.hr).account
        #expect(house.store.restingImports(of: other, in: home).isEmpty)
        _ = try house.keepImport(by: other)
        try house.store.dropImportFile(ids[0], by: hr, in: home)
        #expect(house.store.restingImports(of: hr, in: home).count == 2)
    }

    @Test func `what is published of it is what was read, also after a restart`() async throws {
        let house = try await House()
        let wave = try await house.store.importWave(try answers(in: house), wish, in: house.organisation)
        let before = try await house.store.release(of: wave)
        let copy = try house.copyOfFolder()
        let other = try await House(in: copy)
        let found = try await other.publish(try await other.store.wave(wave.id, in: wave.organisation))
        #expect(found.state == .published)
        #expect(try await other.store.release(of: found) == before)
        #expect(try other.store.draft(like: found, in: other.organisation).keepDays == Wave.keepDays)
    }

    @Test func `a file rests an hour for the one who sent it, and for nobody else`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let (hr, home) = (try await house.visitor(.hr).account, house.organisation.id)
        let (other, neighbours) = (
            try await house.visitor(.hr).account, try await house.store.addOrganisation("esdoorn", name: "De Esdoorn")
        )
        let id = try house.keepImport(by: hr)
        guard case .resting(let file) = try await house.store.importFile(id, by: hr, in: home) else {
            Issue.record("it does not rest")
            return
        }
        #expect(try house.store.importedBytes(of: id, by: hr, in: home) == Array(house.pulseFile.utf8))
        #expect(file.id == id && file.until == Moment(seconds: house.store.clock.now.seconds + 3_600))
        await #expect(throws: NotFound.self) { try await house.store.importFile(id, by: other, in: home) }
        await #expect(throws: NotFound.self) { try await house.store.importFile(id, by: hr, in: neighbours.id) }
        await #expect(throws: NotFound.self) { try await house.store.importFile(.random(), by: hr, in: home) }
        try house.store.choose([1, 2], for: id, by: hr, in: home)
        time.pass(3_600)
        #expect(try await house.store.importFile(id, by: hr, in: home) == .gone)
        #expect(try traces(in: house).isEmpty)
        #expect(throws: NotFound.self) { try house.store.choose([3], for: id, by: hr, in: home) }
    }

    @Test func `housekeeping destroys a file after its hour, and forgets it after a day`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let (hr, home) = (try await house.visitor(.hr).account, house.organisation.id)
        let id = try house.keepImport(by: hr)
        #expect(try traces(in: house).count == 2)
        time.pass(3_700)
        _ = try await house.store.keepPromises(isDry: false)
        #expect(try traces(in: house).isEmpty)
        #expect(try await house.store.importFile(id, by: hr, in: home) == .gone)
        time.pass(90_000)
        _ = try await house.store.keepPromises(isDry: false)
        await #expect(throws: NotFound.self) { try await house.store.importFile(id, by: hr, in: home) }
    }

    @Test func `a file is readable for its owner alone, and thrown away at once`() async throws {
        let house = try await House()
        let (hr, home) = (try await house.visitor(.hr).account, house.organisation.id)
        let id = try house.keepImport(by: hr)
        for file in try traces(in: house) {
            let found = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect((found[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
        try house.store.dropImportFile(id, by: hr, in: home)
        #expect(try traces(in: house).isEmpty)
        #expect(try await house.store.importFile(id, by: hr, in: home) == .gone)
    }

    /// What lies in `tmp/` of a file, but for the mark that there was one.
    private func traces(in house: House) throws -> [URL] {
        let place = house.folder.appendingPathComponent("tmp")
        return try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
            .filter { !$0.lastPathComponent.hasSuffix(".mark") }
    }
}
