import Core
import Crypto
import CryptoExtras
import Foundation

/// Password hashes by scrypt; its parameters stand with each hash. Slow on purpose, so off the pool and few at once.
final class Passwords: Sendable {
    private let cost: Int
    private let queue = OperationQueue()
    private static let mostWaiting = 16

    init(cost: Int) {
        self.cost = cost
        queue.maxConcurrentOperationCount = 2
    }

    func hash(_ password: String) async throws -> String {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        let key = try await derive(password, salt, cost: cost)
        return "scrypt$\(cost)$8$1$\(Self.text(salt))$\(Self.text(key))"
    }

    func matches(_ password: String, _ stored: String) async throws -> Bool {
        let parts = stored.split(separator: "$").map(String.init)
        guard parts.count == 6, let cost = Int(parts[1]), let salt = Data(base64Encoded: parts[4]),
            let wanted = Data(base64Encoded: parts[5])
        else { throw Broken.value("password") }
        let found = try await derive(password, Array(salt), cost: cost)
        return zip(found, wanted).reduce(found.count == wanted.count ? 0 : 1) { $0 | Int($1.0 ^ $1.1) } == 0
    }

    /// A hash to compare with where there is no such account, so that both answers take as long.
    func wasted() -> String {
        "scrypt$\(cost)$8$1$\(Self.text([UInt8](repeating: 7, count: 16)))$\(Self.text([UInt8](repeating: 0, count: 32)))"
    }

    private func derive(_ password: String, _ salt: [UInt8], cost: Int) async throws -> [UInt8] {
        guard queue.operationCount < Self.mostWaiting else { throw Account.Refusal.isBusy }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                continuation.resume(
                    with: Result {
                        try KDF.Scrypt.deriveKey(
                            from: Array(password.utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost,
                            blockSize: 8,
                            parallelism: 1
                        ).withUnsafeBytes { Array($0) }
                    })
            }
        }
    }

    private static func text(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
