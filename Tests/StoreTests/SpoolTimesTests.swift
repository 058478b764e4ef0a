import Foundation
import Glibc
import Synchronization
import Testing

@testable import Store

/// Listing a folder must not tell when the last answer came.
@Suite struct SpoolTimesTests {
    private static let files = ["", "-shm", "-wal"]
    private let file: URL

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("spool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        file = folder.appendingPathComponent("spool.sqlite")
    }

    /// A spool with one answer, which no look will come for but ours.
    private func filled() async throws -> Spool {
        let spool = try Spool(file, mostPages: nil)
        spool.traces.withLock { $0.isWatched = true }
        let row = Spool.Row(
            key: Array(repeating: 9, count: 32), block: 1, layout: Array(repeating: 7, count: 32), bytes: [1, 2, 3])
        _ = try await spool.put(row, replaces: false)
        return spool
    }

    private func set(_ seconds: Int, on path: String) throws {
        let times = Array(repeating: timespec(tv_sec: seconds, tv_nsec: 5), count: 2)
        try #require(utimensat(AT_FDCWD, path, times, 0) == 0)
    }

    /// When each file was read and written, to the nanosecond.
    private func times() throws -> [[timespec]] {
        try Self.files.map { suffix in
            var status = stat()
            try #require(stat(file.path + suffix, &status) == 0, "\(suffix)")
            return [status.st_atim, status.st_mtim]
        }
    }

    private func expectDays(_ location: SourceLocation = #_sourceLocation) throws {
        for (suffix, times) in zip(Self.files, try times()) {
            for time in times {
                #expect(time.tv_sec % 86_400 == 0 && time.tv_nsec == 0, "\(suffix)", sourceLocation: location)
            }
        }
    }

    @Test func `once the order is forgotten, the files of a spool bear the day of the last answer and no time`()
        async throws
    {
        let spool = try await filled()
        let noon = 20_000 * 86_400 + 43_200
        // No answer comes at midnight to the nanosecond: what is found afterwards was set.
        for suffix in Self.files { try set(noon, on: file.path + suffix) }
        try await spool.forgetOrder()
        try expectDays()
        #expect(try times().flatMap { $0 }.allSatisfy { $0.tv_sec >= 20_000 * 86_400 })
        spool.shut()
    }

    @Test func `also in a quiet hour the times are set again, so that none stays at the last answer`() async throws {
        let spool = try await filled()
        try await spool.forgetOrder()
        #expect(spool.traces.withLock { !$0.areLeft })
        for suffix in Self.files { try set(20_000 * 86_400 + 43_200, on: file.path + suffix) }
        try await spool.forgetOrder()
        try expectDays()
        #expect(try times().flatMap { $0 }.allSatisfy { $0.tv_sec == 20_000 * 86_400 })
        spool.shut()
    }
}
