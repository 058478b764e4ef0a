import Core

/// What a card bears: eight characters, the last of which checks the others.
public struct EntryCode: Hashable, Sendable, CustomStringConvertible {
    static let length = 8
    /// How many codes there are: 31 to the power 7.
    static let count: UInt64 = 27_512_614_111

    /// The first seven characters as a number in base 31.
    public let number: UInt64

    init(number: UInt64) {
        self.number = number % Self.count
    }

    /// A code that is well formed, for a trial: what is filled in with it goes nowhere.
    public static let example = EntryCode(number: 123_456_789)

    /// Reads what somebody typed; case, spaces and hyphens do not matter, a wrong check character does.
    public init?(_ typed: some StringProtocol) {
        let values = CodeSigns.values
        var number: UInt64 = 0
        var check: UInt64 = 0
        var place = 0
        for byte in typed.utf8 where byte != 45 && byte != 32 {
            let value = values[Int(byte)]
            guard value != 255, place < Self.length else { return nil }
            place += 1
            if place == Self.length {
                guard UInt64(value) == check % 31 else { return nil }
            } else {
                number = number * 31 + UInt64(value)
                check += UInt64(place) * UInt64(value)
            }
        }
        guard place == Self.length else { return nil }
        self.number = number
    }

    /// Four, a hyphen, four: as it is printed.
    public var description: String {
        let characters = self.characters
        return String(decoding: characters.prefix(4) + [45] + characters.suffix(4), as: UTF8.self)
    }

    var characters: [UInt8] {
        var digits = [Int](repeating: 0, count: Self.length - 1)
        var rest = number
        for place in digits.indices.reversed() {
            digits[place] = Int(rest % 31)
            rest /= 31
        }
        return (digits + [CodeSigns.check(digits)]).map { CodeSigns.alphabet[$0] }
    }
}
