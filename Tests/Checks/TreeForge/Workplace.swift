import Statistics
import Surveys

/// A made-up organisation that answered: its groups, and a row of bytes a person.
struct Workplace {
    struct Person {
        let group: Int
        let bytes: [UInt8]
    }

    private(set) var groups: [Group] = []
    private(set) var people: [Person] = []

    /// A tree of up to four levels whose leaves have one to thirty people.
    static func tree(_ dice: inout Dice) -> Workplace {
        var workplace = Workplace()
        workplace.grow(below: nil, level: 0, depth: dice.roll(1...3), &dice)
        return workplace
    }

    private mutating func grow(below parent: Int?, level: Int, depth: Int, _ dice: inout Dice) {
        let position = groups.count
        let isLeaf = level == depth || (level > 0 && dice.happens(0.25))
        let invited = isLeaf ? dice.roll(1...30) : 0
        groups.append(
            Group(
                position: position, parent: parent, units: [], names: [.unit("g\(position)")], invited: invited,
                isBlock: isLeaf))
        guard !isLeaf else { return }
        for _ in 0..<dice.roll(2...5) { grow(below: position, level: level + 1, depth: depth, &dice) }
    }

    /// Lets the people of each leaf answer: most do, and each skips an item now and then.
    mutating func answer(_ plan: ScoringPlan, response: Double, skips: Double, _ dice: inout Dice) {
        for group in groups where group.isBlock {
            // Now and then a whole team leaves a question open, which is not about them.
            let open = dice.happens(0.05) ? dice.roll(0...plan.items.count - 1) : nil
            for _ in 0..<group.invited where dice.happens(response) {
                let bytes = plan.items.indices.map { place in
                    place == open || dice.happens(skips)
                        ? Tallying.none : UInt8(dice.roll(plan.items[place].minimum...plan.items[place].maximum))
                }
                people.append(Person(group: group.position, bytes: bytes))
            }
        }
    }
}
