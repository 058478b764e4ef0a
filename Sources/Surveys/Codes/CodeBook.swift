/// How many cards were made for a block in one go.
public struct CardBatch: Equatable, Sendable {
    /// The position of the block among the wave's groups.
    public let block: Int
    public let count: Int

    public init(block: Int, count: Int) {
        self.block = block
        self.count = count
    }
}

/// All codes of a wave, derived from its secret in the order of the batches; none is stored.
public struct CodeBook: Sendable {
    private var blockOfCode: [UInt64: Int32] = [:]
    private var counters: [Int: Int] = [:]
    private let secret: WaveSecret

    public init(_ secret: WaveSecret, _ batches: [CardBatch]) {
        self.secret = secret
        blockOfCode.reserveCapacity(batches.reduce(0) { $0 + $1.count })
        for batch in batches { add(batch) }
    }

    /// Adds cards to a block, and returns the new codes.
    @discardableResult
    public mutating func add(_ batch: CardBatch) -> [EntryCode] {
        var codes: [EntryCode] = []
        while codes.count < batch.count {
            let counter = counters[batch.block, default: 0]
            counters[batch.block] = counter + 1
            let code = secret.code(block: batch.block, counter: counter)
            // Two counters may derive one code; the later one is skipped, always in the same order.
            guard blockOfCode[code.number] == nil else { continue }
            blockOfCode[code.number] = Int32(batch.block)
            codes.append(code)
        }
        return codes
    }

    /// The codes of the last of these batches alone, in an order that tells nothing.
    public static func codesOfLast(
        of batches: some Collection<CardBatch>, _ secret: WaveSecret, using generator: inout some RandomNumberGenerator
    ) -> [EntryCode] {
        var book = CodeBook(secret, [])
        var last: [EntryCode] = []
        for batch in batches { last = book.add(batch) }
        return last.shuffled(using: &generator)
    }

    /// The block of a code, or nil where no such card was made.
    public func block(of code: EntryCode) -> Int? { blockOfCode[code.number].map(Int.init) }

    public var count: Int { blockOfCode.count }

    /// The codes of a block in an order that tells nothing about the order of making.
    public func codes(of block: Int, using generator: inout some RandomNumberGenerator) -> [EntryCode] {
        // Sorted first: a dictionary's own order may hold a trace of insertion.
        blockOfCode.filter { $0.value == Int32(block) }.keys.sorted().map(EntryCode.init(number:))
            .shuffled(using: &generator)
    }
}
