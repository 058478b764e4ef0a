import Core
import Crypto
import Foundation
import Synchronization

/// Counts failed tries per address and minute, in memory only; what succeeds is not counted.
final class TryLimit: Sendable {
    private struct Minute {
        var number = 0
        // Only a hash under this minute's own random key is kept, never an address.
        var key = SymmetricKey(size: .bits256)
        var failures: [Data: Int] = [:]
    }

    private static let largest = 10_000
    private let most: Int
    private let minute = Mutex(Minute())

    init(perMinute most: Int) {
        self.most = most
    }

    /// How many addresses are remembered now.
    var remembered: Int { minute.withLock { $0.failures.count } }

    /// Seconds until the next minute.
    static func rest(at now: Moment) -> Int { 60 - now.seconds % 60 }

    func mayTry(_ address: String, at now: Moment) -> Bool {
        minute.withLock { minute in
            Self.forget(&minute, at: now)
            return minute.failures[Self.hash(address, minute), default: 0] < most
        }
    }

    func count(_ address: String, at now: Moment) {
        minute.withLock { minute in
            Self.forget(&minute, at: now)
            let hash = Self.hash(address, minute)
            // Nobody can fill the memory with addresses.
            guard minute.failures[hash] != nil || minute.failures.count < Self.largest else { return }
            minute.failures[hash, default: 0] += 1
        }
    }

    /// What is older than this minute counts no more, and is not remembered either.
    func forget(at now: Moment) {
        minute.withLock { Self.forget(&$0, at: now) }
    }

    private static func forget(_ minute: inout Minute, at now: Moment) {
        guard minute.number != now.seconds / 60 else { return }
        minute = Minute(number: now.seconds / 60)
    }

    private static func hash(_ address: String, _ minute: Minute) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(address.utf8), using: minute.key))
    }
}

/// Every limit on failed tries that the server keeps.
struct TryLimits: Sendable {
    /// Codes on cards: what fails more often waits, and nothing is refused.
    let codes = TryLimit(perMinute: 30)
    /// The same for everybody together, against who comes from many addresses.
    let codesInAll = TryLimit(perMinute: 600)
    /// Sign-in; how long a name waits is the store's to know.
    let addresses = TryLimit(perMinute: 20)

    var all: [TryLimit] { [codes, codesInAll, addresses] }

    func forget(at now: Moment) {
        for limit in all { limit.forget(at: now) }
    }
}
