/// What a file of answers comes to as a wave: its groups, and what may be told of them.
public struct ImportedFigures: Equatable, Sendable {
    public let groups: [Group]
    public let release: Release

    /// - Parameters:
    ///   - answers: what the file holds.
    ///   - whole: what the organisation is called.
    ///   - threshold: the least number of persons behind a figure.
    public init(_ answers: FileAnswers, of whole: String, threshold: Int) throws {
        let answers = answers.belonging(to: whole)
        groups = answers.groups(of: whole)
        release = try Release(
            of: answers.instrument, groups: groups, threshold: threshold, tallies: try answers.tallies())
    }

    /// Whether nothing would be told, also not of everybody together.
    public var areAllHidden: Bool { release.figures.isEmpty }

    /// What everybody together chose.
    public var counts: AnswerCounts { AnswerCounts(release) }
}

extension FileAnswers {
    /// The same with the whole told once: where every unit of a file stands under one that is called as the organisation
    /// is, that one is everybody.
    func belonging(to whole: String) -> FileAnswers {
        let name = LooseText(whole)
        guard !paths.isEmpty, paths.allSatisfy({ $0.first.map(LooseText.init) == name }) else { return self }
        return FileAnswers(
            instrument, bytes: bytes, units: units, paths: paths.map { Array($0.dropFirst()) }, account: account)
    }
}
