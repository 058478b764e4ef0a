/// One walk over the tree, children first.
struct LaminarVisit {
    let tree: ReportingTree
    let counts: [[Int]]
    let threshold: Int
    private(set) var isShown: [Bool]
    /// For each shown group the largest shown groups below it.
    private var below: [[Int]]

    init(tree: ReportingTree, counts: [[Int]], threshold: Int) {
        self.tree = tree
        self.counts = counts
        self.threshold = threshold
        isShown = Array(repeating: false, count: tree.count)
        below = Array(repeating: [], count: tree.count)
    }

    func isLargeEnough(_ group: Int) -> Bool {
        counts[group].allSatisfy { $0 >= threshold }
    }

    /// Decides about this group and all below it; the largest groups that are shown here.
    mutating func tops(from group: Int) -> [Int] {
        var tops = tree.children[group].flatMap { self.tops(from: $0) }
        guard isLargeEnough(group) else { return tops }
        var rest = counts[group]
        for top in tops { rest.subtract(counts[top]) }
        while rest.contains(where: isTooFew), let smallest = smallest(of: tops) {
            let top = tops.remove(at: smallest)
            isShown[top] = false
            tops += below[top]
            rest.add(counts[top])
            for freed in below[top] { rest.subtract(counts[freed]) }
        }
        isShown[group] = true
        below[group] = tops
        return [group]
    }

    private func isTooFew(_ count: Int) -> Bool { 0 < count && count < threshold }

    private func smallest(of tops: [Int]) -> Int? {
        tops.indices.min { order(tops[$0]) < order(tops[$1]) }
    }

    /// Its smallest count, then its place: the same groups are hidden whenever the counts are the same.
    private func order(_ group: Int) -> (Int, Int) { (counts[group].min() ?? 0, group) }
}

extension [Int] {
    fileprivate mutating func add(_ other: [Int]) {
        for index in indices { self[index] += other[index] }
    }

    fileprivate mutating func subtract(_ other: [Int]) {
        for index in indices { self[index] -= other[index] }
    }
}
