import Core
import Crypto
import Foundation

/// The six digits that an app shows for half a minute (RFC 6238, with SHA-1 as every app has it).
struct TimeCode: Sendable {
    static let seconds = 30
    private static let digits = 6
    private let secret: [UInt8]

    /// - Parameter secret: what the app and the server share, 20 bytes.
    init(secret: [UInt8]) { self.secret = secret }

    static func freshSecret() -> [UInt8] {
        SymmetricKey(size: SymmetricKeySize(bitCount: 160)).withUnsafeBytes { Array($0) }
    }

    static func step(at now: Moment) -> Int { now.seconds / seconds }

    /// The digits of a step (RFC 4226, section 5.3).
    func code(of step: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Data($0) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(hash[hash.count - 1] & 0x0F)
        let number = hash[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let plain = String(number % 1_000_000)
        return String(repeating: "0", count: Self.digits - plain.count) + plain
    }

    /// The step of what somebody typed: of now, or one early or late, and after the last that was taken.
    func step(of typed: String, at now: Moment, after last: Int) -> Int? {
        let code = typed.filter { !$0.isWhitespace }
        let present = Self.step(at: now)
        return (present - 1...present + 1).first { $0 > last && self.code(of: $0) == code }
    }

    /// The secret as people type it into an app: base 32 (RFC 4648) in groups of four.
    static func text(of secret: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = secret.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
        let signs = stride(from: 0, to: bits.count, by: 5).map { start in
            alphabet[(0..<5).reduce(0) { $0 << 1 | (start + $1 < bits.count ? Int(bits[start + $1]) : 0) }]
        }
        return stride(from: 0, to: signs.count, by: 4).map { String(signs[$0..<min($0 + 4, signs.count)]) }
            .joined(separator: " ")
    }

    /// What the square picture holds that an app reads.
    static func address(of secret: [UInt8], for account: String, at organisation: String) -> String {
        let issuer = organisation.inAddress
        return
            "otpauth://totp/\(issuer):\(account.inAddress)?secret=\(text(of: secret).filter { $0 != " " })&issuer=\(issuer)"
    }
}

extension String {
    /// As it may stand in any part of an address.
    fileprivate var inAddress: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "!"..."~"))) ?? ""
    }
}
