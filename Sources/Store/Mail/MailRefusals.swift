public import Core
import Crypto

extension Store {
    /// The last part of the address on which somebody ends messages that are not about their own account: the person, and a
    /// proof that we wrote it. It needs no sign-in and works for as long as the person is known.
    public func refusalToken(of person: Person.ID, in organisation: Organisation.ID) async throws -> String {
        let key = try await refusalKey()
        return Self.refusalToken(person, organisation, key)
    }

    static func refusalToken(_ person: Person.ID, _ home: Organisation.ID, _ key: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: said(person, home), using: SymmetricKey(data: key))
        return "\(home).\(person).\(Array(code).hex)"
    }

    /// Whose token this is, and whether they ended such messages.
    public func refusal(by token: String) async throws -> (home: Organisation, isRefused: Bool) {
        let (person, organisation) = try await reader(of: token)
        let query = "SELECT 1 AS one FROM mail_refusal WHERE organisation_id = $1 AND person_id = $2"
        return try await read { transaction in
            (
                try transaction.organisation(organisation),
                try transaction.row(query, organisation, person) != nil
            )
        }
    }

    /// Ends such messages for whoever bears this token, or lets them come again; what waits for them goes.
    public func setRefusal(by token: String, isRefused: Bool) async throws {
        let (person, home) = try await reader(of: token)
        try await write { transaction in
            guard isRefused else {
                let remove = "DELETE FROM mail_refusal WHERE organisation_id = $1 AND person_id = $2"
                try transaction.run(remove, home, person)
                return
            }
            try transaction.run("INSERT INTO mail_refusal VALUES ($1, $2) ON CONFLICT DO NOTHING", home, person)
            let waiting = "DELETE FROM mail WHERE organisation_id = $1 AND person_id = $2 AND refusal IS NOT NULL"
            try transaction.run(waiting, home, person)
        }
    }

    private func reader(of token: String) async throws -> (Person.ID, Organisation.ID) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let key = try await refusalKey()
        guard parts.count == 3, let home = Organisation.ID(parts[0]), let person = Person.ID(parts[1]),
            let proof = [UInt8](hex: parts[2]),
            HMAC<SHA256>.isValidAuthenticationCode(
                proof, authenticating: Self.said(person, home), using: SymmetricKey(data: key))
        else { throw NotFound() }
        let query = "SELECT 1 AS one FROM member WHERE organisation_id = $1 AND id = $2"
        guard try await read({ try $0.row(query, home, person) != nil }) else { throw NotFound() }
        return (person, home)
    }

    private static func said(_ person: Person.ID, _ home: Organisation.ID) -> [UInt8] {
        Array("mail-refusal|\(home)|\(person)".utf8)
    }

    /// Made at first use, and kept as long as the installation: addresses in old messages go on working.
    func refusalKey() async throws -> [UInt8] {
        let name = "mail_refusal_key"
        if let key = try await read({ try $0.setting(name).flatMap([UInt8].init(hex:)) }) { return key }
        return try await write { transaction in
            if let key = try transaction.setting(name).flatMap([UInt8].init(hex:)) { return key }
            let key = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
            try transaction.set(name, to: key.hex)
            return key
        }
    }
}

extension [UInt8] {
    fileprivate var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    fileprivate init?(hex: String) {
        let digits = hex.compactMap(\.hexDigitValue)
        guard digits.count == hex.count, digits.count == 64 else { return nil }
        self = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
