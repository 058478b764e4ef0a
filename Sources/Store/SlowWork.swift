public import Core
import Foundation
import Glibc

/// Work that takes seconds: one piece at a time, on a thread of its own that everything else goes before. On the threads
/// that serve requests it would hold up everybody.
public actor SlowWork {
    public enum Fault: String, Refusal { case isBusy = "import.is_busy" }

    /// So many pieces may wait; whoever comes after is asked to come back.
    static let mostWaiting = 8
    private static let stackBytes = 8 << 20

    private var last: Task<Void, Never>?
    private var waiting = 0

    public func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        guard waiting < Self.mostWaiting else { throw Fault.isBusy }
        waiting += 1
        defer { waiting -= 1 }
        let task = Task { [last] in
            await last?.value
            return try await Self.aside(work)
        }
        last = Task { _ = try? await task.value }
        return try await task.value
    }

    private static func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                // On Linux this is of the thread that asks for it, not of the process.
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
                continuation.resume(with: Result { try work() })
            }
            thread.stackSize = Self.stackBytes
            thread.start()
        }
    }
}
