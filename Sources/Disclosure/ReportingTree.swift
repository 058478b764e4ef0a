/// The groups that results are told of, as they hang together: a group holds everybody of the groups below it.
public struct ReportingTree: Equatable, Sendable {
    /// For each group the places of the groups directly below it.
    public let children: [[Int]]
    /// The groups that are in no other.
    public let roots: [Int]

    public var count: Int { children.count }

    /// - Parameter parents: for each group the place of the group that it is in, which must come before it, or nil.
    /// - Throws: ``Fault/parentComesLater`` when one does not.
    public init(parents: [Int?]) throws(Fault) {
        var children: [[Int]] = Array(repeating: [], count: parents.count)
        for (group, parent) in parents.enumerated() {
            guard let parent else { continue }
            guard (0..<group).contains(parent) else { throw .parentComesLater }
            children[parent].append(group)
        }
        self.children = children
        roots = parents.indices.filter { parents[$0] == nil }
    }

    /// Why groups are no tree.
    public enum Fault: Error, Equatable { case parentComesLater }
}
