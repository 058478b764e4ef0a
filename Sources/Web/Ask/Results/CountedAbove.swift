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
    /// - Returns: nil where no group above tells all of them.
    mutating func group(telling themes: [Int], above group: Int) -> Int? {
        var above = report.above(group)
        while let next = above {
            let told = told(of: next)
            if themes.allSatisfy({ told.indices.contains($0) && told[$0] }) { return next }
            above = report.above(next)
        }
        return nil
    }

    private mutating func told(of group: Int) -> [Bool] {
        if let told = known[group] { return told }
        let told = report.means(of: group).map(\.visibility.isShown)
        known[group] = told
        return told
    }
}
