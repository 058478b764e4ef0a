/// How many cards, or forms of paper, were made for a block in one go.
public struct CardBatch: Equatable, Sendable {
    /// The position of the block among the wave's groups.
    public let block: Int
    public let count: Int
    /// Whether their codes stand on forms of paper instead of cards.
    public let isPaper: Bool

    public init(block: Int, count: Int, isPaper: Bool = false) {
        self.block = block
        self.count = count
        self.isPaper = isPaper
    }
}

/// All codes of a wave, derived from its secret in the order of the batches; none is stored.
public struct CodeBook: Sendable {
    private var blockOfCode: [UInt64: Int32] = [:]
    /// Those on forms: which way an answer came is told of no answer, but a code must not be handed out twice.
    private var onForms: Set<UInt64> = []
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
            if batch.isPaper { onForms.insert(code.number) }
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

    /// The codes of a block, on its cards or on its forms, in an order that tells nothing about the order of making.
    public func codes(
        of block: Int, onPaper: Bool = false, using generator: inout some RandomNumberGenerator
    ) -> [EntryCode] {
        // Sorted first: a dictionary's own order may hold a trace of insertion.
        blockOfCode.filter { $0.value == Int32(block) && onForms.contains($0.key) == onPaper }.keys.sorted().map(
            EntryCode.init(number:)
        )
        .shuffled(using: &generator)
    }
}
