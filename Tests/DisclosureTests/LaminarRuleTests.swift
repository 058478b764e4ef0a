import Disclosure
import Testing

@Suite struct LaminarRuleTests {
    /// The whole with leaves below it; the whole counts what they count together.
    private func visibilities(_ leaves: [[Int]], threshold: Int = 8) throws -> [Visibility] {
        let tree = try ReportingTree(parents: [nil] + leaves.map { _ in 0 })
        let whole = leaves[0].indices.map { component in leaves.reduce(0) { $0 + $1[component] } }
        return LaminarRule(threshold: threshold).visibilities(in: tree, of: [whole] + leaves)
    }

    @Test func `groups that are large enough are shown`() throws {
        #expect(try visibilities([[8], [9]]) == [.shown, .shown, .shown])
    }

    @Test func `a group under the threshold hides, and takes the smallest other along`() throws {
        #expect(try visibilities([[12], [3], [10]]) == [.shown, .shown, .tooFew, .protectsAnother])
    }

    @Test func `two small groups that are large enough together hide alone`() throws {
        #expect(try visibilities([[12], [3], [5]]) == [.shown, .shown, .tooFew, .tooFew])
    }

    @Test func `a group without answers says so and needs no other`() throws {
        #expect(try visibilities([[12], [0], [10]]) == [.shown, .shown, .noAnswers, .shown])
    }

    @Test func `a whole under the threshold is hidden`() throws {
        #expect(try visibilities([[4], [3]]) == [.tooFew, .tooFew, .tooFew])
    }

    @Test func `one item under the threshold hides the theme with all its items`() throws {
        #expect(
            try visibilities([[20, 20, 7], [20, 20, 20]])
                == [.shown, .tooFew, .protectsAnother])
    }

    @Test func `an item that nobody in a group answered hides its theme there`() throws {
        #expect(try visibilities([[20, 0], [20, 20]])[1] == .tooFew)
    }

    @Test func `the rest is checked for each item, not for the smallest counts`() throws {
        // Smallest counts are 20, 10 and 10: no rest. Of the first item 24 − 10 − 10 = 4 would be known.
        let tree = try ReportingTree(parents: [nil, 0, 0, 0])
        let counts = [[24, 20], [10, 10], [10, 10], [4, 0]]
        #expect(
            LaminarRule(threshold: 8).visibilities(in: tree, of: counts)
                == [.shown, .protectsAnother, .shown, .tooFew])
    }

    @Test func `hiding a group frees those below it, and the rest is counted anew`() throws {
        // The whole 30 = [A 25 = a 12 + b 13] + c 5. A hides; a and b stay, but then 5 are left: b, the last, stays.
        let tree = try ReportingTree(parents: [nil, 0, 1, 1, 0])
        let verdicts = LaminarRule(threshold: 8).visibilities(in: tree, of: [[30], [25], [12], [13], [5]])
        #expect(verdicts == [.shown, .protectsAnother, .protectsAnother, .shown, .tooFew])
    }

    @Test func `groups below a hidden whole part of the tree may be shown`() throws {
        let tree = try ReportingTree(parents: [nil, nil, 1])
        let verdicts = LaminarRule(threshold: 8).visibilities(in: tree, of: [[9], [9], [9]])
        #expect(verdicts == [.shown, .shown, .shown])
    }

    @Test func `a parent must come before its children`() {
        #expect(throws: ReportingTree.Fault.parentComesLater) { try ReportingTree(parents: [1, nil]) }
        #expect(throws: ReportingTree.Fault.parentComesLater) { try ReportingTree(parents: [nil, 1]) }
        #expect(throws: ReportingTree.Fault.parentComesLater) { try ReportingTree(parents: [-1]) }
    }

    @Test func `a tree without groups has no verdicts`() throws {
        #expect(LaminarRule(threshold: 8).visibilities(in: try ReportingTree(parents: []), of: []).isEmpty)
    }
}
