/// How the answers to one item go together with those to the other items of its theme: the corrected item-total
/// correlation, r of xᵢ and Σxⱼ over j ≠ i, after reversal.
///
/// Source: J. C. Nunnally and I. H. Bernstein, *Psychometric Theory*, 3rd edition, 1994, on the construction of tests. The
/// test below 0 is Student's, t = r·√((n − 2) / (1 − r²)) with n − 2 degrees of freedom.
public struct ItemRest: Equatable, Sendable {
    /// The item's place among those of the theme.
    public let item: Int
    /// Persons who answered every item of the theme; only they count.
    public let n: Int
    /// Pearson's r of the item and the sum of the others, −1...1; nil when one of the two does not vary.
    public let correlation: Double?

    /// Of fewer people a correlation says little, and perhaps something of one of them.
    public static let fewest = 20
    private static let most = -0.2
    /// Student's t for 18 degrees of freedom, one-sided, 95 %: that of the fewest people, and so of all.
    private static let leastT = 1.734

    /// Whether the item runs against the others, and not by chance: r is at most −0.2, and below 0 by a t-test.
    public var isContrary: Bool {
        guard n >= Self.fewest, let correlation, correlation <= Self.most else { return false }
        let rest = max(0, 1 - correlation * correlation)
        return -correlation * Double(n - 2).squareRoot() >= Self.leastT * rest.squareRoot()
    }
}

/// The sums that this needs, in whole numbers: the order of the rows changes nothing.
public struct ItemRestSums: Sendable {
    private var n = 0
    private var items: [Int]
    private var squares: [Int]
    /// The products of each item with the sum of all.
    private var products: [Int]
    private var total = 0
    private var totalSquares = 0

    /// - Parameter items: how many items the theme has.
    public init(items: Int) {
        self.items = Array(repeating: 0, count: items)
        (squares, products) = (self.items, self.items)
    }

    /// Counts a person who answered every item.
    ///
    /// - Parameter answers: after reversal.
    public mutating func add(_ answers: [Int]) {
        guard answers.count == items.count else { return }
        let sum = answers.reduce(0, +)
        for (place, answer) in answers.enumerated() {
            items[place] += answer
            squares[place] += answer * answer
            products[place] += answer * sum
        }
        total += sum
        totalSquares += sum * sum
        n += 1
    }

    /// Each item beside the rest of its theme, in the order of the theme; none for a theme without items.
    public var found: [ItemRest] {
        items.indices.map { place in
            // The rest is the total without the item.
            let rest = total - items[place]
            let restSquares = totalSquares - 2 * products[place] + squares[place]
            let restProducts = products[place] - squares[place]
            let own = spread(squares[place], items[place], items[place])
            let other = spread(restSquares, rest, rest)
            let product = own * other
            let correlation = product > 0 ? spread(restProducts, items[place], rest) / product.squareRoot() : nil
            return ItemRest(item: place, n: n, correlation: correlation)
        }
    }

    /// n·Σxy − Σx·Σy.
    private func spread(_ products: Int, _ x: Int, _ y: Int) -> Double {
        Double(Int128(n) * Int128(products) - Int128(x) * Int128(y))
    }
}
