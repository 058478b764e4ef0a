import Core
import Crypto
import Foundation

extension Store {
    private static let minutes = 60

    /// A fresh address for the first set-up; earlier ones no longer work.
    public func makeSetUpToken() async throws -> String {
        let token = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let text = token.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
        let until = clock.now + Self.minutes * 60
        try await write { transaction in
            try transaction.set("set_up_hash", to: Self.hash(text))
            try transaction.set("set_up_until", to: "\(until.seconds)")
        }
        return text
    }

    /// Whether this set-up address still works: right, in time, and nobody has signed up.
    public func isSetUp(_ token: String) async throws -> Bool {
        let now = clock.now
        return try await read { try $0.isSetUp(Self.hash(token), at: now) }
    }

    /// Uses the address up; of two who come at once, one gets in.
    public func spendSetUp(_ token: String) async throws -> Bool {
        let now = clock.now
        return try await write { transaction in
            guard try transaction.isSetUp(Self.hash(token), at: now) else { return false }
            try transaction.run("DELETE FROM installation WHERE name IN ('set_up_hash', 'set_up_until')")
            return true
        }
    }

    private static func hash(_ token: String) -> String {
        Data(SHA256.hash(data: Array(token.utf8))).base64EncodedString()
    }
}

extension Transaction {
    fileprivate func isSetUp(_ hash: String, at now: Moment) throws -> Bool {
        guard try row("SELECT 1 AS one FROM account LIMIT 1") == nil else { return false }
        let until = try setting("set_up_until").flatMap { Int($0) } ?? 0
        return try setting("set_up_hash") == hash && now.seconds < until
    }

    func set(_ name: String, to value: String) throws {
        let insert = """
            INSERT INTO installation (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2
            """
        try run(insert, name, value)
    }

    func setting(_ name: String) throws -> String? {
        try row("SELECT value FROM installation WHERE name = $1", name)?["value"]
    }
}
