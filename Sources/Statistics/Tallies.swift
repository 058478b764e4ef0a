/// What a whole wave adds up to: a tally for each block, and what is known of the whole only.
public struct Tallies: Sendable {
    public let plan: ScoringPlan
    public let blocks: [Tally]
    /// One for each theme, in the order of the plan.
    public let reliabilities: [Reliability]
    /// One for each pair of themes that at least two persons have both, outcomes among them.
    public let covariances: [Covariance]
    /// Rows that were not counted, because their length or block did not fit.
    public let rejected: Int

    /// The tallies of all nodes of a tree whose leaves are the blocks.
    ///
    /// - Parameter parents: for each node the place of its parent, which is lower, or nil; as many as there are blocks.
    public func merged(up parents: [Int?]) -> [Tally] {
        var nodes = blocks
        for (node, parent) in parents.enumerated().reversed() {
            if let parent { nodes[parent].add(nodes[node]) }
        }
        return nodes
    }
}
