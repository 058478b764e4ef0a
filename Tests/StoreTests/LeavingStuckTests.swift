import Core
import Foundation
import Support
import Surveys
import Testing

@testable import Store

/// A file that resists keeps nothing from going: it is told before a row is gone, or it goes without being written over.
@Suite struct LeavingStuckTests {
    private struct Denied: Error {}

    private struct Ready {
        let leaving: LeavingHouse
        let file: URL
        let folder: URL
        var full: FullHouse { leaving.full }
        var decision: Decision.ID { leaving.decision }
        var store: Store { leaving.store }
        var slug: String { leaving.home.slug }

        func remove() async throws -> DepartureProof { try await leaving.remove() }
    }

    /// With a questionnaire of its own, laid down as the guide says.
    private func ready(_ eraser: Eraser = Eraser()) async throws -> Ready {
        let leaving = try await LeavingHouse(eraser)
        let pack = leaving.store.folder.url.appendingPathComponent("packs/\(leaving.home.slug)/own", isDirectory: true)
        try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
        let file = pack.appendingPathComponent("method.yaml")
        try Data("id: own".utf8).write(to: file)
        return Ready(leaving: leaving, file: file, folder: pack)
    }

    private func isThere(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    @Test func `what may not be read or written but is the program's own goes as everything else`() async throws {
        let ready = try await ready()
        for (place, mode) in [(ready.file, 0o444), (ready.folder, 0o555)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
        }
        #expect(try await ready.store.leavingPlan(of: ready.full.house.organisation).blocked == nil)
        let proof = try await ready.remove()
        #expect(!isThere(ready.folder) && proof.notWrittenOver == nil && proof.search.isClean)
    }

    @Test func `what belongs to another is told before a row goes, with its path`() async throws {
        let ready = try await ready(Eraser(mayChange: { $0.lastPathComponent != "method.yaml" }))
        let home = ready.full.house.organisation
        let waves = try await ready.store.waves(in: home.id).count
        let told = Stuck(paths: [ready.file.path], folder: ready.store.folder.url.path, isHalfDone: false)
        #expect(try await ready.store.leavingPlan(of: home).blocked == told)
        await #expect(throws: told) { _ = try await ready.remove() }
        #expect(try await ready.store.waves(in: home.id).count == waves && isThere(ready.file))
        #expect(LeavingNote.read(in: ready.store.folder) == nil)
    }

    @Test func `of a folder that cannot be written the uppermost is told`() async throws {
        let ready = try await ready(Eraser(mayChange: { $0.lastPathComponent != "packs" }))
        await #expect { _ = try await ready.remove() } throws: {
            ($0 as? Stuck)?.paths == [ready.store.folder.url.appendingPathComponent("packs").path]
        }
    }

    @Test func `a file that cannot be written over goes, and the proof counts it`() async throws {
        let ready = try await ready(
            Eraser(writeOver: { file in
                guard file.lastPathComponent != "method.yaml" else { throw Denied() }
                try FileManager.default.writeOver(file)
            }))
        let proof = try await ready.remove()
        #expect(!isThere(ready.file) && proof.notWrittenOver == 1)
        #expect(try DepartureProof(reading: proof.bytes).notWrittenOver == 1)
    }

    @Test func `a file that stays keeps no other, is named, and the next try ends it`() async throws {
        let ready = try await ready()
        let (store, home) = (ready.store, ready.full.house.organisation)
        let waves = try await store.waves(in: home.id).map(\.id)
        let stuck = Eraser(
            writeOver: { if $0.lastPathComponent == "method.yaml" { throw Denied() } },
            unlink: {
                guard $0.lastPathComponent != "method.yaml" else { throw Denied() }
                try FileManager.default.removeItem(at: $0)
            })
        let note = LeavingNote(
            organisation: home.id, slug: home.slug, name: home.name, on: Day(2026, 10, 5), waves: waves, files: [],
            marks: nil, removed: [:], staying: 0, decision: nil, decisionHash: "", terms: [])
        try note.write(in: store.folder)
        var remains = Eraser.Remains()
        stuck.remove(ready.folder, into: &remains)
        #expect(remains.stuck == [ready.file.path] && remains.plain == [ready.file.path])
        #expect(isThere(ready.file))
        let done = try store.destroyFiles(of: note)
        #expect(!isThere(ready.folder) && done.plain == nil)
        #expect(waves.allSatisfy { !isThere(store.folder.url.appendingPathComponent("waves/\($0)")) })
    }

    @Test func `of a link only the link goes`() async throws {
        let ready = try await ready()
        let other = ready.store.folder.url.deletingLastPathComponent().appendingPathComponent(UUID().uuidString)
        try Data("van een ander".utf8).write(to: other)
        defer { try? FileManager.default.removeItem(at: other) }
        let link = ready.folder.appendingPathComponent("elsewhere")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: other)
        _ = try await ready.remove()
        #expect(try String(contentsOf: other, encoding: .utf8) == "van een ander")
    }
}
