/// What is told of the whole organisation alone, and of no group below it.
///
/// One set of figures about everybody leaves no difference to take, so that no other group can be worked out of it.
public enum WholeOnly {
    /// Sensitive questions need this many persons behind each figure, or the wave's threshold where that is more.
    public static let sensitiveFrom = 30
    /// Questions that not everybody gets need this many, or the wave's threshold where that is more.
    public static let branchedFrom = 20

    /// The verdict on each group.
    ///
    /// - Parameters:
    ///   - counts: for each group the persons who answered each component, the whole first.
    ///   - least: the persons that every component of the whole needs.
    /// - Returns: for the whole whether it is shown, and if not why; ``Visibility/wholeOnly`` for the others.
    public static func visibilities(of counts: [[Int]], from least: Int) -> [Visibility] {
        counts.enumerated().map { group, counts in
            guard group == 0 else { return .wholeOnly }
            if counts.allSatisfy({ $0 == 0 }) { return .noAnswers }
            return counts.allSatisfy { $0 >= least } ? .shown : .tooFew
        }
    }
}
