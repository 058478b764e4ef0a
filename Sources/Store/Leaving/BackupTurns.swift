import Synchronization

/// A copy of everything holds every organisation: as long as one is made none is removed, and as long as one is removed
/// no copy is begun.
final class BackupTurns: Sendable {
    private struct State {
        var copies = 0
        var removals = 0
    }

    private let state = Mutex(State())

    func whileCopying<Value>(_ use: () async throws -> Value) async throws -> Value {
        let mayBegin = state.withLock { state in
            guard state.removals == 0 else { return false }
            state.copies += 1
            return true
        }
        guard mayBegin else { throw LeavingPlan.Refusal.backupWaits }
        defer { state.withLock { $0.copies -= 1 } }
        return try await use()
    }

    func whileRemoving<Value>(_ use: () async throws -> Value) async throws -> Value {
        let mayBegin = state.withLock { state in
            guard state.copies == 0 else { return false }
            state.removals += 1
            return true
        }
        guard mayBegin else { throw LeavingPlan.Refusal.backupIsMade }
        defer { state.withLock { $0.removals -= 1 } }
        return try await use()
    }
}
