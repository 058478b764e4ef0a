public import Core
import Crypto

/// What somebody types or scans into an app, before it is theirs.
public struct FreshFactor: Sendable {
    /// In groups of four letters.
    public let secret: String
    /// What a square picture holds.
    public let address: String
}

extension Account {
    /// Why a second factor says no.
    public enum FactorRefusal: String, Core.Refusal {
        case codeIsWrong = "factor.code_is_wrong"
        case isObliged = "factor.is_obliged"
        case isMissing = "factor.is_missing"
    }
}

extension Store {
    static let recoveryCodes = 10

    /// Whether an account has a second factor that works.
    public func hasSecondFactor(_ account: Account.ID) async throws -> Bool {
        try await read { try $0.factor(of: account)?.isConfirmed == true }
    }

    /// Makes a secret that counts only once a code of it was typed; asked again, it gives the same.
    public func beginSecondFactor(of account: Account, at organisation: Organisation) async throws -> FreshFactor {
        let secret = try await write { transaction -> [UInt8] in
            if let known = try transaction.factor(of: account.id) {
                guard !known.isConfirmed else { throw Conflict.changedMeanwhile }
                return known.secret
            }
            let secret = TimeCode.freshSecret()
            try transaction.run("INSERT INTO second_factor VALUES ($1, $2, 0, 0)", account.id, secret)
            return secret
        }
        return FreshFactor(
            secret: TimeCode.text(of: secret),
            address: TimeCode.address(of: secret, for: account.name, at: organisation.name))
    }

    /// The first code of the app: from now on it is asked at each sign-in. Ends all other sign-ins.
    ///
    /// - Returns: codes for a lost phone, which are told here and never again.
    public func confirmSecondFactor(
        of account: Account.ID, code: String, holding token: [UInt8]
    ) async throws -> [String] {
        let now = clock.now
        let codes = (0..<Self.recoveryCodes).map { _ in RecoveryCode.fresh() }
        try await write { transaction in
            guard let factor = try transaction.factor(of: account), !factor.isConfirmed else {
                throw Conflict.changedMeanwhile
            }
            guard let step = TimeCode(secret: factor.secret).step(of: code, at: now, after: factor.lastStep) else {
                throw Account.FactorRefusal.codeIsWrong
            }
            let confirm = "UPDATE second_factor SET is_confirmed = 1, last_step = $1 WHERE account_id = $2"
            try transaction.run(confirm, step, account)
            try transaction.keep(codes, of: account)
            let own = Array(SHA256.hash(data: token))
            try transaction.run("DELETE FROM sign_in WHERE account_id = $1 AND token_hash <> $2", account, own)
            try transaction.run("UPDATE sign_in SET proved_at = $1 WHERE token_hash = $2", now, own)
        }
        return codes
    }

    /// Other codes for a lost phone, which are told here and never again; those of before end.
    public func renewRecoveryCodes(of account: Account.ID) async throws -> [String] {
        let codes = (0..<Self.recoveryCodes).map { _ in RecoveryCode.fresh() }
        try await write { transaction in
            guard try transaction.factor(of: account)?.isConfirmed == true else {
                throw Account.FactorRefusal.isMissing
            }
            try transaction.run("DELETE FROM recovery_code WHERE account_id = $1", account)
            try transaction.keep(codes, of: account)
        }
        return codes
    }

    /// How many codes for a lost phone an account has left.
    public func recoveryCodesLeft(of account: Account.ID) async throws -> Int {
        let query = "SELECT COUNT(*) AS number FROM recovery_code WHERE account_id = $1"
        return try await read { try $0.row(query, account)?["number"] ?? 0 }
    }

    /// Takes the second factor away, where nothing obliges to it.
    public func removeSecondFactor(of account: Account.ID, isObliged: Bool) async throws {
        guard !isObliged else { throw Account.FactorRefusal.isObliged }
        try await write { try $0.dropFactor(of: account) }
    }
}

extension Transaction {
    func factor(of account: Account.ID) throws -> SecondFactor? {
        try row("SELECT * FROM second_factor WHERE account_id = $1", account).map(SecondFactor.init)
    }

    fileprivate func keep(_ codes: [String], of account: Account.ID) throws {
        for code in codes {
            try run("INSERT INTO recovery_code VALUES ($1, $2)", account, RecoveryCode.hash(code))
        }
    }

    /// With its codes for a lost phone.
    func dropFactor(of account: Account.ID) throws {
        try run("DELETE FROM second_factor WHERE account_id = $1", account)
    }

    /// Takes a code of the app or one for a lost phone, each once.
    func takeFactor(_ typed: String, of account: Account.ID, at now: Moment) throws -> Bool {
        guard let factor = try factor(of: account), factor.isConfirmed else { return false }
        if let step = TimeCode(secret: factor.secret).step(of: typed, at: now, after: factor.lastStep) {
            try run("UPDATE second_factor SET last_step = $1 WHERE account_id = $2", step, account)
            return true
        }
        let remove = "DELETE FROM recovery_code WHERE account_id = $1 AND code_hash = $2"
        return try run(remove, account, RecoveryCode.hash(typed)) == 1
    }
}

struct SecondFactor {
    let secret: [UInt8]
    let lastStep: Int
    let isConfirmed: Bool

    fileprivate init(_ row: Record) throws {
        (secret, lastStep, isConfirmed) = try (row["secret"], row["last_step"], row["is_confirmed"])
    }
}

/// A code for when the phone is lost: twelve signs, in groups of four.
enum RecoveryCode {
    static func fresh() -> String { Password.fresh(groups: 3, of: 4) }

    /// Case, spaces and hyphens do not matter.
    static func hash(_ typed: String) -> [UInt8] {
        let plain = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }
        return Array(SHA256.hash(data: Array("recovery|\(plain)".utf8)))
    }
}
