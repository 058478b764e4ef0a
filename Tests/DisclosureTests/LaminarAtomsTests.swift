import Disclosure
import Testing

@Suite struct LaminarAtomsTests {
    private struct Forest {
        var state: UInt64

        mutating func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }

        mutating func parents() -> [Int?] { (0..<4 + next(below: 30)).map { $0 == 0 ? nil : next(below: $0) } }
    }

    /// What each group counts: its own people, in three components that some skip, and those below.
    private func counts(_ parents: [Int?], _ forest: inout Forest) -> [[Int]] {
        var counts = parents.map { _ in
            let people = forest.next(below: 25)
            return (0..<3).map { _ in max(0, people - forest.next(below: 3)) }
        }
        for (group, parent) in parents.enumerated().reversed() {
            guard let parent else { continue }
            for component in 0..<3 { counts[parent][component] += counts[group][component] }
        }
        return counts
    }

    @Test(arguments: 0..<500)
    func `every atom of every component is empty or as large as the threshold`(seed: Int) throws {
        var forest = Forest(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
        let parents = forest.parents()
        let counts = counts(parents, &forest)
        let threshold = 5 + forest.next(below: 8)
        let verdicts = LaminarRule(threshold: threshold).visibilities(
            in: try ReportingTree(parents: parents), of: counts)

        var atoms = counts
        for group in parents.indices.reversed() where verdicts[group].isShown {
            var above = parents[group]
            while let next = above, !verdicts[next].isShown { above = parents[next] }
            guard let above else { continue }
            for component in 0..<3 { atoms[above][component] -= counts[group][component] }
        }
        for group in parents.indices where verdicts[group].isShown {
            #expect(atoms[group].allSatisfy { $0 == 0 || $0 >= threshold }, "group \(group) leaves \(atoms[group])")
        }
        #expect((verdicts[0] == .shown) == counts[0].allSatisfy { $0 >= threshold })
    }
}
