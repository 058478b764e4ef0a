import Core
import Surveys

/// The state of an organisation on a day, as far as Today needs it.
struct Situation {
    let today: Day
    let organisation: Organisation
    let hasUnits: Bool
    /// The newest first.
    let waves: [Wave]
    /// Every role that somebody has here.
    let roles: Set<Role>
    /// When a copy of everything was last made.
    let backedUpOn: Day?
    /// Waves that cannot go on by themselves now.
    let still: Set<Wave.ID>
    /// Drafts whose questions may not be asked until their last day.
    var unpermitted: Set<Wave.ID> = []
    /// For whom a decision waits longest, and which.
    var waiting: [Decision.Agreed: Decision] = [:]

    static let mostLines = 3
    /// Days before a promised day that somebody is reminded of it.
    static let nearDays = 7
    /// Days after which a copy is missed.
    static let backupDays = 2

    /// What asks something of somebody with this role, the most urgent first: as much as a page has lines for.
    func errands(for role: Role) -> [Errand] { Array(all(for: role).prefix(Self.mostLines)) }

    /// Whether there is more than that.
    func hasMore(for role: Role) -> Bool { all(for: role).count > Self.mostLines }

    private func all(for role: Role) -> [Errand] {
        switch role {
        case .hr: forHR
        case .leader: forLeader
        case .board: forBoard
        case .council: forCouncil
        case .admin: forAdmin
        case .researcher: published
        case .facilitator: []
        case .staff: forStaff
        }
    }

    private func waves(_ state: Wave.State) -> [Wave] { waves.filter { $0.state == state } }

    private var open: [Wave] { waves(.open) }

    private var forHR: [Errand] {
        let asked = open.filter { !still.contains($0.id) }.map { Errand(.waveIsOpen, $0, on: $0.closesOn) }
        let (promised, others) = unshared
        let stuck = standing.map { Errand(.standsStill, $0) }
        // What was asked and promised stays so, also where every unit was archived since.
        guard hasUnits else {
            return stuck + promised + others + [Errand(.addUnits, Paths.units)] + decisions(for: .hr) + asked
        }
        let drafts = waves(.draft).map { Errand(opening($0), $0, on: $0.closesOn) }
        let fresh = waves.allSatisfy(\.isImported) ? [Errand(.makeWave, Paths.newWave)] : []
        // Only the administrator changes settings.
        let help = organisation.helpChannels.isEmpty ? [Errand(.askForHelp, Paths.people)] : []
        return stuck + promised + decisions(for: .hr) + others + fresh + drafts.prefix(1)
            + help + asked + drafts.dropFirst()
    }

    private func opening(_ draft: Wave) -> Errand.Kind {
        if draft.closesOn < today { return .openWaveLate }
        return unpermitted.contains(draft.id) ? .openWaveUnpermitted : .openWave
    }

    /// What is not shared yet: first what was promised for a day that went by or is near, the longest ago on top.
    private var unshared: (promised: [Errand], others: [Errand]) {
        let all = waves(.closed).filter { !still.contains($0.id) }.map { Errand(sharing($0), $0, on: $0.resultsOn) }
        let late = all.filter { $0.kind == .publishLate }.reversed()
        let near = all.filter { $0.kind == .publishNow }
        return (late + near, all.filter { ![.publishLate, .publishNow].contains($0.kind) })
    }

    private func sharing(_ wave: Wave) -> Errand.Kind {
        if wave.isImported { return .publishImported }
        if wave.isLate(on: today) { return .publishLate }
        return wave.resultsOn - today <= Self.nearDays ? .publishNow : .publishLater
    }

    /// One at a time: a list of decisions would leave no line for anything else.
    private func decisions(for role: Decision.Agreed) -> [Errand] {
        waiting[role].map { [Errand(for: $0)] } ?? []
    }

    private var standing: [Wave] { waves.filter { still.contains($0.id) } }

    private var forLeader: [Errand] {
        late + open.map { Errand(.handOutCards, $0, on: $0.closesOn) } + coming + published
    }

    private var forBoard: [Errand] {
        late + open.map { Errand(.waveIsOpen, $0, on: $0.closesOn) } + coming + published
    }

    private var forCouncil: [Errand] {
        decisions(for: .council) + late + (hasUnits ? waves(.draft) : []).map { Errand(.readManifest, $0, "manifest") }
            + open.map { Errand(.waveIsOpen, $0, on: $0.closesOn) } + [Errand(.readLog, Paths.log)] + coming + published
    }

    private var forAdmin: [Errand] {
        var errands = standing.map { Errand(.standsStill, Paths.admin, about: $0) }
        if !roles.contains(.hr) { errands.append(Errand(.makeHRAccount, Paths.people)) }
        let isCouncilMissing = organisation.council != .none && !roles.contains(.council)
        if isCouncilMissing { errands.append(Errand(.inviteCouncil, Paths.people)) }
        if organisation.officer.isEmpty { errands.append(Errand(.nameOfficer, Paths.settings)) }
        if organisation.helpChannels.isEmpty { errands.append(Errand(.nameHelp, Paths.settings)) }
        let isBackedUp = backedUpOn.map { today - $0 <= Self.backupDays } ?? false
        return errands + (isBackedUp ? [] : [Errand(.makeBackup, Paths.admin + "#backup")])
    }

    /// For who works here and has no other role: what everybody is asked and told, at addresses without a sign-in.
    private var forStaff: [Errand] {
        let told = waves.filter { !$0.isImported }
        return told.filter { $0.state == .open }.map {
            Errand(.answer, Paths.answering($0.slug), about: $0, on: $0.closesOn)
        }
            + told.filter { $0.state == .closed }.map {
                let kind: Errand.Kind = $0.isLate(on: today) ? .resultsLate : .resultsComing
                return Errand(kind, Paths.share($0.slug), about: $0, on: $0.resultsOn)
            }
            + told.filter { $0.state == .published }.prefix(1).map {
                Errand(.readShared, Paths.share($0.slug), about: $0)
            }
    }

    private var coming: [Errand] {
        waves(.closed).filter { !$0.isLate(on: today) && !$0.isImported }.map {
            Errand(.resultsComing, $0, on: $0.resultsOn)
        }
    }

    /// What was promised to everybody and did not come, for those who may ask for it.
    private var late: [Errand] {
        waves(.closed).filter { $0.isLate(on: today) }.map { Errand(.resultsLate, $0, on: $0.resultsOn) }
    }

    private var published: [Errand] { waves(.published).prefix(1).map { Errand(.readResults, $0, "results") } }
}
