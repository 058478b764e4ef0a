import Store
import Synchronization

/// The memory that files may take while they are sent and read, of all senders together: on a small machine a few large
/// ones at once would end the server for everybody who answers.
final class UploadRoom: Sendable {
    /// Three of the largest, and some small ones beside them.
    static let mostBytes = 200 * 1_048_576
    private let taken = Atomic(0)

    /// Takes so many bytes for as long as the work lasts, or asks to come back where they are not there.
    func taking<Value>(_ bytes: Int, for work: () async throws -> Value) async throws -> Value {
        defer { taken.wrappingSubtract(bytes, ordering: .relaxed) }
        guard taken.wrappingAdd(bytes, ordering: .relaxed).newValue <= Self.mostBytes else {
            throw SlowWork.Fault.isBusy
        }
        return try await work()
    }
}
