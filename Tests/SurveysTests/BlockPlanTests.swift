import Core
import Testing

@testable import Surveys

@Suite struct BlockPlanTests {
    private func tree(_ units: [(String, String?, Int)]) -> UnitTree {
        var ids: [String: Unit.ID] = [:]
        return UnitTree(
            units.map { name, parent, people in
                let id = Unit.ID.random()
                ids[name] = id
                return Unit(id: id, parent: parent.flatMap { ids[$0] }, name: name, headcount: people)
            })
    }

    private func plan(_ units: [(String, String?, Int)], threshold: Int = 8) throws -> BlockPlan {
        try BlockPlan(tree(units), organisation: "De Linde", threshold: threshold)
    }

    private func shown(_ plan: BlockPlan) -> [String] {
        plan.blocks.map { "\($0.label) \($0.invited)" }.sorted()
    }

    @Test func `teams of ten and more are blocks of their own`() throws {
        let plan = try plan([("Zorg", nil, 0), ("Hof", "Zorg", 34), ("Veld", "Zorg", 10)])
        #expect(shown(plan) == ["Hof 34", "Veld 10"])
        #expect(plan.groups[0].label == "Zorg")
        #expect(plan.groups[0].invited == 44)
    }

    @Test func `the two smallest neighbours go together until none is too small`() throws {
        let plan = try plan([("Zorg", nil, 0), ("A", "Zorg", 3), ("B", "Zorg", 4), ("C", "Zorg", 5), ("D", "Zorg", 20)])
        #expect(shown(plan) == ["A + B + C 12", "D 20"])
    }

    @Test func `a team of three counts with its smallest neighbour`() throws {
        let plan = try plan([("Zorg", nil, 0), ("Drie", "Zorg", 3), ("Hof", "Zorg", 30), ("Veld", "Zorg", 12)])
        #expect(shown(plan) == ["Drie + Veld 15", "Hof 30"])
    }

    @Test func `an only team too small for itself becomes its parent`() throws {
        let plan = try plan([
            ("Huis", nil, 0), ("Zorg", "Huis", 0), ("Nacht", "Zorg", 6), ("Dag", "Zorg", 3), ("Keuken", "Huis", 12),
        ])
        #expect(shown(plan) == ["Keuken + Zorg 21"] || shown(plan) == ["Huis 21"])
        #expect(plan.blocks.allSatisfy { $0.invited >= 10 })
    }

    @Test func `leaders of an inner unit are a leaf of their own, or join the smallest team below`() throws {
        let plan = try plan([("Zorg", nil, 4), ("Hof", "Zorg", 30), ("Veld", "Zorg", 12)])
        #expect(shown(plan) == ["Hof 30", "Veld + Zorg (staff) 16"])
    }

    @Test func `a label gives back the names that it was made of`() throws {
        let plan = try plan([("Zorg", nil, 4), ("Hof", "Zorg", 30), ("Veld", "Zorg", 12)])
        for block in plan.blocks { #expect(Group.names(in: block.label) == block.names, "\(block.label)") }
        #expect(Group.names(in: "Veld + Zorg (staff)") == [.unit("Veld"), .staff(of: "Zorg")])
    }

    @Test func `a small rest keeps the blocks of its neighbour apart`() throws {
        let plan = try plan([
            ("Huis", nil, 4), ("Zorg", "Huis", 0), ("Hof", "Zorg", 30), ("Veld", "Zorg", 40), ("Steun", "Huis", 0),
            ("Keuken", "Steun", 23), ("Poets", "Steun", 14),
        ])
        #expect(shown(plan) == ["Hof 30", "Huis (staff) + Poets 18", "Keuken 23", "Veld 40"])
    }

    @Test func `everybody is in one block and only one`() throws {
        var luck = Luck(state: 11)
        for _ in 0..<500 {
            var units: [(String, String?, Int)] = [("0", nil, Int.random(in: 0...4, using: &luck))]
            for number in 1...Int.random(in: 3...40, using: &luck) {
                let parent = "\(Int.random(in: 0..<number, using: &luck))"
                units.append(("\(number)", parent, Int.random(in: 0...30, using: &luck)))
            }
            let total = units.reduce(0) { $0 + $1.2 }
            guard total >= 10 else { continue }
            let plan = try plan(units)
            #expect(plan.blocks.reduce(0) { $0 + $1.invited } == total)
            #expect(plan.blocks.allSatisfy { $0.invited >= 10 })
            #expect(plan.groups[0].invited == total)
            for group in plan.groups where !group.isBlock {
                let below = plan.groups.filter { $0.parent == group.position }
                #expect(below.count >= 2)
                #expect(below.reduce(0) { $0 + $1.invited } == group.invited)
            }
            let placed = plan.blocks.flatMap(\.units)
            #expect(Set(placed).count == placed.count)
        }
    }

    @Test func `fewer than ten people cannot be asked`() {
        #expect(throws: BlockPlan.Refusal.tooFewPeople) { try plan([("Zorg", nil, 9)]) }
        #expect(throws: BlockPlan.Refusal.tooFewPeople) { try plan([("Zorg", nil, 14)], threshold: 15) }
        #expect(throws: BlockPlan.Refusal.noUnits) { try plan([]) }
    }

    @Test func `one team is one block, the whole`() throws {
        let plan = try plan([("Zorg", nil, 12)])
        #expect(plan.groups.count == 1)
        #expect(plan.groups[0].isBlock)
    }
}

struct Luck: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 32) | (state << 32)
    }
}
