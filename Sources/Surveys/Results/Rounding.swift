import Disclosure

/// How figures are told: by the precision law, or as they are, to whoever holds the answers anyway.
enum Rounding {
    case law
    case none

    func count(_ n: Int) -> Shown {
        // Also of the whole: only how many took part is told exactly, or a difference would be who skipped a question.
        self == .law ? PrecisionLaw.count(n, isWhole: false) : Shown(n, .exact)
    }

    func respondents(_ n: Int, isWhole: Bool) -> Shown {
        self == .law ? PrecisionLaw.count(n, isWhole: isWhole) : Shown(n, .exact)
    }

    func mean(sum: Int, unit: Int, n: Int, on scale: ClosedRange<Int>) -> Shown? {
        guard self == .none else { return PrecisionLaw.mean(sum: sum, unit: unit, n: n, on: scale) }
        return n > 0 ? Shown(inFull: Double(sum) / (Double(n) * Double(unit))) : nil
    }

    func shares(_ parts: [Int], n: Int) -> [Shown]? {
        guard self == .none else { return PrecisionLaw.shares(parts, n: n) }
        let whole = parts.reduce(0, +)
        return whole > 0 ? parts.map { Shown(inFull: Double($0) / Double(whole) * 100) } : nil
    }

    func deviation(_ deviation: Double, n: Int, on scale: ClosedRange<Int>) -> Shown? {
        self == .law ? PrecisionLaw.deviation(deviation, n: n, on: scale) : Shown(inFull: deviation)
    }

    func alpha(_ alpha: Double, n: Int) -> Shown? {
        self == .law ? PrecisionLaw.alpha(alpha, n: n) : Shown(inFull: alpha)
    }
}
