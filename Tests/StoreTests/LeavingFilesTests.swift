import Core
import Foundation
import Support
import Surveys
import Testing

@testable import Store

/// What lies in `tmp/` goes with whose it is, and what is found afterwards is told as what it is.
@Suite struct LeavingFilesTests {
    @Test func `of what lies in tmp it takes its own, and nothing of another`() async throws {
        let ready = try await LeavingHouse()
        let (own, other) = (ready.home.id, ready.full.neighbours.id)
        let names = TemporaryFile.allCases.map { ($0.name(of: own, "1"), $0.name(of: other, "1")) }
        for (mine, theirs) in names {
            try ready.lay(mine)
            try ready.lay(theirs)
        }
        let folder = ready.store.temporary(.made, of: own, "2")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("Haven".utf8).write(to: folder.appendingPathComponent("people.csv"))
        try ready.lay("no-name-of-anybody")
        let planned = try await ready.store.leavingPlan(of: ready.home).files.filter { $0.hasPrefix("tmp/") }
        #expect(planned == (names.map { "tmp/\($0.0)" } + ["tmp/\(folder.lastPathComponent)"]).sorted())
        let proof = try await ready.remove()
        #expect(try ready.lying == (names.map(\.1) + ["no-name-of-anybody"]).sorted())
        #expect(proof.files.filter { $0.hasPrefix("tmp/") } == planned && proof.search.isClean)
    }

    @Test func `answers of a file are written over before they go`() async throws {
        let ready = try await LeavingHouse()
        let file = try ready.lay(TemporaryFile.answers.name(of: ready.home.id, "x.csv"), "Wat iemand antwoordde")
        // A second name for the same bytes shows what became of them.
        let same = ready.store.folder.url.deletingLastPathComponent().appendingPathComponent(UUID().uuidString)
        try FileManager.default.linkItem(at: file, to: same)
        defer { try? FileManager.default.removeItem(at: same) }
        _ = try await ready.remove()
        #expect(try Data(contentsOf: same).allSatisfy { $0 == 0 })
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func `the files of its waves and its questionnaires are written over, too`() async throws {
        let ready = try await LeavingHouse()
        let folder = ready.store.folder.url
        let wave = try #require(ready.full.waves[.closed])
        let pack = folder.appendingPathComponent("packs/\(ready.home.slug)/own", isDirectory: true)
        try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
        try Data("id: own".utf8).write(to: pack.appendingPathComponent("method.yaml"))
        for file in [
            folder.appendingPathComponent("waves/\(wave.id)/answers.sqlite"),
            pack.appendingPathComponent("method.yaml"),
        ] {
            try FileManager.default.linkItem(at: file, to: copy(of: file, beside: folder))
        }
        defer {
            for name in ["answers.sqlite", "method.yaml"] {
                try? FileManager.default.removeItem(at: copy(of: URL(fileURLWithPath: name), beside: folder))
            }
        }
        _ = try await ready.remove()
        for name in ["answers.sqlite", "method.yaml"] {
            let bytes = try Data(contentsOf: copy(of: URL(fileURLWithPath: name), beside: folder))
            #expect(!bytes.isEmpty && bytes.allSatisfy { $0 == 0 }, "\(name)")
        }
    }

    /// A second name for the same bytes, outside the data folder.
    private func copy(of file: URL, beside folder: URL) -> URL {
        folder.deletingLastPathComponent().appendingPathComponent(
            "\(folder.lastPathComponent)-\(file.lastPathComponent)")
    }

    @Test func `empty marks go without being named one by one`() async throws {
        let ready = try await LeavingHouse()
        for number in 1...3 { try ready.lay(TemporaryFile.answers.name(of: ready.home.id, "\(number).mark"), "") }
        #expect(!(try await ready.store.leavingPlan(of: ready.home).files.contains { $0.hasSuffix(".mark") }))
        let proof = try await ready.remove()
        #expect(proof.emptyMarks == 3 && !proof.files.contains { $0.hasSuffix(".mark") })
        #expect(try ready.lying.isEmpty && DepartureProof(reading: proof.bytes) == proof)
    }

    @Test(arguments: [true, false])
    func `the facts of the example go with the organisation that they are about, and no other`(isOwn: Bool) async throws
    {
        let ready = try await LeavingHouse()
        let wave = try #require(ready.full.waves[.closed])
        let demo = ready.store.folder.url.appendingPathComponent("demo.json")
        try Data("{\"wave\": \"\(isOwn ? "\(wave.id)" : String(repeating: "ab", count: 16))\"}".utf8).write(to: demo)
        _ = try await ready.remove()
        #expect(FileManager.default.fileExists(atPath: demo.path) != isOwn)
    }

    @Test func `a backup is waited for and never taken away`() async throws {
        let ready = try await LeavingHouse()
        let (file, _) = try await ready.store.backUp()
        await #expect(throws: LeavingPlan.Refusal.backupIsMade) { _ = try await ready.remove() }
        #expect(FileManager.default.fileExists(atPath: file.path))
        #expect(try await ready.store.organisation(slug: ready.home.slug) != nil)
        try FileManager.default.removeItem(at: file)
        _ = try await ready.store.backups.whileCopying {
            await #expect(throws: LeavingPlan.Refusal.backupIsMade) { _ = try await ready.remove() }
        }
        _ = try await ready.store.backups.whileRemoving {
            await #expect(throws: LeavingPlan.Refusal.backupWaits) { _ = try await ready.store.backUp() }
        }
        _ = try await ready.remove()
        #expect(!(try await ready.store.backUp().leftOut.isEmpty))
    }

    @Test func `what is sent for it after it went is not kept`() async throws {
        let ready = try await LeavingHouse()
        let (store, home, account) = (ready.store, ready.home.id, Account.ID.random())
        let waiting = try store.keepImportFile(.init(bytes: [1], choices: [2]), by: account, in: home)
        _ = try await ready.remove()
        #expect(throws: NotFound.self) {
            _ = try store.keepImportFile(.init(bytes: [1], choices: [2]), by: account, in: home)
        }
        #expect(throws: NotFound.self) { try store.choose([3], for: waiting, by: account, in: home) }
        #expect(throws: NotFound.self) { _ = try store.keepDraft([1], of: .units, by: account, in: home) }
        #expect(try ready.lying.isEmpty)
        _ = try store.keepDraft([1], of: .units, by: account, in: ready.full.neighbours.id)
        #expect(try ready.lying.count == 1)
    }

    @Test func `what somebody who went laid aside is found after a day, and cleared away`() async throws {
        let house = try await House()
        let store = house.store
        let (gone, here) = (
            TemporaryFile.made.name(of: .random(), "1"), TemporaryFile.made.name(of: house.organisation.id, "1")
        )
        for name in [gone, here] {
            let file = store.folder.temporary.appendingPathComponent(name)
            try Data("x".utf8).write(to: file)
            let made = Date(timeIntervalSince1970: Double(store.clock.now.seconds - 90_000))
            try FileManager.default.setAttributes([.modificationDate: made], ofItemAtPath: file.path)
        }
        #expect(try await store.examine() == [Ailment(kind: .leftByGone, what: "tmp/\(gone)")])
        _ = try await store.keepPromises(isDry: false)
        #expect(try await store.examine().isEmpty)
    }

    @Test func `what is left of it is found by any name, and what others say too is told as that`() async throws {
        let ready = try await LeavingHouse()
        let (store, home) = (ready.store, ready.home.id)
        try await ready.full.house.addUnits("path;headcount\nZuid;12\nMijn werk;12\n")
        let wave = try #require(ready.full.waves[.published])
        let unit = try #require(try await store.units(in: home).units.first { $0.name == "Haven" })
        let own = ["Vleugel", wave.title, wave.slug, "\(unit.id)", "\(ready.decision)", "Cijfers voor de universiteit"]
        for (number, text) in own.enumerated() { try ready.lay("stray-\(number)", "..\(text)..") }
        // A unit of the neighbours is called so, and the pulse says it.
        for (number, text) in ["Zuid", "Mijn werk"].enumerated() { try ready.lay("common-\(number)", text) }
        try ready.lay("short", "Weg")
        try ready.lay(TemporaryFile.made.name(of: ready.full.neighbours.id, "theirs"), "Vleugel")
        try ready.lay(TemporaryFile.made.name(of: .random(), "gone"), "Vleugel")
        let search = try await ready.remove().search
        func files(_ place: DepartureProof.Search.Found.Place) -> Set<String> {
            Set(search.found.filter { $0.place == place }.map { $0.file.replacing("tmp/", with: "") })
        }
        let (left, others) = (files(.left), files(.others))
        #expect(left.isSuperset(of: own.indices.map { "stray-\($0)" }) && left.count == own.count + 1)
        #expect(others.isSuperset(of: ["common-0", "common-1"]) && others.contains { $0.hasSuffix("-theirs") })
        #expect(!(left.union(others)).contains("short") && search.tooShort >= 1)
        #expect(!search.isClean && (search.common ?? 0) >= 2)
    }
}

extension LeavingHouse {
    @discardableResult
    fileprivate func lay(_ name: String, _ text: String = "antwoorden") throws -> URL {
        let file = store.folder.temporary.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file
    }

    fileprivate var lying: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: store.folder.temporary.path).sorted() }
    }
}
