public import Core
import Crypto

extension Store {
    /// For how many seconds a code may be typed after the password.
    static let halfSeconds = 600

    /// Who gave the right password and still has to give a code.
    public func halfSignedIn(_ token: [UInt8]) async throws -> Account? {
        let now = clock.now
        let query = """
            SELECT sign_in.started_at, account.id AS account_id, person.name, account.email
            FROM sign_in JOIN account ON account.id = sign_in.account_id JOIN person ON person.id = account.id
            WHERE token_hash = $1 AND is_half = 1
            """
        return try await read { transaction in
            guard let row = try transaction.row(query, Array(SHA256.hash(data: token))) else { return nil }
            let started: Moment = try row["started_at"]
            return now - started < Self.halfSeconds ? try Account(row) : nil
        }
    }

    /// The second step of signing in: a code of the app, or one for a lost phone.
    public func finishSignIn(_ token: [UInt8], code: String) async throws {
        guard let account = try await halfSignedIn(token) else { throw Account.Refusal.doesNotMatch }
        try await prove(account, at: clock.now) { transaction, now in
            guard try transaction.takeFactor(code, of: account.id, at: now) else { return false }
            let finish = "UPDATE sign_in SET is_half = 0, proved_at = $1, seen_at = $1 WHERE token_hash = $2"
            try transaction.run(finish, now, Array(SHA256.hash(data: token)))
            return true
        }
    }

    /// Proves again who somebody is who is signed in: with a code, or with the password where there is no app.
    public func proveAgain(_ signedIn: SignedIn, _ token: [UInt8], with typed: String) async throws {
        let account = signedIn.account
        let matches = signedIn.hasSecondFactor ? false : try await matches(typed, of: account)
        try await prove(account, at: clock.now) { transaction, now in
            guard try matches || transaction.takeFactor(typed, of: account.id, at: now) else { return false }
            let renew = "UPDATE sign_in SET proved_at = $1 WHERE token_hash = $2"
            try transaction.run(renew, now, Array(SHA256.hash(data: token)))
            return true
        }
    }

    /// Guesses wait as those of a password do, under the account and not under the name.
    private func prove(
        _ account: Account, at now: Moment, _ take: @Sendable @escaping (Transaction, Moment) throws -> Bool
    ) async throws {
        let name = "factor|\(account.id)"
        let wait = delays.wait(for: name, at: now)
        guard wait == 0 else { throw MustWait(seconds: wait) }
        guard try await write({ try take($0, now) }) else {
            delays.count(name, at: now)
            throw Account.FactorRefusal.codeIsWrong
        }
        delays.clear(name)
    }

    private func matches(_ password: String, of account: Account) async throws -> Bool {
        let stored: String? = try await read {
            try $0.row("SELECT password FROM account WHERE id = $1", account.id)?["password"]
        }
        return try await passwords.matches(password, stored ?? passwords.wasted())
    }
}
