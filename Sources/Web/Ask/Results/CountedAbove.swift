import Disclosure
import Surveys

/// Where the answers of a group count that are not told of it: the nearest group above that tells those themes.
struct CountedAbove {
    let report: Report
    /// A table asks for the same few groups above again and again.
    private var known: [Int: [Bool]] = [:]

    init(report: Report) {
        self.report = report
    }

    /// - Parameters:
    ///   - themes: by their place in the questionnaire.
    ///   - group: where they are hidden.
    /// - Returns: nil where no group above tells all of them that are told anywhere above.
    mutating func group(telling themes: [Int], above group: Int) -> Int? {
        let above = report.path(to: group).dropLast().reversed().map { (group: $0, told: told(of: $0)) }
        let known = themes.filter { theme in above.contains { $0.told.indices.contains(theme) && $0.told[theme] } }
        guard !known.isEmpty else { return nil }
        return above.first { above in known.allSatisfy { above.told[$0] } }?.group
    }

    private mutating func told(of group: Int) -> [Bool] {
        if let told = known[group] { return told }
        let told = report.means(of: group).map(\.visibility.isShown)
        known[group] = told
        return told
    }
}
