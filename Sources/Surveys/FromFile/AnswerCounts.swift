/// How many of everybody chose which answer, question by question: by this it shows that two waves hold the same answers,
/// whatever their teams, thresholds and titles are.
///
/// Nothing is kept for it: these are figures that a release holds anyway.
public struct AnswerCounts: Equatable, Sendable {
    private let items: [String: [Int]]

    /// So many questions say by most of their counts what fewer say by all of them alone.
    private static let enoughItems = 5

    public init(_ items: [String: [Int]]) { self.items = items }

    public init(_ release: Release) {
        let figures = release.figures.filter { $0.group == 0 }
        items = Dictionary(figures.compactMap { figure in figure.item.map { ($0, figure.histogram) } }) { one, _ in one
        }
    }

    /// Whether both count the same answers. A file that is read again with another text for no answer, or with one more
    /// that is understood, differs in a few counts: three of four that are equal are no chance.
    public func isSame(as other: Self) -> Bool {
        let shared = items.keys.filter { other.items[$0] != nil }
        let pairs = shared.flatMap { Self.pairs(items[$0] ?? [], other.items[$0] ?? []) }
        let equal = pairs.count { $0.0 == $0.1 }
        guard !pairs.isEmpty else { return false }
        return shared.count < Self.enoughItems ? equal == pairs.count : equal * 4 >= pairs.count * 3
    }

    /// Values that nobody chose in either say nothing.
    private static func pairs(_ first: [Int], _ second: [Int]) -> [(Int, Int)] {
        (0..<max(first.count, second.count)).map { value in
            (value < first.count ? first[value] : 0, value < second.count ? second[value] : 0)
        }.filter { $0.0 > 0 || $0.1 > 0 }
    }
}
