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

    static let mostLines = 3
    /// Days before a promised day that somebody is reminded of it.
    static let nearDays = 7

    /// What asks something of somebody with this role, the most urgent first.
    func errands(for role: Role) -> [Errand] {
        let all =
            switch role {
            case .hr: forHR
            case .leader: forLeader
            case .board: forBoard
            case .council: forCouncil
            case .admin: forAdmin
            case .researcher: published
            case .facilitator: [] as [Errand]
            }
        return Array(all.prefix(Self.mostLines))
    }

    private func waves(_ state: Wave.State) -> [Wave] { waves.filter { $0.state == state } }

    private var open: [Wave] { waves(.open) }

    private var forHR: [Errand] {
        guard hasUnits else { return [Errand(.addUnits, Paths.units)] }
        let closed = waves(.closed).map { wave in
            let kind: Errand.Kind =
                wave.resultsOn < today
                ? .publishLate : wave.resultsOn - today <= Self.nearDays ? .publishNow : .publishLater
            return Errand(kind, wave, on: wave.resultsOn)
        }
        let drafts = waves(.draft).map { Errand(.openWave, $0, on: $0.closesOn) }
        let asked = open.map { Errand(.waveIsOpen, $0, on: $0.closesOn) }
        let fresh = waves.isEmpty ? [Errand(.makeWave, Paths.newWave)] : []
        return closed + fresh + drafts + asked
    }

    private var forLeader: [Errand] {
        open.map { Errand(.handOutCards, $0, on: $0.closesOn) } + coming + published
    }

    private var forBoard: [Errand] { open.map { Errand(.waveIsOpen, $0, on: $0.closesOn) } + coming + published }

    private var forCouncil: [Errand] {
        waves(.draft).map { Errand(.readManifest, $0, "manifest") }
            + open.map { Errand(.waveIsOpen, $0, on: $0.closesOn) } + [Errand(.readLog, Paths.log)] + coming + published
    }

    private var forAdmin: [Errand] {
        var errands: [Errand] = []
        if !roles.contains(.hr) { errands.append(Errand(.makeHRAccount, Paths.people)) }
        let isCouncilMissing = organisation.council != .none && !roles.contains(.council)
        if isCouncilMissing { errands.append(Errand(.inviteCouncil, Paths.people)) }
        if organisation.officer.isEmpty { errands.append(Errand(.nameOfficer, Paths.settings)) }
        return errands + [Errand(.makeBackup, Paths.admin + "#backup")]
    }

    private var coming: [Errand] { waves(.closed).map { Errand(.resultsComing, $0, on: $0.resultsOn) } }

    private var published: [Errand] { waves(.published).prefix(1).map { Errand(.readResults, $0, "results") } }
}
