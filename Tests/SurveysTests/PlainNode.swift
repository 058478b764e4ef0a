import Core

@testable import Surveys

/// The same rule in the plainest words: it looks through all neighbours each time, and so is slow.
struct PlainNode {
    var names: [Group.Name]
    var units: [Unit.ID]
    /// People directly here; a parent has handed its own to a leaf "leiding en staf".
    var own: Int
    var children: [PlainNode]

    var total: Int { children.reduce(own) { $0 + $1.total } }
    var isLeaf: Bool { children.isEmpty }
    private var order: String { names.map(\.text).joined() }

    /// The unit and all below it, with no leaf under the least but perhaps itself.
    static func made(of unit: Unit, in tree: UnitTree, least: Int) -> PlainNode {
        var children = tree.children(of: unit.id).filter { $0.archivedOn == nil }
            .map { made(of: $0, in: tree, least: least) }
        guard !children.isEmpty else {
            return PlainNode(names: [.unit(unit.name)], units: [unit.id], own: unit.headcount, children: [])
        }
        if unit.headcount > 0 {
            children.append(
                PlainNode(names: [.staff(of: unit.name)], units: [unit.id], own: unit.headcount, children: []))
        }
        var node = PlainNode(names: [.unit(unit.name)], units: [], own: 0, children: children)
        node.merge(least: least)
        return node
    }

    /// Puts the two smallest leaves together until none is too small; a last small one goes to the smallest
    /// neighbour that has leaves of its own, and an only child becomes its parent.
    mutating func merge(least: Int) {
        children = children.filter { $0.total > 0 }
        while let small = smallestLeaf(), children[small].own < least, children.count > 1 {
            let rest = children.remove(at: small)
            if let partner = smallestLeaf() {
                children[partner].join(rest)
            } else if let neighbour = smallestChild() {
                children[neighbour].take(in: rest)
            }
        }
        if children.count == 1 { collapse() }
    }

    /// An only child holds the same people as its parent: they become one, under the parent's name.
    private mutating func collapse() {
        let only = children[0]
        guard only.isLeaf else { children = only.children; return }
        (own, units, children) = (only.own, only.units, [])
    }

    private mutating func join(_ other: PlainNode) {
        names += other.names
        units += other.units
        own += other.own
    }

    /// Takes a leaf in among one's own, so that one's own blocks stay visible; the name says so on every level.
    private mutating func take(in rest: PlainNode) {
        names += rest.names
        guard let leaf = smallestLeaf() else {
            if let child = smallestChild() { children[child].take(in: rest) } else { join(rest) }
            return
        }
        children[leaf].join(rest)
    }

    private func smallestLeaf() -> Int? { smallest { $0.isLeaf } }
    private func smallestChild() -> Int? { smallest { _ in true } }

    private func smallest(_ isMeant: (PlainNode) -> Bool) -> Int? {
        children.indices.filter { isMeant(children[$0]) }
            .min { (children[$0].total, children[$0].order) < (children[$1].total, children[$1].order) }
    }

    /// Writes this node and all below it as groups, parents first.
    func number(into groups: inout [Group], parent: Int?) {
        let position = groups.count
        groups.append(
            Group(
                position: position, parent: parent, units: allUnits, names: names.sorted { $0.text < $1.text },
                invited: total, isBlock: isLeaf))
        for child in children.sorted(by: { $0.order < $1.order }) { child.number(into: &groups, parent: position) }
    }

    private var allUnits: [Unit.ID] { children.reduce(units) { $0 + $1.allUnits }.sorted() }
}
