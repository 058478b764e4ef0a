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

    /// Whether both count the same answers, or the one those of the other with a few people more: what differs would then
    /// be the answers of a group that is too small to be told.
    ///
    /// - Parameter threshold: from how many people on a group is told, the higher of both.
    public func isSame(as other: Self, threshold: Int) -> Bool {
        isAlike(other) || isPart(of: other, threshold) || other.isPart(of: self, threshold)
    }

    /// Of two questions that nobody chose more in one than in the other may be chance.
    private static let fewItems = 2

    /// Whether nobody answered here who did not there, while fewer lack than are told, or all who gave one answer.
    private func isPart(of other: Self, _ threshold: Int) -> Bool {
        var (equal, all, shared) = (0, 0, 0)
        for item in items.keys {
            guard let whole = other.items[item], let own = items[item] else { continue }
            let lacking = Self.pairs(own, whole).map { $0.1 - $0.0 }
            guard lacking.allSatisfy({ $0 >= 0 }),
                lacking.reduce(0, +) < threshold || lacking.count(where: { $0 > 0 }) == 1
            else { return false }
            equal += lacking.count { $0 == 0 }
            all += lacking.count
            shared += 1
        }
        return shared > Self.fewItems || (all > 0 && equal * 3 >= all)
    }

    /// A file that is read again with another text for no answer, or with one more that is understood, differs in a few
    /// counts: three of four that are equal are no chance.
    private func isAlike(_ other: Self) -> Bool {
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
