import Core
import Hummingbird
import Store
import Surveys

/// Where somebody starts: at most three things a role, each with one link.
struct TodayRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.today, needs: .right(.beHere), use: show)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        var situation = try await situation(of: member.organisation)
        situation.waiting = try await waiting(for: member)
        let say = pages.speech(context)
        // Two roles may ask the same thing; it stands there once.
        let roles = Self.order.filter(member.roles.contains)
        let asked = roles.flatMap(situation.errands)
        let mayChange = member.rights.contains(.changeSettings)
        let errands = asked.reduce(into: [Errand]()) { known, errand in
            let isForOthers = errand.kind == .askForHelp && mayChange
            if !isForOthers, !known.contains(errand) { known.append(errand) }
        }
        let hour = store.clock.now.hour(in: member.organisation.zone)
        let values: [String: Any] = [
            "greeting": say("today.\(Self.part(of: hour))", ["name": member.account.name]),
            "sentence": say(errands.isEmpty ? "today.nothing" : "today.waiting", ["count": "\(errands.count)"]),
            "more": roles.contains(where: situation.hasMore) ? say("today.more") : "",
            "date": say.date(situation.today), "errands": errands.map { $0.values(say, today: situation.today) },
            "suggestion": errands.isEmpty ? suggestion(for: member, say) : [] as [[String: String]],
        ]
        return pages.render(Page("today/show", room: .today, values), request, context)
    }

    private func situation(of organisation: Organisation) async throws -> Situation {
        let people = try await store.accounts(in: organisation.id)
        let waves = try await store.waves(in: organisation.id)
        return Situation(
            today: store.clock.now.day(in: organisation.zone), organisation: organisation,
            hasUnits: try await store.units(in: organisation.id).units.contains { $0.archivedOn == nil },
            waves: waves,
            roles: Set(people.flatMap(\.memberships).map(\.role)),
            backedUpOn: try await store.lastBackup()?.day(in: organisation.zone),
            still: Set(store.allStandstills.map(\.wave)), unpermitted: try await unpermitted(waves))
    }

    private func unpermitted(_ waves: [Wave]) async throws -> Set<Wave.ID> {
        var unpermitted: Set<Wave.ID> = []
        for wave in waves where wave.state == .draft {
            if try await store.missingPermission(for: wave) != nil { unpermitted.insert(wave.id) }
        }
        return unpermitted
    }

    /// What somebody can agree to, for each of their roles; the newest is read first, and the oldest stays.
    private func waiting(for member: SignedIn) async throws -> [Decision.Agreed: Decision] {
        guard member.rights.contains(.changeDecisions) else { return [:] }
        return try await store.decisions(in: member.organisation.id).reduce(into: [:]) { waiting, decision in
            if let role = decision.missing(member) { waiting[role] = decision }
        }
    }

    /// Whose things come first, for who has several roles.
    static let order: [Role] = [.hr, .council, .leader, .board, .researcher, .facilitator, .admin, .staff]

    private static func part(of hour: Int) -> String {
        switch hour {
        case ..<5: "night"
        case 5..<12: "morning"
        case 12..<18: "afternoon"
        default: "evening"
        }
    }

    /// One idea for a day without anything.
    private func suggestion(for member: SignedIn, _ say: Speech) -> [[String: String]] {
        guard member.rights.contains(.readTotals) else {
            return [["text": say("today.suggestion.wait"), "path": "", "act": ""]]
        }
        return [["text": say("today.suggestion.waves"), "path": Paths.waves, "act": say("today.suggestion.act")]]
    }
}
