import Core
import Hummingbird
import Store

/// Who did which administrative act, by day and hour.
struct LogRoutes {
    let store: Store
    let pages: Pages

    static let linesAPage = 200

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.log, needs: .right(.readLog), use: index)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let home = try context.member.organisation
        let say = pages.speech(context)
        let turns = PageTurns(
            lines: try await store.numberOfAuditLines(in: home.id), each: Self.linesAPage,
            asked: request.uri.queryParameters["page"].map(String.init))
        let lines = try await store.auditLines(in: home.id, skipping: turns.skipped, most: Self.linesAPage)
        let days = lines.reduce(into: [(day: Day, lines: [AuditLine])]()) { days, line in
            if days.last?.day == line.day {
                days[days.count - 1].lines.append(line)
            } else {
                days.append((line.day, [line]))
            }
        }
        let titles = store.questionnaireTitles(home.id, in: say.language)
        let values: [String: Any] = [
            "days": days.map { day, lines in
                ["day": say.date(day), "lines": lines.map { $0.values(say, titles) }] as [String: Any]
            },
            "pages": turns.values(at: Paths.log, "admin.log", say),
        ]
        return pages.render(Page("admin/log", room: .admin, values), request, context)
    }
}

extension AuditLine {
    /// With the titles of questionnaires of others by their ids, as far as they are still known.
    func values(_ say: Speech, _ titles: [String: String]) -> [String: String] {
        [
            "hour": say("date.hour", ["hour": "\(hour)"]), "act": say("audit.\(act.rawValue)"),
            "subject": subjectText(say, titles), "by": by.map { $0.text(say) } ?? say("audit.by_server"),
        ]
    }

    private func subjectText(_ say: Speech, _ titles: [String: String]) -> String {
        switch act {
        case .accountAdded, .roleGiven, .roleTaken:
            let words = ["name": about?.text(say) ?? say("audit.by_gone"), "role": say("role.\(subject)")]
            return say("audit.person_and_role", words)
        case .passwordReset, .personErased, .memberAdded, .memberChanged:
            return about?.text(say) ?? say("audit.by_gone")
        case .decisionRecorded, .decisionAgreed, .decisionWithdrawn, .decisionEnded:
            return say("decision.kind.\(subject)")
        case .councilChanged:
            let kinds = subject.split(separator: " ").map { say("organisation.council.\($0)") }
            return say("audit.from_to", ["old": kinds.first ?? "", "new": kinds.last ?? ""])
        case .licensedTextSaved, .permissionSaved, .permissionRemoved: return titles[subject] ?? subject
        case .unitsImported: return say("admin.log.lines", ["count": subject])
        case .staffImported, .staffImportUndone: return say("admin.members.count", ["count": subject])
        case .organisationAdded, .settingsChanged, .organisationExported: return ""
        default: return subject
        }
    }
}

extension Person {
    func text(_ say: Speech) -> String {
        switch self {
        case .named(let name): name
        case .gone: say("audit.by_gone")
        }
    }
}
