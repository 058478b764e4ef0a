import Crypto

/// What the codes of a wave derive from. It stands beside the wave's spool and dies with it.
public struct WaveSecret: Sendable {
    public static let length = 32
    private let key: SymmetricKey

    public init(_ bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
    }

    func code(block: Int, counter: Int) -> EntryCode {
        let mac = HMAC<SHA256>.authenticationCode(for: Array("code|\(block)|\(counter)".utf8), using: key)
        return EntryCode(number: mac.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// The key of the spool's row for this code: 32 bytes that tell nothing without the secret.
    public func spoolKey(of code: EntryCode) -> [UInt8] { key(of: code, for: "answer") }

    /// The key of the row that bears no block: without the secret nothing leads from one to the other.
    public func asideKey(of code: EntryCode) -> [UInt8] { key(of: code, for: "aside") }

    /// The key of the row with what somebody wrote on this question.
    public func textKey(of code: EntryCode, on question: String) -> [UInt8] { key(of: code, for: "text-\(question)") }

    private func key(of code: EntryCode, for part: String) -> [UInt8] {
        var message = Array("\(part)|".utf8)
        message.append(contentsOf: code.characters)
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
    }
}
