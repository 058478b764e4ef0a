/// The sums that covariances of all pairs of themes need, gathered a few hundred rows at a time.
///
/// Scores are whole numbers of at most two million, so that sums over one batch are exact in a Double and sums over
/// all batches in an Int.
struct PairSums: Sendable {
    private typealias Lane = SIMD4<Double>
    private static let lanes = 64
    private static let batch = lanes * Lane.scalarCount

    private let units: [Int]
    private var row = 0
    /// For each theme the scores of the batch, 0 where there is none, and 1 where there is one.
    private var scores: [Lane]
    private var present: [Lane]
    private var sums: [Sums]

    init(_ units: [Int]) {
        self.units = units
        scores = Array(repeating: .zero, count: units.count * Self.lanes)
        present = scores
        sums = Array(repeating: Sums(), count: units.count * (units.count - 1) / 2)
    }

    /// The score of the row at hand; a theme that is not set has none.
    mutating func set(_ theme: Int, _ score: Int) {
        let (lane, place) = (theme * Self.lanes + row / Lane.scalarCount, row % Lane.scalarCount)
        scores[lane][place] = Double(score)
        present[lane][place] = 1
    }

    mutating func endRow() {
        row += 1
        if row == Self.batch { fold() }
    }

    func covariances() -> [Covariance] {
        var rest = self
        rest.fold()
        var pair = 0
        var found: [Covariance] = []
        for first in units.indices {
            for second in units.indices.dropFirst(first + 1) {
                let sums = rest.sums[pair]
                pair += 1
                let x = Moments(n: sums.n, sum: sums.first, squares: sums.firstSquares, unit: units[first])
                let y = Moments(n: sums.n, sum: sums.second, squares: sums.secondSquares, unit: units[second])
                if let covariance = Covariance(first, second, x, y, products: sums.products) {
                    found.append(covariance)
                }
            }
        }
        return found
    }

    private mutating func fold() {
        let used = (row + Lane.scalarCount - 1) / Lane.scalarCount
        var pair = 0
        for first in units.indices {
            for second in units.indices.dropFirst(first + 1) {
                sums[pair].add(batch(first, second, lanes: used))
                pair += 1
            }
        }
        for lane in scores.indices {
            scores[lane] = .zero
            present[lane] = .zero
        }
        row = 0
    }

    private func batch(_ first: Int, _ second: Int, lanes: Int) -> Sums {
        var (n, x, y, xx, yy, xy) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero, Lane.zero, Lane.zero)
        for lane in 0..<lanes {
            let (p, q) = (present[first * Self.lanes + lane], present[second * Self.lanes + lane])
            let (a, b) = (scores[first * Self.lanes + lane] * q, scores[second * Self.lanes + lane] * p)
            n += p * q
            x += a
            y += b
            xx += a * a
            yy += b * b
            xy += a * b
        }
        return Sums(
            n: Int(n.sum()), first: Int(x.sum()), second: Int(y.sum()), firstSquares: Int(xx.sum()),
            secondSquares: Int(yy.sum()), products: Int(xy.sum()))
    }
}

extension PairSums {
    /// What persons with a score in both themes add up to.
    struct Sums: Sendable {
        var n = 0
        var first = 0
        var second = 0
        var firstSquares = 0
        var secondSquares = 0
        var products = 0

        mutating func add(_ other: Sums) {
            n += other.n
            first += other.first
            second += other.second
            firstSquares += other.firstSquares
            secondSquares += other.secondSquares
            products += other.products
        }
    }
}
