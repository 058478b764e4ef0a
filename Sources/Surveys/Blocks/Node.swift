import Core

/// A unit on its way to a group: a leaf with people of its own, or a parent of others.
struct Node {
    private(set) var names: [Group.Name]
    private(set) var units: [Unit.ID]
    /// People directly here; a parent has handed its own to a leaf "leiding en staf".
    private var own: Int
    private var children: [Node]
    /// People here and below, and the names joined: kept, because merging asks for them again and again.
    private(set) var total: Int
    private var order: String

    init(names: [Group.Name], units: [Unit.ID], own: Int, children: [Node]) {
        (self.names, self.units, self.own, self.children) = (names, units, own, children)
        total = children.reduce(own) { $0 + $1.total }
        order = names.map(\.text).joined()
    }

    var isLeaf: Bool { children.isEmpty }

    /// The unit and all below it, with no leaf under the least but perhaps itself.
    static func made(of unit: Unit, in tree: UnitTree, least: Int) -> Node {
        var children = tree.children(of: unit.id).filter { $0.archivedOn == nil }
            .map { made(of: $0, in: tree, least: least) }
        guard !children.isEmpty else {
            return Node(names: [.unit(unit.name)], units: [unit.id], own: unit.headcount, children: [])
        }
        if unit.headcount > 0 {
            children.append(Node(names: [.staff(of: unit.name)], units: [unit.id], own: unit.headcount, children: []))
        }
        var node = Node(names: [.unit(unit.name)], units: [], own: 0, children: children)
        node.merge(least: least)
        return node
    }

    /// Puts the two smallest leaves together until none is too small; a last small one goes to the smallest
    /// neighbour that has leaves of its own, and an only child becomes its parent.
    mutating func merge(least: Int) {
        children = children.filter { $0.total > 0 }
        var leaves = SmallestFirst(children.indices.filter { children[$0].isLeaf }.map(rank))
        var gone: Set<Int> = []
        while let small = leaves.smallest, small.total < least, children.count - gone.count > 1 {
            _ = leaves.removeSmallest()
            gone.insert(small.place)
            if let partner = leaves.removeSmallest() {
                children[partner.place].join(children[small.place])
                leaves.insert(rank(partner.place))
            } else if let neighbour = children.indices.filter({ !gone.contains($0) }).map(rank).min() {
                children[neighbour.place].take(in: children[small.place])
            }
        }
        children = children.indices.filter { !gone.contains($0) }.map { children[$0] }
        if children.count == 1 { collapse() }
    }

    /// An only child holds the same people as its parent: they become one, under the parent's name.
    private mutating func collapse() {
        let only = children[0]
        guard only.isLeaf else { children = only.children; return }
        (own, units, children) = (only.own, only.units, [])
    }

    private mutating func join(_ other: Node) {
        names += other.names
        order += other.order
        units += other.units
        own += other.own
        total += other.total
    }

    /// Takes a leaf in among one's own, so that one's own blocks stay visible; the name says so on every level.
    private mutating func take(in rest: Node) {
        let smallest = children.indices.map(rank)
        guard let leaf = smallest.filter({ children[$0.place].isLeaf }).min() else {
            guard let child = smallest.min() else { return join(rest) }
            children[child.place].take(in: rest)
            return note(rest)
        }
        children[leaf.place].join(rest)
        note(rest)
    }

    /// A parent bears the name of what came in below it, and counts its people.
    private mutating func note(_ rest: Node) {
        names += rest.names
        order += rest.order
        total += rest.total
    }

    /// Writes this node and all below it as groups, parents first.
    func number(into groups: inout [Group], parent: Int?) {
        let position = groups.count
        groups.append(
            Group(
                position: position, parent: parent, units: allUnits.sorted(), names: names.sorted { $0.text < $1.text },
                invited: total, isBlock: isLeaf))
        for child in children.sorted(by: { $0.order < $1.order }) { child.number(into: &groups, parent: position) }
    }

    /// Everybody here and below as one leaf.
    var joined: Node { Node(names: names, units: allUnits, own: total, children: []) }

    private var allUnits: [Unit.ID] { children.reduce(into: units) { $0 += $1.allUnits } }
}

extension Node {
    /// What the smallest is found by: people, then names, then the place among its neighbours.
    private struct Rank: Comparable {
        let total: Int
        let order: String
        let place: Int

        static func < (one: Rank, other: Rank) -> Bool {
            (one.total, one.order, one.place) < (other.total, other.order, other.place)
        }
    }

    private func rank(_ place: Int) -> Rank {
        Rank(total: children[place].total, order: children[place].order, place: place)
    }
}

extension Group.Name {
    var text: String {
        switch self {
        case .unit(let name), .staff(of: let name), .organisation(let name): name
        }
    }
}
