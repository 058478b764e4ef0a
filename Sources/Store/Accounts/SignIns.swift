public import Core
import Crypto

/// Somebody who is signed in, and what they may do where they are.
public struct SignedIn: Sendable {
    public let account: Account
    public let organisation: Organisation
    public let memberships: [Membership]
    /// Whether the account has a role in another organisation as well.
    public let worksElsewhere: Bool
    public let hasSecondFactor: Bool
    /// When they last proved who they are: at sign-in, or since.
    public let provedAt: Moment

    /// For how many seconds that holds for what takes figures or people out, gives roles or decides.
    static let proofSeconds = 300

    public func isProved(at now: Moment) -> Bool { now - provedAt < Self.proofSeconds }

    public var roles: Set<Role> { Set(memberships.map(\.role)) }
    public var rights: Set<Right> { roles.reduce(into: []) { $0.formUnion($1.rights) } }
    /// The units whose branches a leader leads.
    public var ownUnits: [Unit.ID] { memberships.filter { $0.role == .leader }.compactMap(\.unit) }
}

extension Store {
    /// Checks name and password, and returns a token that only its owner gets to know.
    ///
    /// - Parameter device: with what they sign in, so that they know it among their sign-ins.
    public func signIn(_ name: String, password: String, with device: String = "") async throws -> [UInt8] {
        let now = clock.now
        let wait = delays.wait(for: name, at: now)
        guard wait == 0 else { throw MustWait(seconds: wait) }
        let found = try await read { transaction in
            try transaction.account(named: name)
                .flatMap { try transaction.row("SELECT * FROM account WHERE id = $1", $0) }.map(Login.init)
        }
        let matches = try await passwords.matches(password, found?.password ?? passwords.wasted())
        guard let found, matches else {
            delays.count(name, at: now)
            throw Account.Refusal.doesNotMatch
        }
        let token = Self.freshToken()
        try await write { transaction in
            guard let home = try transaction.organisations(of: found.id, at: now).first else {
                throw Account.Refusal.doesNotMatch
            }
            let isHalf = try transaction.factor(of: found.id)?.isConfirmed == true
            try transaction.begin(found.id, token, with: device, in: home.id, at: now, isHalf: isHalf)
        }
        delays.clear(name)
        return token
    }

    /// Who holds this token, unless it rested too long.
    public func signedIn(_ token: [UInt8]) async throws -> SignedIn? {
        let now = clock.now
        let hash = Array(SHA256.hash(data: token))
        let query = """
            SELECT sign_in.started_at, sign_in.seen_at, sign_in.proved_at, sign_in.organisation_id, account.id AS account_id, person.name,
                account.email
            FROM sign_in JOIN account ON account.id = sign_in.account_id JOIN person ON person.id = account.id
            WHERE token_hash = $1 AND is_half = 0
            """
        let found = try await read { transaction -> (SignedIn, Moment, Moment)? in
            guard let row = try transaction.row(query, hash) else { return nil }
            let organisation = try transaction.organisation(row["organisation_id"])
            let account = try Account(row)
            let signedIn = SignedIn(
                account: account, organisation: organisation,
                memberships: try transaction.memberships(of: account.id, in: organisation, at: now),
                worksElsewhere: try transaction.organisations(of: account.id, at: now).count > 1,
                hasSecondFactor: try transaction.factor(of: account.id)?.isConfirmed == true,
                provedAt: try row["proved_at"])
            return try (signedIn, row["started_at"], row["seen_at"])
        }
        guard let (signedIn, started, seen) = found, !signedIn.memberships.isEmpty else { return nil }
        let (idle, whole) = Role.rest(of: signedIn.roles)
        guard now - seen < idle, now - started < whole else {
            try await signOut(token)
            return nil
        }
        if now - seen >= 60 {
            try await write { try $0.run("UPDATE sign_in SET seen_at = $1 WHERE token_hash = $2", now, hash) }
        }
        return signedIn
    }

    static func freshToken() -> [UInt8] { SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) } }

    public func signOut(_ token: [UInt8]) async throws {
        try await write { try $0.run("DELETE FROM sign_in WHERE token_hash = $1", Array(SHA256.hash(data: token))) }
    }
}

private struct Login: Sendable {
    let id: Account.ID
    let password: String

    init(_ row: Record) throws {
        id = try row["id"]
        password = try row["password"]
    }
}

extension Store {
    /// Signs in by name alone; only where everybody is made up.
    public func signInToDemo(_ name: String, with device: String = "") async throws -> [UInt8]? {
        guard kind == .demo else { return nil }
        let now = clock.now
        let token = Self.freshToken()
        return try await write { transaction in
            guard let id = try transaction.account(named: name),
                let home = try transaction.organisations(of: id, at: now).first
            else { return nil }
            try transaction.begin(id, token, with: device, in: home.id, at: now)
            return token
        }
    }
}

extension Transaction {
    /// Keeps a sign-in by the hash of its token.
    func begin(
        _ account: Account.ID, _ token: [UInt8], with device: String, in home: Organisation.ID, at now: Moment,
        isHalf: Bool = false
    ) throws {
        let insert = """
            INSERT INTO sign_in (token_hash, account_id, organisation_id, started_at, seen_at, device, is_half, proved_at)
            VALUES ($1, $2, $3, $4, $4, $5, $6, $4)
            """
        try run(insert, Array(SHA256.hash(data: token)), account, home, now, device, isHalf)
    }
}
