import Core
import Foundation
import Hummingbird
import HummingbirdTesting
import Support
import Surveys
import Testing

@testable import Store

/// A name stands in one table, and is nowhere any more once it is erased.
@Suite struct ErasedPersonTests {
    private static let name = "Wilhelmina Uitgewist"
    private static let stray = "uitgewist"

    /// Somebody who signs in, did things, read agreements, asked for a decision and was there for another.
    private func busy(_ full: FullHouse) async throws -> Account.ID {
        let (store, home) = (full.house.store, full.house.organisation)
        let hr = try await store.addAccount(Self.name, password: "een lang en goed wachtwoord", role: .hr, in: home.id)
        _ = try await store.signIn(Self.name, password: "een lang en goed wachtwoord")
        try await store.write {
            try $0.run("UPDATE account SET email = $1 WHERE id = $2", "wilhelmina@uitgewist.example", hr)
        }
        try await store.addUnit("Nacht", under: nil, headcount: 22, by: hr, in: home.id)
        let draft = try #require(full.waves[.draft])
        try await store.noteReading(of: draft.id, by: "wilhelmina UITGEWIST", account: hr, in: home.id)
        try await store.noteReading(of: draft.id, by: "Bo", account: hr, in: home.id)
        let decision = try Decision(
            id: .random(), kind: .mySpace, subject: "Mijn ruimte", askedBy: .named(Self.name),
            agreements: [.init(role: .hr, day: Day(2026, 10, 1)), .init(role: .staffMeeting, day: Day(2026, 10, 1))],
            decidedOn: Day(2026, 10, 1), text: "Afgesproken.", language: .dutch,
            witnesses: [.named("Bo"), .named(Self.name)])
        try await store.record(decision, by: hr, in: home.id)
        try await store.save(
            giver: Self.name, until: Day(2027, 12, 31), document: nil, for: FullHouse.definition, in: home.id, since: 1,
            by: hr)
        // A list with the name waits to be looked over: carried out it would bring the name back.
        _ = try store.keepDraft(Array("Naam;E-mail\n\(Self.name);\n".utf8), of: .staff, by: hr, in: home.id)
        return hr
    }

    private func hits(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
            let bytes = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path) ?? Data()
            return String(decoding: bytes, as: UTF8.self).lowercased().contains(Self.stray)
        }
    }

    /// Which files of a backup hold the name, each unpacked: a row of the archive lies in pieces.
    private func traces(in backup: URL) throws -> [String] {
        let archive = try Archive(reading: backup)
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("weefsel-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        return try archive.names().filter { name in
            try archive.extract(name, to: place)
            return String(decoding: try Data(contentsOf: place), as: UTF8.self).lowercased().contains(Self.stray)
        }
    }

    private func pages(_ full: FullHouse, _ client: any TestClientProtocol) async throws -> [(String, String)] {
        let (council, hr) = (try await full.visitor(.council), try await full.visitor(.hr))
        var paths = ["/admin/log", "/admin/decisions"]
        let decisions = try await full.house.store.decisions(in: full.house.organisation.id)
        paths += decisions.map { "/admin/decisions/\($0.id)" }
        for wave in full.waves.values {
            paths += ["manifest", "manifest.json", "results", "results.json"].map { "/waves/\(wave.id)/\($0)" }
        }
        var found: [(String, String)] = []
        for path in paths { found.append((path, try await council.get(path, client).text)) }
        let draft = try #require(full.waves[.draft])
        let register = "/questions/register/\(FullHouse.definition)"
        for path in [
            "/admin/people", register, "/questions/register", "/waves/\(draft.id)/review",
            "/waves/\(draft.id)/manifest",
        ] {
            found.append((path, try await hr.get(path, client).text))
        }
        return found
    }

    @Test func `an erased name is in no file, no backup, no page, no export and no line of the log`() async throws {
        let log = LogBook()
        let full = try await FullHouse(House(log: log))
        let (store, home) = (full.house.store, full.house.organisation)
        let hr = try await busy(full)
        try await full.house.test { client async throws in
            let before = try await pages(full, client).filter { $0.1.lowercased().contains(Self.stray) }.map(\.0)
            #expect(before.contains("/admin/log") && before.contains("/admin/people"))
            #expect(
                before.contains { $0.hasSuffix("/manifest") } && before.contains { $0.hasPrefix("/admin/decisions/") })
            #expect(before.contains("/questions/register/\(FullHouse.definition)"))
            #expect(try !hits(in: full.house.folder).isEmpty)
            let kept = try await store.backUp().file
            #expect(try traces(in: kept) == ["core.sqlite"])
            try FileManager.default.removeItem(at: kept)

            try await store.erasePerson(Self.name)

            #expect(try hits(in: full.house.folder) == [])
            let backup = try await store.backUp().file
            #expect(try hits(in: full.house.folder) == [])
            #expect(try traces(in: backup) == [])
            for (path, text) in try await pages(full, client) {
                #expect(!text.lowercased().contains(Self.stray), "\(path)")
            }
            #expect(log.lines.filter { $0.lowercased().contains(Self.stray) } == [])
        }
        #expect(try await !store.accounts(in: home.id).contains { $0.account.id == hr })
    }

    @Test func `what an erased person did, read and asked for stays, without a name`() async throws {
        let full = try await FullHouse(House())
        let (store, home) = (full.house.store, full.house.organisation)
        _ = try await busy(full)
        try await store.erasePerson(Self.name)
        let lines = try await store.auditLines(in: home.id)
        #expect(lines.contains { $0.act == .unitChanged && $0.by == .gone })
        #expect(lines.contains { $0.act == .personErased && $0.by == nil && $0.about == .gone && $0.subject.isEmpty })
        let decision = try #require(try await store.decisions(in: home.id).first { $0.kind == .mySpace })
        #expect((decision.askedBy, decision.witnesses) == (.gone, [.named("Bo"), .gone]))
        #expect(decision.agreed == [.hr, .staffMeeting])
        let draft = try #require(full.waves[.draft])
        #expect(Set(try await store.readings(of: draft.id, in: home.id).map(\.by)) == [.gone, .named("Bo")])
        let council = try await full.visitor(.council)
        try await full.house.test { client async throws in
            let page = try await council.get("/admin/decisions/\(decision.id)", client).text
            #expect(page.contains("<dd>iemand die hier werkte</dd>"))
            #expect(page.contains("Namens de personeelsvergadering: Bo en iemand die hier werkte."))
            for role in ["hr", "personeelsvergadering"] {
                #expect(page.contains("<dt>\(role)</dt><dd>Akkoord op donderdag 1 oktober 2026</dd>"), "\(role)")
            }
            #expect(page.contains("Namens de personeelsvergadering</h2>"))
            let manifest = try await council.get("/waves/\(draft.id)/manifest", client).text
            #expect(manifest.contains("Gezien door iemand die hier werkte op"))
            let register = try await council.get("/questions/register", client).text
            #expect(register.contains("Van iemand die hier werkte, tot en met"))
            let log = try await council.get("/admin/log", client).text
            #expect(log.contains("<b>Persoon gewist</b><span>iemand die hier werkte</span>"))
        }
    }

    @Test func `somebody without an account is erased too, and nobody twice`() async throws {
        let house = try await House()
        let decision = try Decision(
            id: .random(), kind: .other, subject: "Iets", askedBy: .named("Alleen Genoemd"),
            agreements: [.init(role: .hr, day: Day(2026, 10, 1))],
            decidedOn: Day(2026, 10, 1), text: "Tot de zomer.", language: .dutch)
        try await house.store.record(decision, by: nil, in: house.organisation.id)
        try await house.store.erasePerson(" alleen genoemd ")
        #expect(try await house.store.decision(decision.id, in: house.organisation.id).askedBy == .gone)
        await #expect(throws: Account.Refusal.nobodyOfThatName) {
            try await house.store.erasePerson("Alleen Genoemd")
        }
    }

    @Test func `everybody of a name is counted before they go, and told to be gone`() async throws {
        let full = try await FullHouse(House())
        let (store, home) = (full.house.store, full.house.organisation)
        _ = try await busy(full)
        let bearers = try await store.bearers(of: Self.name, in: home.id)
        #expect(bearers.map(\.hasAccount) == [true, false])
        let counts = bearers.map { bearer in bearer.kept.parts.map { [$0.kind: $0.records.count] } }
        #expect(counts[0].contains([.role: 1]) && counts[0].contains([.signIn: 1]))
        #expect(!bearers[0].kept.parts.contains { $0.kind == .reading })
        #expect(counts[1] == [[.name: 1], [.reading: 1], [.decision: 1], [.witness: 1], [.permission: 1]])
        #expect(bearers.allSatisfy { $0.lastAdminOf.isEmpty })
        #expect(try await store.bearers(of: Self.name, in: home.id) == bearers)
        #expect(try await store.erasePerson(Self.name, in: home.id) == 2)
        await #expect(throws: Account.Refusal.nobodyOfThatName) { try await store.bearers(of: Self.name, in: home.id) }
    }

    @Test func `an account of another organisation goes along, and is counted before`() async throws {
        let full = try await FullHouse(House())
        let (store, home) = (full.house.store, full.house.organisation)
        let hr = try await busy(full)
        let other = try await store.addOrganisation("ander", name: "Ander")
        try await store.write {
            try $0.run("UPDATE membership SET organisation_id = $1 WHERE account_id = $2", other.id, hr)
        }
        let bearers = try await store.bearers(of: Self.name, in: home.id)
        #expect(bearers.map(\.hasAccount) == [true, false])
        #expect(bearers.map(\.signsInElsewhere) == [true, false])
    }

    @Test func `the last administrator of an organisation stays until somebody else has the role`() async throws {
        let house = try await House()
        let (store, home) = (house.store, house.organisation.id)
        let word = "een lang en goed wachtwoord"
        _ = try await store.addAccount("Ivo Een", password: word, role: .admin, in: home)
        // In another organisation there is one, which helps nobody here.
        let other = try await store.addOrganisation("ander", name: "Ander")
        _ = try await store.addAccount("Elders", password: word, role: .admin, in: other.id)
        #expect(try await store.bearers(of: "ivo een", in: home).map(\.lastAdminOf) == [[house.organisation.slug]])
        for place in [nil, home] as [Organisation.ID?] {
            await #expect(throws: Account.Refusal.lastAdmin) { try await store.erasePerson("Ivo Een", in: place) }
        }
        _ = try await store.signIn("Ivo Een", password: word)
        _ = try await store.addAccount("Ivo Twee", password: word, role: .admin, in: home)
        #expect(try await store.bearers(of: "Ivo Een", in: home).map(\.lastAdminOf) == [[]])
        try await store.erasePerson("Ivo Een", in: home)
        await #expect(throws: Account.Refusal.lastAdmin) { try await store.erasePerson("Ivo Twee", in: home) }
    }

    @Test func `a name stands in one table`() async throws {
        let full = try await FullHouse(House())
        _ = try await busy(full)
        let holding = try await full.house.store.read { transaction in
            let tables: [String] = try transaction.rows("SELECT name FROM sqlite_master WHERE type = 'table'").map {
                try $0["name"]
            }
            return try tables.filter { table in
                let columns: [String] = try transaction.rows("SELECT name FROM pragma_table_info('\(table)')").map {
                    try $0["name"]
                }
                let all = columns.map { "COALESCE(CAST(\"\($0)\" AS TEXT), '')" }.joined(separator: " || ' ' || ")
                let query = "SELECT 1 AS one FROM \"\(table)\" WHERE LOWER(\(all)) LIKE '%wilhelmina uitgewist%'"
                return try transaction.row(query) != nil
            }
        }
        #expect(holding == ["person"])
    }
}
