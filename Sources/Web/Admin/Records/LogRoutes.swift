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
        let stack = LogPages(
            lines: try await store.numberOfAuditLines(in: home.id), each: Self.linesAPage,
            asked: request.uri.queryParameters["page"].map(String.init))
        let lines = try await store.auditLines(in: home.id, skipping: stack.newer, most: Self.linesAPage)
        let days = lines.reduce(into: [(day: Day, lines: [AuditLine])]()) { days, line in
            if days.last?.day == line.day {
                days[days.count - 1].lines.append(line)
            } else {
                days.append((line.day, [line]))
            }
        }
        let values: [String: Any] = [
            "days": days.map { ["day": say.date($0.day), "lines": $0.lines.map { $0.values(say) }] as [String: Any] },
            "pages": stack.values(say),
        ]
        return pages.render(Page("admin/log", room: .admin, values), request, context)
    }
}

extension AuditLine {
    func values(_ say: Speech) -> [String: String] {
        [
            "hour": say("date.hour", ["hour": "\(hour)"]), "act": say("audit.\(act.rawValue)"),
            "subject": subjectText(say), "by": by.map { $0.text(say) } ?? say("audit.by_server"),
        ]
    }

    private func subjectText(_ say: Speech) -> String {
        switch act {
        case .accountAdded, .roleGiven, .roleTaken:
            let words = ["name": about?.text(say) ?? say("audit.by_gone"), "role": say("role.\(subject)")]
            return say("audit.person_and_role", words)
        case .passwordReset, .personErased: return about?.text(say) ?? say("audit.by_gone")
        case .decisionRecorded, .decisionAgreed, .decisionWithdrawn, .decisionEnded:
            return say("decision.kind.\(subject)")
        case .councilChanged:
            let kinds = subject.split(separator: " ").map { say("organisation.council.\($0)") }
            return say("audit.from_to", ["old": kinds.first ?? "", "new": kinds.last ?? ""])
        case .unitsImported: return say("admin.log.lines", ["count": subject])
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
