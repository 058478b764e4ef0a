public import Disclosure
public import Methods

/// The frozen figures of a wave as one reader may see them, told group by group.
///
/// Groups are named by their position among the wave's groups; 0 is the whole organisation, which everybody who reads
/// results may see. What is asked of a group outside the scope is as of a group that is not there.
public struct Report: Sendable {
    public let instrument: Instrument
    public let groups: [Group]
    public let threshold: Int
    /// Nil where no cards were made.
    public let cards: CardsResult?
    private let responses: [Release.Response]
    private let scope: ResultsScope
    private let rounding: Rounding
    private let telling: Telling
    /// Themes to which nobody at all gave an answer; that holds for every group, and hides nothing of any.
    private let unanswered: Set<String>
    /// For each group the readable ones right below it.
    private let children: [[Int]]

    /// - Parameters:
    ///   - release: the frozen figures.
    ///   - instrument: the questionnaire that they were computed with.
    ///   - groups: the reporting tree of the wave.
    ///   - scope: the groups that the reader may see.
    public init(_ release: Release, of instrument: Instrument, groups: [Group], for scope: ResultsScope) {
        self.init(release, of: instrument, groups: groups, for: scope, .law)
    }

    init(
        _ release: Release, of instrument: Instrument, groups: [Group], for scope: ResultsScope, _ rounding: Rounding
    ) {
        self.rounding = rounding
        self.instrument = instrument
        self.groups = groups
        self.scope = scope
        threshold = release.threshold
        cards = release.cards.map(CardsResult.init)
        responses = release.responses
        telling = Telling(release, instrument, rounding)
        unanswered = Set(telling.means(of: 0).filter { $0.visibility == .noAnswers }.map(\.id))
        var children: [[Int]] = Array(repeating: [], count: groups.count)
        for group in groups.dropFirst() where scope.contains(group.position) {
            children[Self.parent(of: group, groups, scope)].append(group.position)
        }
        self.children = children
    }

    /// The nearest group above that the reader may see: a leader's team may hang right below the whole.
    private static func parent(of group: Group, _ groups: [Group], _ scope: ResultsScope) -> Int {
        var parent = group.parent ?? 0
        while parent != 0, !scope.contains(parent) { parent = groups[parent].parent ?? 0 }
        return parent
    }

    /// Whether the reader may see this group.
    public func holds(_ group: Int) -> Bool {
        group == 0 ? !groups.isEmpty : groups.indices.contains(group) && scope.contains(group)
    }

    /// All groups below the whole that the reader may see, parents first.
    public var below: [Int] { groups.indices.dropFirst().filter(scope.contains) }

    /// The uppermost groups of a reader who sees those of the own branch alone; none for whoever sees all.
    public var ownGroups: [Int] { below.count == groups.count - 1 ? [] : below(0) }

    /// The groups right below this one.
    public func below(_ group: Int) -> [Int] { holds(group) ? children[group] : [] }

    /// The groups below this one that have none below them: where people work together.
    public func blocks(below group: Int) -> [Int] {
        let below = below(group)
        return below.isEmpty ? (holds(group) ? [group] : []) : below.flatMap(blocks)
    }

    /// The group right above, as far as the reader may see; nil for the whole.
    public func above(_ group: Int) -> Int? {
        group == 0 || !holds(group) ? nil : Self.parent(of: groups[group], groups, scope)
    }

    /// The groups from the whole down to this one.
    public func path(to group: Int) -> [Int] { (above(group).map(path) ?? []) + [group] }

    /// How many people were asked; nil where nobody knows.
    public var invited: Int? { groups.first.flatMap { $0.invited > 0 ? $0.invited : nil } }

    /// Whether figures are told as they are, to whoever holds the answers anyway.
    public var isExact: Bool { rounding == .none }

    /// How many persons answered at least one question; of the whole exactly.
    public func respondents(of group: Int) -> Shown? {
        response(of: group)?.respondents.map { rounding.respondents($0, isWhole: group == 0) }
    }

    /// Whether the number of persons who took part is told.
    public func visibility(of group: Int) -> Visibility { response(of: group)?.visibility ?? .noAnswers }

    /// What is told of each theme with its items, in the order of the questionnaire.
    public func themes(of group: Int) -> [ThemeResult] {
        let themes = holds(group) ? telling.themes(of: group) : []
        return themes.map { hidesNobody(from: $0.id, in: group) ? $0.hidingNobody : $0 }
    }

    /// What is told of the theme at this place of the questionnaire.
    public func theme(at place: Int, of group: Int) -> ThemeResult {
        let found = holds(group) ? telling.theme(at: place, of: group) : nil
        let theme = found ?? ThemeResult(id: instrument.themes[place].id, hidden: .noAnswers)
        return hidesNobody(from: theme.id, in: group) ? theme.hidingNobody : theme
    }

    /// The mean of each theme, in the order of the questionnaire.
    public func means(of group: Int) -> [ThemeMean] {
        let means = holds(group) ? telling.means(of: group) : []
        return means.map { hidesNobody(from: $0.id, in: group) ? $0.hidingNobody : $0 }
    }

    /// That nobody of a team answered is told of the whole alone, unless it holds for the whole, or the reader has the
    /// answers anyway.
    private func hidesNobody(from theme: String, in group: Int) -> Bool {
        group != 0 && !isExact && !unanswered.contains(theme)
    }

    /// Nothing of it is shown, in no theme.
    public func isHidden(_ group: Int) -> Bool { !means(of: group).contains { $0.visibility.isShown } }

    /// The nearest group above that shows something: there a hidden group's answers count.
    public func shownAbove(_ group: Int) -> Int {
        var above = above(group) ?? 0
        while above != 0, isHidden(above) { above = self.above(above) ?? 0 }
        return above
    }

    private func response(of group: Int) -> Release.Response? {
        guard holds(group), responses.indices.contains(group) else { return nil }
        return responses[group]
    }
}
