import Disclosure
public import Methods
import Statistics

/// A theme with its items in every group, and where they may be told.
struct ReleasedTheme {
    private let theme: Theme
    private let place: Int
    private let items: [Int]
    private let minimum: Int
    private let nodes: [Tally]
    private let visibilities: [Visibility]

    init(
        _ theme: Theme, at place: Int, of plan: ScoringPlan, _ nodes: [Tally], _ rule: LaminarRule,
        _ tree: ReportingTree
    ) {
        self.theme = theme
        self.place = place
        self.nodes = nodes
        let items = plan.themes[place].items
        self.items = items
        minimum = plan.range(ofTheme: place).lowerBound
        // The persons behind each figure of the theme: one visit of the rule, shown together or not at all.
        let counts = nodes.map { node in [node.scores[place].n] + items.map(node.answers(toItem:)) }
        let told = rule.visibilities(in: tree, of: counts)
        let least = theme.wholeFrom.map { max($0, rule.threshold) }
        // That nobody got a branch would tell that nobody gave the answer that leads to it.
        visibilities =
            least.map { WholeOnly.visibilities(of: counts, from: $0).map { theme.isBranch ? $0.hidingNone : $0 } }
            ?? told
    }

    /// The theme where everything that was answered is told.
    init(everythingOf theme: Theme, at place: Int, of plan: ScoringPlan, _ nodes: [Tally]) {
        self.theme = theme
        self.place = place
        self.nodes = nodes
        let items = plan.themes[place].items
        self.items = items
        minimum = plan.range(ofTheme: place).lowerBound
        visibilities = nodes.map { node in
            items.contains { node.answers(toItem: $0) > 0 } ? .shown : .noAnswers
        }
    }

    var id: String { theme.id }
    var isWholeShown: Bool { visibilities.first?.isShown ?? false }

    func verdict(on group: Int) -> Release.Verdict {
        Release.Verdict(group: group, theme: theme.id, visibility: visibilities[group])
    }

    func figures(of group: Int) -> [Release.Figure] {
        guard visibilities[group].isShown else { return [] }
        let node = nodes[group]
        let whole = figure(of: nil, in: group, node.scores[place], node.pooled(items))
        return [whole]
            + zip(theme.items, items).map { item, place in
                let histogram = node.histograms[place]
                return figure(of: item.id, in: group, Moments(of: histogram, from: minimum), histogram)
            }
    }

    private func figure(of item: String?, in group: Int, _ moments: Moments, _ histogram: [Int]) -> Release.Figure {
        Release.Figure(
            group: group, theme: theme.id, item: item, n: moments.n, histogram: histogram, sum: moments.sum,
            squares: moments.squares, unit: moments.unit)
    }
}

extension Theme {
    /// From how many persons it is told of the whole organisation alone; nil where groups may be told, too.
    public var wholeFrom: Int? {
        isSensitive ? WholeOnly.sensitiveFrom : isBranch ? WholeOnly.branchedFrom : nil
    }

    /// From how many persons it is told in a wave with this threshold.
    public func toldFrom(_ threshold: Int) -> Int { max(wholeFrom ?? threshold, threshold) }
}

extension Visibility {
    /// The same, with nobody told as too few.
    var hidingNone: Visibility { self == .noAnswers ? .tooFew : self }
}
