import Statistics

/// Made-up answers, the same every time.
struct Rows {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    /// Answers from 1 to 5 with now and then none, in blocks 0..<blocks.
    mutating func make(_ count: Int, items: Int, blocks: Int) -> [(block: Int, bytes: [UInt8])] {
        (0..<count).map { _ in
            let bytes = (0..<items).map { _ in
                next(below: 10) == 0 ? Tallying.none : UInt8(1 + next(below: 5))
            }
            return (next(below: blocks), bytes)
        }
    }
}

extension ScoringPlan {
    /// Three items from 1 to 5, the second turned round, and one theme.
    static func three(share: Double = 0.5) throws -> ScoringPlan {
        try ScoringPlan(
            items: [
                .init(minimum: 1, maximum: 5), .init(minimum: 1, maximum: 5, isReversed: true),
                .init(minimum: 1, maximum: 5),
            ],
            themes: [.init(items: [0, 1, 2], answeredShare: share)])
    }

    /// As many items from 1 to 5 as the themes have together.
    static func themes(_ lengths: [Int]) throws -> ScoringPlan {
        var next = 0
        let themes = lengths.map { length in
            defer { next += length }
            return Theme(items: Array(next..<next + length))
        }
        return try ScoringPlan(items: Array(repeating: .init(minimum: 1, maximum: 5), count: next), themes: themes)
    }
}

extension Tallies {
    init(_ plan: ScoringPlan, _ rows: [(block: Int, bytes: [UInt8])], blocks: Int = 1) {
        var tallying = Tallying(plan, blocks: blocks)
        for row in rows { tallying.add(row.bytes, block: row.block) }
        self = tallying.finished()
    }

    init(_ plan: ScoringPlan, _ rows: [UInt8]...) { self.init(plan, rows.map { (0, $0) }) }
}
