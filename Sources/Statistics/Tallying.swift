/// Takes answers in, row by row in any order, and counts them per block; the rows themselves are not kept.
///
/// Everything that is summed is a whole number, so that the order of the rows changes no figure by a single bit.
public struct Tallying: Sendable {
    /// The byte of an item that was not answered.
    public static let none: UInt8 = 255

    public let plan: ScoringPlan
    /// Rows that were not counted, because their length or block does not fit the plan.
    public private(set) var rejected = 0

    private var rows = 0
    private let codes: [AnswerCode]
    private let starts: [Int]
    private let stride: Int
    /// For each block, and once more for the incomplete rows of all: answers by item and value.
    private var counts: [UInt32]
    private var respondents: [Int]
    private var scores: [Moments]
    private var complete: [Moments]
    private var pairs: PairSums
    /// The row at hand, an item each.
    private var answers: [AnswerCode]
    private let scoring: [ThemeScoring]

    /// - Parameter blocks: how many blocks there are; rows name them by 0..<blocks.
    public init(_ plan: ScoringPlan, blocks: Int) {
        self.plan = plan
        // A slot for each value, and one for no answer.
        let lengths = plan.items.map { $0.maximum - $0.minimum + 2 }
        starts = lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
        stride = starts[starts.count - 1]
        codes = zip(plan.items, starts).flatMap { AnswerCode.table(of: $0, from: $1) }
        counts = Array(repeating: 0, count: (blocks + 1) * stride)
        respondents = Array(repeating: 0, count: blocks)
        let none = plan.units.map { Moments(unit: $0) }
        scores = Array(repeating: none, count: blocks).flatMap(\.self)
        complete = plan.themes.map { _ in Moments() }
        pairs = PairSums(plan.units)
        answers = Array(repeating: AnswerCode(), count: plan.items.count)
        scoring = zip(plan.themes, plan.units).map(ThemeScoring.init)
    }

    /// Counts one person's answers.
    ///
    /// - Parameters:
    ///   - row: a byte an item, in the order of the plan: the answer itself before reversal, or ``none``. A value that
    ///     the item does not have counts as no answer.
    ///   - block: where the person belongs.
    ///   - isAside: whether this is what somebody answered beside a row that is counted already: then they do not count
    ///     once more as a person who took part.
    /// - Returns: false, having counted nothing, when the row's length or block does not fit, or after two million rows.
    @discardableResult public mutating func add(
        _ row: UnsafeBufferPointer<UInt8>, block: Int, isAside: Bool = false
    ) -> Bool {
        guard row.count == plan.items.count, respondents.indices.contains(block), rows < ScoringPlan.mostRows else {
            rejected += 1
            return false
        }
        rows += 1
        if count(row, in: block), !isAside { respondents[block] += 1 }
        for theme in scoring.indices { score(theme, in: block) }
        pairs.endRow()
        return true
    }

    /// Counts one person's answers, as ``add(_:block:)-(UnsafeBufferPointer<UInt8>,_)`` does.
    @discardableResult public mutating func add(_ row: some Sequence<UInt8>, block: Int) -> Bool {
        let counted = row.withContiguousStorageIfAvailable { add($0, block: block) }
        return counted ?? Array(row).withUnsafeBufferPointer { add($0, block: block) }
    }

    /// Puts the answers in the histograms; says whether there was one.
    private mutating func count(_ row: UnsafeBufferPointer<UInt8>, in block: Int) -> Bool {
        let base = block * stride
        var answered: UInt16 = 0
        for (item, byte) in row.enumerated() {
            let code = codes[item << 8 | Int(byte)]
            answers[item] = code
            counts[base + Int(code.slot)] += 1
            answered |= code.count
        }
        return answered > 0
    }

    private mutating func score(_ theme: Int, in block: Int) {
        let (total, count) = scoring[theme].total(of: answers)
        let items = plan.themes[theme].items
        if count == items.count {
            complete[theme].add(total)
        } else if count > 0 {
            countIncomplete(items)
        }
        guard let score = scoring[theme].score(total, count) else { return }
        scores[block * scoring.count + theme].add(score)
        pairs.set(theme, score)
    }

    private mutating func countIncomplete(_ items: [Int]) {
        let base = respondents.count * stride
        for item in items { counts[base + Int(answers[item].slot)] += 1 }
    }
}

extension Tallying {
    /// The counts of all rows so far.
    public func finished() -> Tallies {
        let blocks = respondents.indices.map { block in
            Tally(
                respondents: respondents[block], histograms: histograms(block),
                scores: Array(scores[block * scoring.count..<(block + 1) * scoring.count]))
        }
        return Tallies(
            plan: plan, blocks: blocks, reliabilities: reliabilities(blocks), covariances: pairs.covariances(),
            rejected: rejected)
    }

    private func histograms(_ block: Int) -> [[Int]] {
        plan.items.indices.map { item in
            // The last slot is that of no answer.
            counts[block * stride + starts[item]..<block * stride + starts[item + 1] - 1].map(Int.init)
        }
    }

    private func reliabilities(_ blocks: [Tally]) -> [Reliability] {
        let whole = blocks.reduce(into: Tally(plan)) { $0.add($1) }
        let incomplete = histograms(blocks.count)
        return plan.themes.indices.map { theme in
            let items = plan.themes[theme].items.map { item in
                Moments(
                    of: zip(whole.histograms[item], incomplete[item]).map(-), from: plan.items[item].minimum)
            }
            return Reliability(theme: theme, items: items, total: complete[theme])
        }
    }
}
