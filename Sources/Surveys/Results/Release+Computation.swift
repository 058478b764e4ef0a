public import Methods
public import Statistics
public import Disclosure

extension Release {
    /// What the rules let a wave tell.
    ///
    /// - Parameters:
    ///   - instrument: the questionnaire that the tallies' plan was made of.
    ///   - groups: the reporting tree; a group's position is the block of the answers of its own people.
    ///   - threshold: the least number of persons, as the wave's agreements say.
    ///   - tallies: the answers counted, a tally for each group's own people.
    public init(
        of instrument: Instrument, groups: [Group], threshold: Int, tallies: Tallies
    ) throws(ReportingTree.Fault) {
        let tree = try ReportingTree(parents: groups.map(\.parent))
        let nodes = tallies.merged(up: groups.map(\.parent))
        let rule = LaminarRule(threshold: threshold)
        let themes = instrument.themes.enumerated().map { place, theme in
            ReleasedTheme(theme, at: place, of: tallies.plan, nodes, rule, tree)
        }
        self.init(
            threshold: threshold,
            responses: Self.responses(nodes, rule.visibilities(in: tree, of: nodes.map { [$0.respondents] })),
            verdicts: groups.indices.flatMap { group in themes.map { $0.verdict(on: group) } },
            figures: groups.indices.flatMap { group in themes.flatMap { $0.figures(of: group) } },
            alphas: Self.alphas(tallies, themes), covariances: Self.covariances(tallies, themes))
    }

    /// All figures of answers that whoever reads them holds anyway: no rule hides anything.
    static func everything(of instrument: Instrument, _ tallies: Tallies, _ nodes: [Tally]) -> Release {
        let themes = instrument.themes.enumerated().map { place, theme in
            ReleasedTheme(everythingOf: theme, at: place, of: tallies.plan, nodes)
        }
        return Release(
            threshold: 1,
            responses: nodes.enumerated().map { group, node in
                Response(
                    group: group, visibility: node.respondents > 0 ? .shown : .noAnswers,
                    respondents: node.respondents)
            },
            verdicts: nodes.indices.flatMap { group in themes.map { $0.verdict(on: group) } },
            figures: nodes.indices.flatMap { group in themes.flatMap { $0.figures(of: group) } },
            alphas: zip(tallies.reliabilities, themes).compactMap { reliability, theme in
                reliability.alpha.map { Alpha(theme: theme.id, n: reliability.n, value: $0) }
            }, covariances: [])
    }

    private static func responses(_ nodes: [Tally], _ visibilities: [Visibility]) -> [Response] {
        nodes.enumerated().map { group, node in
            // How many took part in all is always told; it is a figure about nobody's answers.
            let visibility = group == 0 && node.respondents > 0 ? .shown : visibilities[group]
            let isTold = visibility.isShown || group == 0
            return Response(group: group, visibility: visibility, respondents: isTold ? node.respondents : nil)
        }
    }

    private static func alphas(_ tallies: Tallies, _ themes: [ReleasedTheme]) -> [Alpha] {
        tallies.reliabilities.compactMap { reliability in
            let theme = themes[reliability.theme]
            guard theme.isWholeShown, reliability.n >= PrecisionLaw.spreadFrom, let alpha = reliability.alpha
            else { return nil }
            return Alpha(theme: theme.id, n: reliability.n, value: alpha)
        }
    }

    private static func covariances(_ tallies: Tallies, _ themes: [ReleasedTheme]) -> [Covariance] {
        tallies.covariances.compactMap { covariance in
            let (first, second) = (themes[covariance.first], themes[covariance.second])
            guard first.isWholeShown, second.isWholeShown, covariance.n >= PrecisionLaw.spreadFrom
            else { return nil }
            return Covariance(
                first: first.id, second: second.id, n: covariance.n, value: covariance.value,
                firstVariance: covariance.firstVariance, secondVariance: covariance.secondVariance)
        }
    }
}
