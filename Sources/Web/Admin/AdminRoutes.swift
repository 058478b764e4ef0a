import Core
import Hummingbird
import Store

/// The room where an organisation is looked after; each sees the parts that are theirs.
struct AdminRoutes {
    let store: Store
    let pages: Pages

    private static let parts: [(name: String, path: String, needs: Need)] = [
        ("units", Paths.units, .right(.changeUnits)), ("members", Paths.members, .right(.changePeople)),
        ("people", Paths.people, .right(.changePeople)), ("settings", Paths.settings, .right(.changeSettings)),
        ("mail", Paths.mail, MailRoutes.readers), ("decisions", Paths.decisions, .right(.readDecisions)),
        ("registers", Paths.registers, .right(.readPrivacyRegisters)),
        ("log", Paths.log, .right(.readLog)), ("retention", Paths.retention, .right(.readLog)),
    ]

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.admin, needs: .any(Self.parts.reduce(into: []) { $0.formUnion($1.needs.rights) }), use: index)
        SettingsRoutes(store: store, pages: pages).add(to: routes)
        LogoRoutes(store: store, pages: pages).add(to: routes)
        UnitsRoutes(store: store, pages: pages).add(to: routes)
        UnitRoutes(store: store, pages: pages).add(to: routes)
        ArchivedUnitRoutes(store: store, pages: pages).add(to: routes)
        UnitsFileRoutes(store: store, pages: pages).add(to: routes)
        MembersRoutes(store: store, pages: pages).add(to: routes)
        PeopleRoutes(store: store, pages: pages).add(to: routes)
        MailRoutes(store: store, pages: pages).add(to: routes)
        DecisionRoutes(store: store, pages: pages).add(to: routes)
        RegistersRoutes(store: store, pages: pages).add(to: routes)
        LogRoutes(store: store, pages: pages).add(to: routes)
        RetentionRoutes(store: store, pages: pages).add(to: routes)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let say = pages.speech(context)
        let member = try context.member
        let parts = Self.parts.filter { $0.needs.isMet(by: member) }.map {
            ["path": $0.path, "name": say("admin.\($0.name).title"), "text": say("admin.\($0.name).about")]
        }
        let version = pages.configuration.version
        let values: [String: Any] = [
            "parts": parts, "is_backup_shown": member.rights.contains(.changeSettings),
            "backup_note": say("admin.backup.note", ["days": "\(Store.backupDays)"]),
            "is_version_known": version != nil, "version": say("admin.version", ["version": version ?? ""]),
        ]
        return pages.render(Page("admin/index", room: .admin, values), request, context)
    }
}
