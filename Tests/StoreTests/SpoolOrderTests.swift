import Core
import Foundation
import Synchronization
import Testing

@testable import Store

@Suite struct SpoolOrderTests {
    private let people = 200

    /// Answers that can be told apart in raw bytes, in the order in which they are sent.
    private func rows() -> [Spool.Row] {
        (0..<people).map { _ in
            var chance = SystemRandomNumberGenerator()
            let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
            return Spool.Row(key: key, block: 1, layout: Array(repeating: 7, count: 32), bytes: answer())
        }
    }

    private func answer() -> [UInt8] { (0..<42).map { _ in UInt8.random(in: 1...5) } }

    private func file() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("spool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appendingPathComponent("spool.sqlite")
    }

    /// The bytes of all files of the spool, as they lie there while it is open.
    private func bytes(beside file: URL) throws -> [String: Data] {
        let folder = file.deletingLastPathComponent()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) })
    }

    private func filled(_ file: URL, _ rows: [Spool.Row]) async throws -> Spool {
        let spool = try Spool(file, mostPages: nil)
        for row in rows { _ = try await spool.put(row, replaces: false) }
        return spool
    }

    /// The rank correlation of where answers stand with when they were sent; all must stand there.
    private func order(of rows: [Spool.Row], in bytes: Data) throws -> Double {
        let places = try rows.map { row in try #require(bytes.range(of: Data(row.bytes))).lowerBound }
        let ranks = Dictionary(uniqueKeysWithValues: places.sorted().enumerated().map { ($1, $0) })
        let squares = try places.enumerated().reduce(0.0) { sum, place in
            sum + pow(Double(place.offset - (try #require(ranks[place.element]))), 2)
        }
        let count = Double(rows.count)
        return 1 - 6 * squares / (count * (count * count - 1))
    }

    @Test func `once the order is forgotten, the files of an open wave do not tell it`() async throws {
        var orders: [Double] = []
        // Of chance alone the mean passes 0.05 once in 100,000 runs.
        for _ in 0..<40 {
            let (file, rows) = (try file(), rows())
            let spool = try await filled(file, rows)
            try await spool.forgetOrder()
            let found = try bytes(beside: file)
            #expect(found["spool.sqlite-wal"]?.isEmpty == true)
            orders.append(try order(of: rows, in: try #require(found["spool.sqlite"])))
            spool.shut()
        }
        #expect(abs(orders.reduce(0, +) / Double(orders.count)) <= 0.05)
    }

    @Test func `once the order is forgotten, the same answers are the same bytes, whoever came first`() async throws {
        let rows = rows()
        var found: [Data] = []
        for order in [rows, rows.reversed(), rows.shuffled()] {
            let file = try file()
            let spool = try await filled(file, order)
            try await spool.forgetOrder()
            // What SQLite counts of its own writing stands in the first hundred bytes.
            found.append(try #require(try bytes(beside: file)["spool.sqlite"]).dropFirst(100))
            spool.shut()
        }
        #expect(found[0] == found[1])
        #expect(found[0] == found[2])
    }

    @Test func `until then the log does tell it, so the look at it sees what it should`() async throws {
        let (file, rows) = (try file(), rows())
        let spool = try Spool(file, mostPages: nil)
        // As if a look were coming already, so that on a slow machine none comes before ours.
        spool.traces.withLock { $0.isWatched = true }
        for row in rows { _ = try await spool.put(row, replaces: false) }
        let log = try #require(try bytes(beside: file)["spool.sqlite-wal"])
        #expect(try order(of: rows, in: log) > 0.4)
        spool.shut()
    }

    @Test func `once the order is forgotten, no earlier version of an answer stands in any file`() async throws {
        let (file, first) = (try file(), rows())
        let spool = try await filled(file, first)
        let second = first.map { Spool.Row(key: $0.key, block: 1, layout: $0.layout, bytes: answer()) }
        for row in second { #expect(try await spool.put(row, replaces: true) == .replaced) }
        try await spool.forgetOrder()
        for (name, bytes) in try bytes(beside: file) {
            #expect(first.allSatisfy { bytes.range(of: Data($0.bytes)) == nil }, "\(name)")
        }
        #expect(Set(try spool.rows().map(\.bytes)) == Set(second.map(\.bytes)))
        spool.shut()
    }

    @Test func `what a power cut left in the log is gone when the spool is taken up again`() async throws {
        let (file, rows) = (try file(), rows())
        let spool = try await filled(file, rows)
        let cut = try self.file().deletingLastPathComponent()
        try FileManager.default.removeItem(at: cut)
        try FileManager.default.copyItem(at: file.deletingLastPathComponent(), to: cut)
        spool.shut()

        let again = cut.appendingPathComponent("spool.sqlite")
        let taken = try Spool(again, mostPages: nil)
        try await taken.forgetOrder()
        #expect(try bytes(beside: again)["spool.sqlite-wal"]?.isEmpty == true)
        #expect(try taken.rows().count == people)
        taken.shut()
    }
}
