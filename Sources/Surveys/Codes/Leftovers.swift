/// How many cards of each pile came back unused and were destroyed, as hr counted them.
public struct Leftovers: Equatable, Sendable {
    /// By the position of the block; a pile that is missing here was not counted.
    public private(set) var counts: [Int: Int]
    public let version: Int

    public init(_ counts: [Int: Int] = [:], version: Int = 0) {
        self.counts = counts
        self.version = version
    }

    /// Takes over what was counted: of no pile more than was made for it.
    public mutating func count(_ counts: [Int: Int], made: [Int: Int]) throws(Wave.Refusal) {
        for (block, count) in counts {
            guard let most = made[block], (0...most).contains(count) else { throw .leftoversAreOutside }
        }
        self.counts = counts
    }

    /// Of all piles together; nil while one was not counted.
    public func total(made: [Int: Int]) -> Int? {
        guard !made.isEmpty, Set(made.keys).isSubset(of: counts.keys) else { return nil }
        return counts.values.reduce(0, +)
    }
}
