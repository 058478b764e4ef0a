import Core
import Crypto
import Foundation
import Synchronization

/// How long a name waits after failed sign-ins, whether somebody has it or not: a lock-out by waiting, never for good.
/// In memory only, and of each name only a hash under a random key.
final class SignInDelays: Sendable {
    private struct Kept {
        var failures = 0
        var until = Moment(seconds: 0)
    }

    /// After each so many failures in a row; the wait doubles from a minute to a day.
    private static let round = 5
    private static let (first, longest) = (60, 86_400)
    private let largest: Int
    private let key = SymmetricKey(size: .bits256)
    private let names = Mutex<[Data: Kept]>([:])

    init(largest: Int = 10_000) {
        self.largest = largest
    }

    /// Seconds until this name may be tried.
    func wait(for name: String, at now: Moment) -> Int {
        names.withLock { max(0, ($0[hash(name)]?.until ?? now) - now) }
    }

    func count(_ name: String, at now: Moment) {
        names.withLock { names in
            let hash = hash(name)
            if names[hash] == nil, names.count >= largest { Self.makeRoom(in: &names) }
            var kept = names[hash] ?? Kept()
            kept.failures += 1
            if kept.failures.isMultiple(of: Self.round) {
                kept.until = now + min(Self.longest, Self.first << min(11, kept.failures / Self.round - 1))
            }
            names[hash] = kept
        }
    }

    /// Whoever signed in, or got another password, begins anew.
    func clear(_ name: String) { _ = names.withLock { $0.removeValue(forKey: hash(name)) } }

    /// Nobody can fill the memory with names, nor push out the one that they guess at most.
    private static func makeRoom(in names: inout [Data: Kept]) {
        guard let least = names.min(by: { $0.value.failures < $1.value.failures }) else { return }
        names[least.key] = nil
    }

    private func hash(_ name: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(Account.key(of: name).utf8), using: key))
    }
}
