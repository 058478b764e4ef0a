/// With what somebody who works here makes an account: twelve signs, the last of which checks the others.
public struct InvitationCode: Hashable, Sendable, CustomStringConvertible {
    private static let length = 12

    private let digits: [Int]

    private init(checking digits: [Int]) {
        self.digits = digits + [CodeSigns.check(digits)]
    }

    public static func fresh() -> InvitationCode {
        InvitationCode(checking: (1..<length).map { _ in Int.random(in: CodeSigns.alphabet.indices) })
    }

    /// Reads what somebody typed; case, spaces and hyphens do not matter, a wrong check does.
    public init?(_ typed: String) {
        let values = typed.utf8.filter { $0 != 45 && $0 != 32 }.map { Int(CodeSigns.values[Int($0)]) }
        guard values.count == Self.length, values.allSatisfy({ $0 != 255 }) else { return nil }
        self.init(checking: Array(values.dropLast()))
        guard digits.last == values.last else { return nil }
    }

    /// As it is printed: three groups of four.
    public var description: String {
        let signs = digits.map { CodeSigns.alphabet[$0] }
        return stride(from: 0, to: Self.length, by: 4)
            .map { String(decoding: signs[$0..<$0 + 4], as: UTF8.self) }.joined(separator: "-")
    }
}
