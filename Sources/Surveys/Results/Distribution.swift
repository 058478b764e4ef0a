public import Disclosure
import Methods

/// The parts of the answers in percent, as they may be told; a scale without neutral answers has no neutral part.
public struct Distribution: Equatable, Sendable {
    public let unfavourable: Shown?
    public let neutral: Shown?
    public let favourable: Shown?

    /// - Parameters:
    ///   - histograms: answers by value, each with the scale that they were given on.
    ///   - n: the persons behind them.
    ///   - rounding: how they are told.
    init?(_ histograms: [(counts: [Int], scale: Scale)], n: Int, _ rounding: Rounding = .law) {
        let kinds = Scale.Kind.allCases.filter { kind in
            histograms.contains { $0.scale.values.contains { $0.kind == kind } }
        }
        let parts = kinds.map { kind in histograms.reduce(0) { $0 + Self.answers(of: kind, in: $1) } }
        guard let told = rounding.shares(parts, n: n) else { return nil }
        let shares = Dictionary(uniqueKeysWithValues: zip(kinds, told))
        unfavourable = shares[.unfavourable]
        neutral = shares[.neutral]
        favourable = shares[.favourable]
    }

    /// How wide to draw each part, unfavourable first: told figures only, made to fill a hundred.
    public var widths: [Double] {
        let told = [unfavourable, neutral, favourable].map { $0?.value ?? 0 }
        let whole = told.reduce(0, +)
        return told.map { ($0 / whole * 1000).rounded() / 10 }
    }

    private static func answers(of kind: Scale.Kind, in histogram: (counts: [Int], scale: Scale)) -> Int {
        zip(histogram.counts, histogram.scale.values).reduce(0) { $0 + ($1.1.kind == kind ? $1.0 : 0) }
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
