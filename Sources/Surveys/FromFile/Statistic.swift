/// What programs and spreadsheets work out of the columns of a file, and write below them.
public enum Statistic: String, CaseIterable, Sendable {
    case mean, deviation, variance, median, count, minimum, maximum
    /// What we do not work out again: quartiles, skewness, how many lack.
    case other
}

/// The numbers of a column, each with how often it stands there.
struct NumberSeries {
    private let entries: [(value: Double, count: Int)]

    init(_ entries: [(value: Double, count: Int)]) {
        self.entries = entries.filter { $0.count > 0 }.sorted { $0.value < $1.value }
    }

    private var count: Double { entries.reduce(0) { $0 + Double($1.count) } }

    private var mean: Double { entries.reduce(0) { $0 + $1.value * Double($1.count) } / count }

    /// What the statistic may be: some divide by one less.
    func values(of statistic: Statistic) -> [Double] {
        guard let first = entries.first, let last = entries.last else { return statistic == .count ? [0] : [] }
        switch statistic {
        case .mean: return [mean]
        case .deviation: return variances.map { $0.squareRoot() }
        case .variance: return variances
        case .median: return [(value(at: (count - 1) / 2) + value(at: count / 2)) / 2]
        case .count: return [count]
        case .minimum: return [first.value]
        case .maximum: return [last.value]
        case .other: return []
        }
    }

    private var variances: [Double] {
        let mean = mean
        let spread = entries.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * Double($1.count) }
        return [spread / count] + (count > 1 ? [spread / (count - 1)] : [])
    }

    /// The number at a place of all of them in their order; the lower place where it is none.
    private func value(at place: Double) -> Double {
        var rest = Int(place)
        for entry in entries {
            if rest < entry.count { return entry.value }
            rest -= entry.count
        }
        return entries.last?.value ?? 0
    }
}

/// A number as a file writes it, with as many decimals as it was rounded to.
struct WrittenNumber {
    let value: Double
    private let decimals: Int

    init?(_ raw: String) {
        let text = LooseText(raw).text.replacing(",", with: ".")
        guard text.contains(where: \.isNumber), text.allSatisfy({ "+-.0123456789".contains($0) }),
            let value = Double(text)
        else { return nil }
        self.value = value
        decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    }

    var isWhole: Bool { value == value.rounded() }

    /// Whether the other number is written so when it is rounded.
    func mayBe(_ other: Double) -> Bool {
        let half = (0..<min(decimals, 12)).reduce(0.5) { half, _ in half / 10 }
        return abs(value - other) <= half + 1e-9
    }
}
