import Core
import Testing

@testable import Surveys

@Suite struct BlockPlanRuleTests {
    /// A tree with equal names and equal numbers of people, wide or deep.
    private func tree(_ luck: inout Luck) -> UnitTree {
        var units: [Unit] = []
        let (most, names) = (Int.random(in: 1...40, using: &luck), Int.random(in: 1...9, using: &luck))
        let isWide = Bool.random(using: &luck)
        for number in 0..<Int.random(in: 1...60, using: &luck) {
            let above = number == 0 ? nil : units[isWide ? number / 7 : Int.random(in: 0..<number, using: &luck)].id
            let isTop = Int.random(in: 0..<12, using: &luck) == 0
            let people = Int.random(in: 0..<3, using: &luck) == 0 ? 0 : Int.random(in: 0...most, using: &luck)
            units.append(
                Unit(
                    id: .random(), parent: isTop ? nil : above, name: "T\(Int.random(in: 0..<names, using: &luck))",
                    headcount: people))
        }
        return UnitTree(units)
    }

    private func plainly(_ tree: UnitTree, threshold: Int) -> [Group] {
        let least = BlockPlan.least(threshold: threshold)
        let roots = tree.roots.map { PlainNode.made(of: $0, in: tree, least: least) }
        var whole = roots[0]
        if roots.count > 1 {
            whole = PlainNode(names: [.organisation("De Linde")], units: [], own: 0, children: roots)
            whole.merge(least: least)
        }
        var groups: [Group] = []
        whole.number(into: &groups, parent: nil)
        return groups
    }

    @Test func `blocks are those of the rule in its plainest words, in any tree`() throws {
        var luck = Luck(state: 23)
        var compared = 0
        for _ in 0..<3_000 {
            let (tree, threshold) = (tree(&luck), Int.random(in: 5...20, using: &luck))
            guard let plan = try? BlockPlan(tree, organisation: "De Linde", threshold: threshold) else { continue }
            #expect(plan.groups == plainly(tree, threshold: threshold))
            compared += 1
        }
        #expect(compared > 2_000)
    }

    @Test(.timeLimit(.minutes(1)))
    func `five thousand small teams under one unit become blocks within moments`() throws {
        let top = Unit(id: .random(), parent: nil, name: "De Linde", headcount: 0)
        let teams = (0..<5_000).map {
            Unit(id: .random(), parent: top.id, name: "Team \($0)", headcount: 1 + $0 % 9)
        }
        let plan = try BlockPlan(UnitTree([top] + teams), organisation: "De Linde", threshold: 8)
        #expect(plan.blocks.reduce(0) { $0 + $1.invited } == teams.reduce(0) { $0 + $1.headcount })
        #expect(plan.blocks.allSatisfy { $0.invited >= 10 })
    }
}
