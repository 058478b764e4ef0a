import Core
import Hummingbird
import Store

/// What is kept, and until when: the promises, what the next run destroys, and the raw answers that are still here.
struct RetentionRoutes {
    let store: Store
    let pages: Pages

    private static let rules = [
        "answers", "texts", "spool", "figures", "staff", "earlier", "invitations", "permissions", "sign_ins", "mail",
        "log", "backups",
        "uploads",
    ]

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.retention, needs: .right(.readLog), use: show)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let say = pages.speech(context)
        let today = store.clock.now.day(in: member.organisation.zone)
        let kept = try await store.keptAnswers(in: member.organisation.id)
        let due = try await store.due(in: member.organisation.id)
        // What goes still lies in copies of the days before.
        let backups = ["days": "\(Store.backupDays)"]
        let values: [String: Any] = [
            "due": due.map { Self.text($0.kind, $0.name, say) },
            "nothing_due": due.isEmpty, "runs_server": member.rights.contains(.changeSettings),
            "rules": Self.rules.map {
                ["what": say("retention.\($0)"), "until": say("retention.\($0)_until", backups)]
            },
            "kept": kept.map { answers in
                [
                    "title": answers.kind == .texts
                        ? say("retention.texts_of", ["title": answers.title]) : answers.title,
                    "closed": say.date(answers.closedOn),
                    "until": say.date(answers.until),
                    "due": answers.until < today ? say("retention.due") : "",
                ]
            },
            "has_kept": !kept.isEmpty, "backups": say("retention.here_backups", backups),
        ]
        let coming = try await store.coming(in: member.organisation.id).filter { $0.day > today }.map { one in
            ["day": say.date(one.day), "what": Self.text(one.kind, one.name, say)]
        }
        let gone = try await store.removals(in: member.organisation.id).map { line in
            ["day": say.date(line.day), "what": say("audit.\(line.act.rawValue)"), "subject": line.subject]
        }
        let leaving = LeavingCommands(
            home: member.organisation, exported: try await store.lastExport(of: member.organisation.id), say: say
        ).values
        let moves: [String: Any] = ["coming": coming, "gone": gone]
        let all = values.merging(leaving) { own, _ in own }.merging(moves) { own, _ in own }
        return pages.render(Page("admin/retention", room: .admin, all), request, context)
    }

    /// Of what goes: what it is, and its name or number.
    private static func text(_ kind: String, _ name: String, _ say: Speech) -> String {
        say("command.due.\(kind.replacing("-", with: "_"))", ["name": name])
    }
}
