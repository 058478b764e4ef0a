import Methods

/// The numbers of a file that mean themselves on a scale although the map says something of them.
///
/// Whoever writes that 9 is no answer, or that 0 stands for 1, thinks of a scale that has no such number. On another scale
/// of the same file, such as 0 to 10, it is an answer as any other.
struct OwnNumbers {
    private let map: ColumnMap
    private let scales: [ClosedRange<Int>]

    /// - Parameter scales: those of the questions that stand in the file.
    init(_ map: ColumnMap, _ scales: [ClosedRange<Int>]) {
        (self.map, self.scales) = (map, scales)
    }

    /// The numbers that are answers here, whatever the map says.
    func kept(on scale: ClosedRange<Int>) -> Set<Int> {
        let missing = Self.numbers(map.missing).filter { scale.contains($0) && isLacking(elsewhere: $0) }
        let said = Self.numbers(map.answers.keys)
        // What numbers stand for is said of a scale as a whole: all of them are its own, or none.
        let isWhole = said.allSatisfy(scale.contains) && said.contains(where: isLacking)
        return Set(missing).union(isWhole ? said : [])
    }

    private func isLacking(elsewhere number: Int) -> Bool { scales.contains { !$0.contains(number) } }

    private static func numbers(_ texts: some Sequence<String>) -> [Int] {
        texts.compactMap { Int(LooseText($0).text) }
    }
}
