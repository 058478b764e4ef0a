/// Which groups of a tree may be shown so that nobody can work out figures of fewer persons than the threshold.
///
/// Figures that are shown together are one vector of counts a group: for a theme the persons with a score, and for
/// each of its items the persons who answered it. Persons of a shown group who are in no shown group below it, and
/// who answered a component, are an *atom* of that component. The rule sees to it that every atom is empty or at
/// least as large as the threshold, for every component by itself: a difference of smallest counts would not do.
/// It reads counts only, so that what is hidden tells nothing of any answer. The proof is in `docs/safety.md`.
public struct LaminarRule: Sendable {
    /// The least number of persons, in an atom and so in a group that is shown.
    public let threshold: Int

    /// - Parameter threshold: at least 1; waves allow 5 to 20.
    public init(threshold: Int) {
        self.threshold = max(1, threshold)
    }

    /// The verdict on each group.
    ///
    /// - Parameters:
    ///   - tree: the groups.
    ///   - counts: for each group the persons who answered each component. All groups have the same components, and a
    ///     group counts at least as many as the groups below it together.
    /// - Returns: for each group whether it is shown, and if not why. Time grows with the groups times the components.
    public func visibilities(in tree: ReportingTree, of counts: [[Int]]) -> [Visibility] {
        var visit = LaminarVisit(tree: tree, counts: counts, threshold: threshold)
        for root in tree.roots { _ = visit.tops(from: root) }
        return counts.indices.map { group in
            if visit.isShown[group] { return .shown }
            if counts[group].allSatisfy({ $0 == 0 }) { return .noAnswers }
            return visit.isLargeEnough(group) ? .protectsAnother : .tooFew
        }
    }
}
