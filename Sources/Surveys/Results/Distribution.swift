public import Disclosure
import Methods

/// The parts of the answers in percent, as they may be told; a scale without neutral answers has no neutral part.
public struct Distribution: Equatable, Sendable {
    public let unfavourable: Shown?
    public let neutral: Shown?
    public let favourable: Shown?
    /// The step that the parts are told in; nil where they are told as they are.
    let step: Int?

    /// Where one part stands at an end, all parts are told in fives.
    private static let stepAtEnds = 5

    /// - Parameters:
    ///   - histograms: answers by value, each with the scale that they were given on.
    ///   - n: the persons behind them.
    ///   - rounding: how they are told.
    init?(_ histograms: [(counts: [Int], scale: Scale)], n: Int, _ rounding: Rounding = .law) {
        // Files hold tens of thousands of these: without sets and dictionaries they take a fifth of the time.
        var (bad, neither, good): (Int?, Int?, Int?)
        for (counts, scale) in histograms {
            for place in scale.values.indices {
                let count = place < counts.count ? counts[place] : 0
                switch scale.values[place].kind {
                case .unfavourable: bad = (bad ?? 0) + count
                case .neutral: neither = (neither ?? 0) + count
                case .favourable: good = (good ?? 0) + count
                }
            }
        }
        guard let told = rounding.shares([bad, neither, good].compactMap { $0 }, n: n) else { return nil }
        var next = told.makeIterator()
        unfavourable = bad == nil ? nil : next.next()
        neutral = neither == nil ? nil : next.next()
        favourable = good == nil ? nil : next.next()
        step =
            told.allSatisfy { $0.bound == .exact }
            ? nil : told.allSatisfy { $0.bound == .about } ? PrecisionLaw.percentStep(n: n) : Self.stepAtEnds
    }

    /// How wide to draw each part, unfavourable first: told figures only, made to fill a hundred.
    public var widths: [Double] {
        let told = [unfavourable, neutral, favourable].map { $0?.value ?? 0 }
        let whole = told.reduce(0, +)
        return told.map { ($0 / whole * 1000).rounded() / 10 }
    }
}

extension Distribution: Encodable {
    private enum Key: String, CodingKey { case unfavourable, neutral, favourable }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(unfavourable, forKey: .unfavourable)
        try fields.encode(neutral, forKey: .neutral)
        try fields.encode(favourable, forKey: .favourable)
    }
}
