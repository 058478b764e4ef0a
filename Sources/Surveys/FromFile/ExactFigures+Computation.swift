import Methods
import Statistics

extension ExactFigures {
    /// - Parameters:
    ///   - answers: what the file holds.
    ///   - groups: its units as a tree.
    ///   - nodes: the tally of each group with everybody below it.
    ///   - report: the report of the same figures, which names what stands out.
    init(_ answers: FileAnswers, _ groups: [Surveys.Group], _ nodes: [Tally], _ report: Report) throws {
        let rows = GroupedRows(answers, groups)
        let paths = Self.paths(groups)
        var all: [Group] = []
        for group in groups {
            // Alpha does not add up over groups, and so takes the rows of each again.
            let alphas = try answers.tallies(of: rows.of(group.position)).reliabilities
            let counted = Counted(answers.instrument, nodes[group.position], alphas)
            all.append(
                Group(
                    path: paths[group.position], rows: rows.of(group.position).count,
                    respondents: nodes[group.position].respondents, themes: counted.themes))
        }
        whole = all[0]
        units = Array(all.dropFirst())
        let highlights = Highlights(of: report.themes(of: 0), in: report.instrument)
        strengths = highlights.strengths.map(\.id)
        concerns = highlights.concerns.map(\.id)
    }

    private static func paths(_ groups: [Surveys.Group]) -> [[String]] {
        groups.reduce(into: []) { paths, group in
            guard let parent = group.parent else { return paths.append([]) }
            paths.append(paths[parent] + [group.label])
        }
    }
}

/// The rows of a file by the group that they belong to: those of a group and all below it are together.
private struct GroupedRows {
    private let order: [Int32]
    private let ranges: [Range<Int>]

    init(_ answers: FileAnswers, _ groups: [Surveys.Group]) {
        let tree = answers.tree(of: "")
        let own = answers.units.map(tree.place(of:))
        var starts = Array(repeating: 0, count: groups.count + 1)
        for group in own { starts[group + 1] += 1 }
        for group in groups.indices { starts[group + 1] += starts[group] }
        var (next, order) = (starts, Array(repeating: Int32(0), count: own.count))
        for (row, group) in own.enumerated() {
            order[next[group]] = Int32(row)
            next[group] += 1
        }
        self.order = order
        // Groups stand in the order of a walk through the tree, so that a branch is one stretch of them.
        var lasts = Array(groups.indices)
        for group in groups.reversed() {
            if let parent = group.parent { lasts[parent] = max(lasts[parent], lasts[group.position]) }
        }
        ranges = groups.indices.map { starts[$0]..<starts[lasts[$0] + 1] }
    }

    func of(_ group: Int) -> ArraySlice<Int32> { order[ranges[group]] }
}

/// A tally as exact figures.
private struct Counted {
    let instrument: Instrument
    let tally: Tally
    let reliabilities: [Reliability]

    init(_ instrument: Instrument, _ tally: Tally, _ reliabilities: [Reliability]) {
        self.instrument = instrument
        self.tally = tally
        self.reliabilities = reliabilities
    }

    var themes: [ExactFigures.Theme] {
        var next = 0
        return instrument.themes.enumerated().compactMap { place, theme in
            let items = Array(next..<next + theme.items.count)
            next += theme.items.count
            guard let scale = theme.items.first.flatMap(instrument.scale) else { return nil }
            let (scores, parts) = (tally.scores[place], ExactFigures.Parts(tally.pooled(items), on: scale))
            return ExactFigures.Theme(
                id: theme.id, n: scores.n, mean: scores.mean, deviation: scores.standardDeviation,
                alpha: reliabilities[place].alpha, parts: parts,
                score: ExactFigures.Score(theme, mean: scores.mean, parts, on: scale),
                items: zip(theme.items, items).map { item($0, tally.histograms[$1], on: scale) })
        }
    }

    private func item(_ item: Item, _ histogram: [Int], on scale: Scale) -> ExactFigures.Item {
        let moments = Moments(of: histogram, from: scale.minimum)
        return ExactFigures.Item(
            id: item.id, n: moments.n, mean: moments.mean, deviation: moments.standardDeviation,
            parts: ExactFigures.Parts(histogram, on: scale))
    }
}
