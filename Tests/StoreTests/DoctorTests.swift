import Core
import Foundation
import GRDB
import Support
import Surveys
import Testing

@testable import Store

/// Each fault planted by hand is found, and a folder in order has none.
@Suite struct DoctorTests {
    private func kinds(_ store: Store) async throws -> [Ailment.Kind] { try await store.examine().map(\.kind) }

    @Test func `a folder in order is well, with waves in every state`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        #expect(try await kinds(filled.house.store) == [])
        _ = try await filled.house.close(filled.wave)
        #expect(try await kinds(filled.house.store) == [])
    }

    @Test func `a database that no longer waits for the disk is found`() async throws {
        let house = try await House()
        try await house.store.core.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
        #expect(try await kinds(house.store) == [.isNotDurable])
    }

    @Test func `answers that should be gone are found, of a closed wave and of one that nobody knows`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        let store = filled.house.store
        _ = try await filled.house.close(filled.wave)
        try Data(count: 32).write(to: filled.files.secret)
        let stray = store.folder.url.appendingPathComponent("waves/deadbeef", isDirectory: true)
        try FileManager.default.createDirectory(at: stray, withIntermediateDirectories: true)
        #expect(
            try await store.examine() == [
                Ailment(kind: .spoolIsLeft, what: filled.wave.title),
                Ailment(kind: .spoolIsLeft, what: "waves/deadbeef"),
            ])
        #expect(try await store.keepPromises(isDry: true).map(\.name).contains("waves/deadbeef"))
        #expect(FileManager.default.fileExists(atPath: stray.path))
        _ = try await store.keepPromises(isDry: false)
        #expect(!FileManager.default.fileExists(atPath: stray.path))
    }

    @Test func `a questionnaire that is gone is found`() async throws {
        let house = try await House()
        let wave = try house.store.draft("Meting", pack: "pulse", in: house.organisation)
        try await house.store.add(wave)
        try await house.store.write { try $0.run("UPDATE wave SET pack = 'gone'") }
        #expect(
            try await house.store.examine() == [
                Ailment(kind: .packIsMissing, what: "Meting", organisation: house.organisation.slug)
            ])
    }

    @Test func `answers of a closed wave that are gone too early are found, until the day on which they go`()
        async throws
    {
        let time = Timepiece(House.morning)
        let filled = try await FilledWave(House { $0.clock = time.clock }, answers: 12)
        let store = filled.house.store
        _ = try await filled.house.close(filled.wave)
        try FileManager.default.removeItem(at: filled.files.answers)
        let closed = try await store.wave(filled.wave.id, in: filled.wave.organisation)
        let until = try #require(closed.closedOn) + closed.agreedKeepDays
        let file = "waves/\(filled.wave.id)/answers.sqlite"
        #expect(
            try await store.examine() == [
                Ailment(kind: .answersAreGone, what: filled.wave.title, day: until, file: file)
            ])
        try await store.publish(filled.wave.id, in: filled.wave.organisation)
        time.pass(closed.agreedKeepDays * 86_400)
        #expect(try await kinds(store) == [.answersAreGone])
        time.pass(86_400)
        #expect(try await kinds(store) == [])
    }

    @Test func `a wave that stands still is found`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        try FileManager.default.removeItem(at: filled.files.spool)
        #expect(try await kinds(filled.house.store) == [.wavesStandStill])
    }

    @Test func `an open wave without its secret is found, by who only looks as well`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        try Data([1, 2, 3]).write(to: filled.files.secret)
        #expect(try await kinds(filled.house.store) == [.wavesStandStill])
        try FileManager.default.removeItem(at: filled.files.secret)
        #expect(try await kinds(filled.house.store) == [.wavesStandStill])
        let copy = try filled.house.copyOfFolder()
        let looking = try await House(in: copy) { $0.opening = .looking }
        #expect(try await kinds(looking.store) == [.wavesStandStill])
    }

    @Test(arguments: [true, false])
    func `broken answers of an open wave are found, and no backup is told to mend them`(isLooking: Bool) async throws {
        let filled = try await FilledWave(House(), answers: 12)
        let copy = try filled.house.copyOfFolder()
        let spool = copy.appendingPathComponent("waves/\(filled.wave.id)/spool.sqlite")
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: spool.path + suffix) }
        try Data(repeating: 7, count: 9_000).write(to: spool)
        let house = try await House(in: copy) { if isLooking { $0.opening = .looking } }
        #expect(try await kinds(house.store) == (isLooking ? [.spoolIsBroken] : [.spoolIsBroken, .wavesStandStill]))
    }

    @Test func `broken texts are found`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        _ = try await filled.house.close(filled.wave)
        let file = try TextsFile(filled.files.texts)
        try file.write([OpenAnswer(question: "better", language: "nl", text: "geschreven")])
        try file.close()
        #expect(try await kinds(filled.house.store) == [])
        let whole = try Data(contentsOf: filled.files.texts)
        try (whole.prefix(4_096) + Data(repeating: 255, count: whole.count - 4_096)).write(to: filled.files.texts)
        #expect(try await kinds(filled.house.store) == [.pagesAreBroken])
    }

    @Test func `what is left of a wave that is over goes while the server runs, unless somebody is at it`() async throws
    {
        let filled = try await FilledWave(House(), answers: 12)
        let (store, files) = (filled.house.store, filled.files)
        _ = try await filled.house.close(filled.wave)
        try Data(count: 32).write(to: files.secret)
        try Data("rest".utf8).write(to: files.spool)
        try store.turns.take(filled.wave.id)
        _ = try await store.keepPromises(isDry: false)
        #expect(files.exists(files.spool) && files.exists(files.secret))
        store.turns.giveBack(filled.wave.id)
        #expect(try await store.keepPromises(isDry: true) == [Due(kind: "spool", name: filled.wave.title)])
        #expect(files.exists(files.spool))
        #expect(try await store.keepPromises(isDry: false) == [Due(kind: "spool", name: filled.wave.title)])
        #expect(!files.exists(files.spool) && !files.exists(files.secret) && files.exists(files.answers))
        #expect(try await kinds(store) == [])
    }

    @Test func `a disk without room is found`() async throws {
        let house = try await House { $0.freeBytes = { _ in 10_000_000 } }
        #expect(try await kinds(house.store) == [.diskIsFull])
    }

    @Test(arguments: [
        (ResultCode.SQLITE_CORRUPT, false, Ailment.Kind.pagesAreBroken as Ailment.Kind?),
        (.SQLITE_NOTADB, true, .pagesAreBroken),
        (.SQLITE_FULL, false, .diskIsFull), (.SQLITE_IOERR, true, .diskIsFull),
        (.SQLITE_IOERR, false, .pagesAreBroken), (.SQLITE_CANTOPEN, true, .diskIsFull),
        (.SQLITE_CANTOPEN, false, nil), (.SQLITE_CONSTRAINT, true, nil),
    ])
    func `what SQLite answers tells what is wrong`(code: ResultCode, isFull: Bool, kind: Ailment.Kind?) {
        #expect(Ailment(DatabaseError(resultCode: code), isFull: isFull)?.kind == kind)
        #expect(Ailment(Wave.Refusal.isNotOpen, isFull: isFull) == nil)
    }

    @Test func `a database that breaks while it is open is found once, whatever is looked at`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        let store = filled.house.store
        try await store.write { transaction in
            try transaction.execute("PRAGMA writable_schema = ON")
            try transaction.execute("UPDATE sqlite_master SET rootpage = 9999 WHERE name IN ('wave', 'audit')")
        }
        _ = try? await store.write { try $0.execute("PRAGMA writable_schema = RESET") }
        #expect(try await store.examine() == [Ailment(kind: .pagesAreBroken, what: "core.sqlite")])
    }

    @Test func `a clock that was set back is found`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        try await house.addUnits("path;headcount\nZorg;20\n")
        time.pass(-3 * 86_400)
        #expect(try await kinds(house.store) == [.clockWentBack])
    }
}
