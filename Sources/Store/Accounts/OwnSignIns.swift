public import Core
import Crypto

/// One of the places where somebody is signed in, as its owner reads it.
public struct OwnSignIn: Sendable, Equatable {
    /// Tells it from the others, and opens nothing.
    public let id: String
    public let organisation: Organisation
    public let isThis: Bool
    /// Kind of browser and system, as far as it said: "firefox-android".
    public let device: String
    public let startedAt: Moment
    public let seenAt: Moment
}

extension Store {
    /// Where an account is signed in now, this place first and then the one that was used last.
    public func signIns(of account: Account.ID, holding token: [UInt8]) async throws -> [OwnSignIn] {
        let (now, own) = (clock.now, Array(SHA256.hash(data: token)))
        let query = "SELECT * FROM sign_in WHERE account_id = $1 ORDER BY seen_at DESC, token_hash"
        let all = try await read { transaction in
            try transaction.rows(query, account).compactMap { row -> OwnSignIn? in
                let (hash, started, seen): ([UInt8], Moment, Moment) = try (
                    row["token_hash"], row["started_at"], row["seen_at"]
                )
                let home = try transaction.organisation(row["organisation_id"])
                let rest = Role.rest(of: Set(try transaction.memberships(of: account, in: home, at: now).map(\.role)))
                guard now - seen < rest.idle, now - started < rest.whole else { return nil }
                return OwnSignIn(
                    id: Self.mark(of: hash), organisation: home, isThis: hash == own, device: try row["device"],
                    startedAt: started, seenAt: seen)
            }
        }
        return all.filter(\.isThis) + all.filter { !$0.isThis }
    }

    /// Ends one of the places where somebody is signed in; nothing happens where it ended already.
    public func endSignIn(_ id: String, of account: Account.ID) async throws {
        try await write { transaction in
            let hashes: [[UInt8]] = try transaction.rows(
                "SELECT token_hash FROM sign_in WHERE account_id = $1", account
            ).map { try $0["token_hash"] }
            for hash in hashes where Self.mark(of: hash) == id {
                try transaction.run("DELETE FROM sign_in WHERE token_hash = $1", hash)
            }
        }
    }

    /// Ends all places but this one.
    public func endOtherSignIns(of account: Account.ID, holding token: [UInt8]) async throws {
        try await write {
            try $0.run(
                "DELETE FROM sign_in WHERE account_id = $1 AND token_hash <> $2", account,
                Array(SHA256.hash(data: token)))
        }
    }

    /// Goes to another organisation of the account; the sign-in stays the same.
    public func enter(_ organisation: Organisation.ID, as account: Account.ID, holding token: [UInt8]) async throws {
        let now = clock.now
        try await write { transaction in
            guard try transaction.organisations(of: account, at: now).contains(where: { $0.id == organisation }) else {
                throw NotFound()
            }
            try transaction.enter(organisation, holding: token)
        }
    }

    /// The organisations in which an account has a role now.
    public func organisations(of account: Account.ID) async throws -> [Organisation] {
        let now = clock.now
        return try await read { try $0.organisations(of: account, at: now) }
    }

    /// What a page may show of a sign-in: nobody comes back from it to the token.
    private static func mark(of hash: [UInt8]) -> String {
        SHA256.hash(data: Array("sign-in|".utf8) + hash).prefix(16).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

extension Transaction {
    func enter(_ organisation: Organisation.ID, holding token: [UInt8]) throws {
        try run(
            "UPDATE sign_in SET organisation_id = $1 WHERE token_hash = $2", organisation,
            Array(SHA256.hash(data: token)))
    }
}

extension Role {
    /// Seconds a sign-in with these roles may rest, and may last: shorter for who sees most.
    static func rest(of roles: Set<Role>) -> (idle: Int, whole: Int) {
        roles.isDisjoint(with: [.hr, .admin]) ? (3_600, 43_200) : (900, 28_800)
    }
}
