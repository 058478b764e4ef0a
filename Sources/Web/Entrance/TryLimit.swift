import Core
import Synchronization

/// Counts failed tries per address or name and minute, in memory only; what succeeds is not counted.
final class TryLimit: Sendable {
    private struct Count {
        var minute: Int
        var failures: Int
    }

    private let most: Int
    // Only a hash under this process's own random key is kept, never an address.
    private let counts = Mutex<[Int: Count]>([:])

    init(perMinute most: Int = 20) {
        self.most = most
    }

    func mayTry(_ address: String, at now: Moment) -> Bool {
        counts.withLock { counts in
            guard let count = counts[address.hashValue], count.minute == now.seconds / 60 else { return true }
            return count.failures < most
        }
    }

    func count(_ address: String, at now: Moment) {
        counts.withLock { counts in
            let minute = now.seconds / 60
            // What is older than this minute counts no more, and nobody can fill the memory with addresses.
            if counts.count > 10_000 { counts = counts.filter { $0.value.minute == minute } }
            let known = counts[address.hashValue].flatMap { $0.minute == minute ? $0.failures : nil } ?? 0
            counts[address.hashValue] = Count(minute: minute, failures: known + 1)
        }
    }
}
