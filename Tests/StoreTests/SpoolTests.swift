import Core
import Foundation
import Support
import Surveys
import Testing

@testable import Store

@Suite struct SpoolTests {
    private func row(_ key: UInt8, _ value: UInt8) -> Spool.Row {
        Spool.Row(key: [UInt8](repeating: key, count: 32), block: 1, layout: [1], bytes: [value])
    }

    private func spool(_ pages: Int? = nil) throws -> Spool {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("spool-\(UUID().uuidString).sqlite")
        return try Spool(file, mostPages: pages)
    }

    @Test func `of many at once with one code, one is stored and the others hear that it is used`() async throws {
        let spool = try spool()
        let outcomes = try await withThrowingTaskGroup(of: Spool.Outcome.self) { group in
            for value in 0..<100 { group.addTask { try await spool.put(row(1, UInt8(value)), replaces: false) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .stored } == 1)
        #expect(outcomes.count { $0 == .used } == 99)
        #expect(try spool.counts() == [1: 1])
    }

    @Test func `sending again replaces, and does not add`() async throws {
        let spool = try spool()
        #expect(try await spool.put(row(1, 3), replaces: false) == .stored)
        #expect(try await spool.put(row(1, 5), replaces: true) == .replaced)
        #expect(try spool.rows().map(\.bytes) == [[5]])
    }

    @Test func `how often answers were replaced is one number, which a restart finds`() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("spool-\(UUID().uuidString).sqlite")
        let spool = try Spool(file, mostPages: nil)
        #expect(try spool.replacements() == 0)
        for key in 1...3 { _ = try await spool.put(row(UInt8(key), 3), replaces: true) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for value in 0..<20 { group.addTask { _ = try await spool.put(row(1, UInt8(value)), replaces: true) } }
            for _ in 0..<20 { group.addTask { _ = try await spool.put(row(2, 9), replaces: false) } }
            try await group.waitForAll()
        }
        #expect(try spool.replacements() == 20)
        spool.shut()
        try spool.close()
        #expect(try Spool(file, mostPages: nil).replacements() == 20)
    }

    @Test func `what waits at shutting is written, what comes later is refused`() async throws {
        let spool = try spool()
        #expect(try await spool.put(row(1, 3), replaces: false) == .stored)
        spool.shut()
        await #expect(throws: SpoolProblem.isShut) { try await spool.put(row(2, 3), replaces: false) }
        #expect(try spool.rows().count == 1)
    }

    @Test func `a full disk refuses, and loses nothing that was acknowledged`() async throws {
        let spool = try spool(12)
        var stored = 0
        for key in 0..<255 {
            let wide = Spool.Row(
                key: [UInt8](repeating: UInt8(key), count: 32), block: 1, layout: [1],
                bytes: [UInt8](repeating: 1, count: 600))
            guard (try? await spool.put(wide, replaces: false)) == .stored else { break }
            stored += 1
        }
        #expect((10..<250).contains(stored))
        #expect(try spool.rows().count == stored)
    }
}
