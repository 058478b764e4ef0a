public import Core

/// How units become blocks: none smaller than the least, small ones put together with their smallest neighbours.
public struct BlockPlan: Equatable, Sendable {
    /// Parents before children; the first is the whole organisation.
    public let groups: [Group]

    /// The least number of people in a block of a cards wave, at a threshold of eight or less: ten.
    public static func least(threshold: Int) -> Int { max(10, threshold) }

    /// - Parameter isWhole: whether everybody is one block, as in a research wave.
    public init(_ tree: UnitTree, organisation name: String, threshold: Int, isWhole: Bool = false) throws(Refusal) {
        let least = Self.least(threshold: threshold)
        let roots = tree.roots.filter { $0.archivedOn == nil }
        guard !roots.isEmpty else { throw .noUnits }
        let top = roots.count == 1 ? roots[0] : nil
        let people = roots.reduce(0) { $0 + tree.people(in: $1) }
        guard people >= least else { throw .tooFewPeople }

        var whole: Node
        if let top {
            whole = Node.made(of: top, in: tree, least: least)
        } else {
            let children = roots.map { Node.made(of: $0, in: tree, least: least) }
            whole = Node(names: [.organisation(name)], units: [], own: 0, children: children)
            whole.merge(least: least)
        }
        if isWhole { whole = whole.joined }
        var groups: [Group] = []
        whole.number(into: &groups, parent: nil)
        self.groups = groups
    }

    public var blocks: [Group] { groups.filter(\.isBlock) }

    /// Why units cannot become blocks.
    public enum Refusal: String, Core.Refusal {
        case noUnits = "blocks.no_units"
        case tooFewPeople = "blocks.too_few_people"
    }
}
