import Dispatch
import GRDB
import Synchronization

// SQLite adds to a log what is written, in that order and with what stood there before, and lays rows in a page as they
// come. Whoever reads the files must not find in them who answered first, nor what somebody replaced; whoever lists
// them, not when the last answer came.
extension Spool {
    struct Traces {
        /// Whether something was written since the files were last made anew.
        var areLeft = true
        var isWatched = false
        var written = DispatchTime.now()
        var emptied = DispatchTime.now()
    }

    private static let quiet = DispatchTimeInterval.seconds(1)
    private static let mostInLog = DispatchTimeInterval.seconds(5)

    /// After a batch: looks again in a moment, when those who sent have their answer.
    func noteTraces() {
        let now = DispatchTime.now()
        let mustWatch = traces.withLock { traces in
            (traces.areLeft, traces.written) = (true, now)
            defer { traces.isWatched = true }
            return !traces.isWatched
        }
        if mustWatch { watch() }
    }

    private func watch() {
        writer.asyncAfter(deadline: .now() + Self.quiet) { [weak self] in self?.look() }
    }

    private func look() {
        let now = DispatchTime.now()
        let seen = traces.withLock { traces in
            traces.isWatched = false
            return traces
        }
        guard seen.areLeft else { return }
        do {
            if now >= seen.written + Self.quiet { return try makeAnew() }
            if now >= seen.emptied + Self.mostInLog {
                try emptyLog()
                try coarsenTimes()
            }
            traces.withLock { $0.isWatched = true }
            watch()
        } catch {
            // Housekeeping tries again, and says in the log what is wrong.
        }
    }

    /// Makes the files so that they tell no order and no earlier version, if something was written since the last time.
    /// If nothing was, their times are set all the same: so the disk's own time of change is never long that of the
    /// last answer.
    func forgetOrder() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            writer.async {
                continuation.resume(
                    with: Result {
                        if self.traces.withLock({ $0.areLeft }) { try self.makeAnew() } else { try self.coarsenTimes() }
                    })
            }
        }
    }

    /// Writes all pages again in the order of the keys. The log is emptied before as well, so that its index holds
    /// those pages only.
    private func makeAnew() throws {
        try emptyLog()
        try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
        try emptyLog()
        traces.withLock { $0.areLeft = false }
        try coarsenTimes()
    }

    private func emptyLog() throws {
        try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        traces.withLock { $0.emptied = .now() }
    }

    private func coarsenTimes() throws {
        for suffix in ["", "-wal", "-shm"] { try FileTimes.coarsen(database.path + suffix) }
    }
}

extension Store {
    /// Where people answer without a quiet moment, the order of answers is forgotten here.
    public func forgetOrder() async throws {
        var failure: (any Error)?
        for wave in openWaves.all {
            do { try await wave.spool.forgetOrder() } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
