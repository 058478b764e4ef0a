import Disclosure
import Methods
import Statistics

/// The report of answers from a file: what a wave with these answers would tell.
public struct FileReport: Sendable {
    public let report: Report
    public let account: FileAccount
    /// The figures as they are; nil unless disclosure control is left out.
    public let exact: ExactFigures?

    /// Whether there are too few people to tell anything of them.
    public var tellsNothing: Bool { exact == nil && report.groups.indices.allSatisfy(report.isHidden) }

    /// - Parameters:
    ///   - answers: what the file holds.
    ///   - whole: what everybody together is called.
    ///   - threshold: the least number of persons behind a figure.
    ///   - isExact: whether disclosure control is left out, for somebody who holds the file anyway.
    public init(_ answers: FileAnswers, whole: String, threshold: Int, isExact: Bool) throws {
        let groups = answers.groups(of: whole)
        let tallies = try answers.tallies()
        account = answers.account
        if isExact {
            let nodes = tallies.merged(up: groups.map(\.parent))
            let release = Release.everything(of: answers.instrument, tallies, nodes)
            report = Report(release, of: answers.instrument, groups: groups, for: .all, .none)
            exact = try ExactFigures(answers, groups, nodes, report)
        } else {
            let release = try Release(
                of: answers.instrument, groups: groups, threshold: threshold, tallies: tallies)
            report = Report(release, of: answers.instrument, groups: groups, for: .all)
            exact = nil
        }
    }
}
